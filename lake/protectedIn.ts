import {isDeepStrictEqual} from 'node:util'

/** With more candidates than this they are not told apart: all count as read. */
const MOST_CANDIDATES = 20

/**
 * Which documents an answer tells something of: those without which it would be another. `without`
 * answers the same question as if some documents did not exist.
 */
export async function protectedIn(
  answer: unknown,
  candidates: readonly string[],
  without: (ids: ReadonlySet<string>) => Promise<unknown>,
): Promise<readonly string[]> {
  const differs = async (ids: readonly string[]): Promise<boolean> =>
    !isDeepStrictEqual(answer, await without(new Set(ids)))
  try {
    if (!(await differs(candidates))) return []
    if (candidates.length > MOST_CANDIDATES) return candidates
    const told: string[] = []
    for (const id of candidates) if (await differs([id])) told.push(id)
    // One of several alike is enough for the answer, whichever it is.
    return told.length > 0 ? told : candidates
  } catch {
    return candidates
  }
}
