import {appendFileSync, existsSync, readFileSync} from 'node:fs'

import {z} from 'zod'

const reading = z.object({
  /** ISO 8601 in UTC. */
  at: z.string(),
  /** The user's id: for a token that somebody made the token's, after a login the role. */
  user: z.string(),
  /** What the token is called. */
  name: z.string(),
  dataset: z.string(),
  by: z.enum(['query', 'document', 'history', 'listener', 'write', 'export', 'backup']),
  /** The ids of the protected documents. */
  documents: z.array(z.string()),
})

/** That somebody was given something of protected documents; never what. */
export type Reading = z.infer<typeof reading>

/** Who read what is protected. Nothing in the lake removes an entry. */
export interface AccessLog {
  /** Notes a reading; the same within a minute is noted once, for Studio asks again and again. */
  note(reading: Omit<Reading, 'at'>): void
  /** All readings, newest first. */
  readings(): Reading[]
}

const ONCE_IN_MS = 60_000

/**
 * The log in a file, one line of JSON each (mode 0600), which may be moved away while the lake runs.
 * What cannot be noted is not told: the error goes to whoever asked.
 */
export function openAccessLog(file: string): AccessLog {
  return createLog(
    (line) => appendFileSync(file, `${line}\n`, {mode: 0o600}),
    () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []),
  )
}

/** A log that is gone with the process. */
export function accessLogInMemory(): AccessLog {
  const lines: string[] = []
  return createLog(
    (line) => void lines.push(line),
    () => lines,
  )
}

function createLog(append: (line: string) => void, lines: () => readonly string[]): AccessLog {
  const recent = new Map<string, number>()
  return {
    note: ({documents, ...reading}) => {
      const noted = {...reading, documents: [...new Set(documents)].sort()}
      if (noted.documents.length === 0) return
      const now = Date.now()
      for (const [key, until] of recent) {
        if (until > now) break
        recent.delete(key)
      }
      const key = JSON.stringify(noted)
      if (recent.has(key)) return
      append(JSON.stringify({at: new Date(now).toISOString(), ...noted}))
      recent.set(key, now + ONCE_IN_MS)
    },
    readings: () => lines().flatMap(parseLine).toReversed(),
  }
}

/** A line that was cut off when the machine stopped is passed over. */
function parseLine(line: string): Reading[] {
  try {
    return [reading.parse(JSON.parse(line))]
  } catch {
    return []
  }
}
