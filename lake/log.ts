/**
 * Something that happened, for whoever looks after the lake. It never holds content, tokens, queries
 * or their parameters: a log is read by more people than a dataset.
 */
export interface LogEntry {
  level: 'info' | 'warn' | 'error'
  /** What happened, in one word. */
  event: string
  /** A sentence, where the event does not say enough. */
  message?: string
  [field: string]: string | number | undefined
}

/** Takes what a lake has to tell. */
export type Log = (entry: LogEntry) => void

/** What a lake tells that nobody listens to: its own failures. */
export const failuresOnly: Log = ({level, ...entry}) => {
  if (level === 'error') console.error(JSON.stringify(entry))
}

/**
 * What may be told of a failure: where it happened and, if the system or SQLite reports it, their
 * words. Those of other errors can quote what was being read.
 */
export function describeError(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return {error: typeof error}
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    error: error.name,
    ...(code !== undefined && {code, reason: error.message}),
    at: at.map((line) => line.trim()).join('; '),
  }
}
