/** What a lake takes on at most, so that nobody who asks too much keeps it from the others. */
export interface Limits {
  /** Event streams and sockets that are open at a time. */
  streams: number
  /** How many of them belong to one token or, without a token, to one address. */
  streamsOfOne: number
  /** Bytes that wait for somebody who does not read; with more they are cut off. */
  waiting: number
  /** Bytes of the answer to a query. */
  result: number
  /** How long a connection may stand still, in milliseconds. Event streams have a heartbeat. */
  idle: number
}

export const defaultLimits: Limits = {
  streams: 1_000,
  streamsOfOne: 250,
  waiting: 4 * 1024 * 1024,
  result: 64 * 1024 * 1024,
  idle: 120_000,
}
