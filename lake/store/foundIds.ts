import type {FindIds, Lookup} from './lookup.ts'

/** How many lookups are remembered, and how many ids one may have found. */
const MOST_LOOKUPS = 10_000
const MOST_IDS = 100

/**
 * Finds ids, and remembers until the next write what stood in the indexes: addresses, and who refers to
 * somebody, are looked up for each page, and to ask SQLite takes longer than most that follows.
 */
export function rememberIds(find: FindIds): {findIds: FindIds; forget: () => void} {
  const known = new Map<string, string[]>()

  return {
    findIds: (lookup, isByPublishedId) => {
      const key = keyOf(lookup)
      const before = key === undefined ? undefined : known.get(key)
      if (before) return before
      const found = find(lookup, isByPublishedId)
      if (key !== undefined && found.length <= MOST_IDS) {
        if (known.size >= MOST_LOOKUPS) known.clear()
        known.set(key, found)
      }
      return found
    },
    forget: () => known.clear(),
  }
}

/** What a lookup of one value, or of one target's referrers, is known by; `undefined` for all others. */
function keyOf(lookup: Lookup): string | undefined {
  const {types} = lookup
  if (lookup.by === 'value' && lookup.values.length === 1) {
    const [value] = lookup.values
    return value instanceof Uint8Array
      ? undefined
      : JSON.stringify([lookup.expression, value, types])
  }
  if (lookup.by !== 'reference' || lookup.targets.length !== 1) return undefined
  return JSON.stringify([lookup.isSeen, lookup.targets[0], types])
}
