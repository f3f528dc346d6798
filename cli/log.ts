import type {Log, LogEntry} from '../lake/index.ts'
import {UserError} from './userError.ts'

/** How a lake's log is written: one line of JSON an entry, a line to read, or not at all. */
export type LogFormat = 'json' | 'text' | 'off'

/** The flag of commands that run a lake. */
export const logArgs = {
  log: {
    type: 'string',
    valueHint: 'FORMAT',
    description: 'json, text or off; text on a terminal, else json',
  },
} as const

/** Reads the flag; a `UserError` when it says something else. */
export function parseLogFormat(value: string | undefined): LogFormat {
  if (value === undefined) return process.stderr.isTTY ? 'text' : 'json'
  if (value === 'json' || value === 'text' || value === 'off') return value
  throw new UserError(`--log takes json, text or off, not "${value}".`)
}

/** Writes a log to stderr, so that what a command prints stays its own. */
export function createLog(format: LogFormat, {quiet = false} = {}): Log {
  // Whoever read it may go; the lake stays.
  process.stderr.on('error', () => {})
  return (entry) => {
    if (format === 'off' || (quiet && entry.level === 'info')) return
    const time = new Date()
    const line =
      format === 'json'
        ? JSON.stringify({time: time.toISOString(), ...entry})
        : `${time.toTimeString().slice(0, 8)} ${asText(entry)}`
    process.stderr.write(`${line}\n`)
  }
}

function asText({level, event, message, ...fields}: LogEntry): string {
  const rest = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value}`],
  )
  return [level.padEnd(5), event, message, ...rest].filter((part) => part !== undefined).join(' ')
}
