import {httpError} from '../errors.ts'

/** Pictures drawn at a time; decoding one takes up to a few hundred megabytes. */
const AT_ONCE = 2
const WAITING = 100

/**
 * A gate in front of costly work: so many jobs at a time, the others in turn. When too many wait, a
 * 503 sends the next one away.
 */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= AT_ONCE) {
      if (waiting.length >= WAITING) {
        throw httpError(503, 'Too many pictures are being drawn: ask again in a moment.')
      }
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else {
      running += 1
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
