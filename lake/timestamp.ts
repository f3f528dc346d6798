/**
 * The time of a transaction: ISO 8601 in UTC, with milliseconds. A clock that was set back does not
 * take it before the transaction that came last, so that the order of times is that of the log.
 */
export function timestampAfter(last: string | undefined, now: number): string {
  const time = new Date(now).toISOString()
  return last !== undefined && last > time ? last : time
}
