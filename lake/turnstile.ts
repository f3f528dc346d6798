import {httpError} from './errors.ts'
import type {Limits} from './limits.ts'

/** Counts who has event streams and sockets open. */
export interface Turnstile {
  /**
   * Lets one more of this client in and returns the way out, which may be taken again without harm.
   * A 429 when the client has its share, a 503 when there are too many in all: clients try again.
   */
  enter(client: string): () => void
}

/** Nobody is in yet. */
export function createTurnstile({streams, streamsOfOne}: Limits): Turnstile {
  const inside = new Map<string, Set<symbol>>()
  let total = 0

  return {
    enter: (client) => {
      const own = inside.get(client) ?? new Set()
      if (own.size >= streamsOfOne) {
        throw httpError(429, `At most ${streamsOfOne} streams may be open here: close one first.`)
      }
      if (total >= streams) {
        throw httpError(503, 'Too many streams are open: try again in a moment.')
      }
      const ticket = Symbol(client)
      inside.set(client, own.add(ticket))
      total += 1
      return () => {
        if (!own.delete(ticket)) return
        total -= 1
        if (own.size === 0) inside.delete(client)
      }
    },
  }
}
