import {onTestFinished} from 'vitest'

interface Source<T> {
  subscribe(receive: (event: T) => void): {unsubscribe(): void}
}

/** Subscribes until the test is over and hands out what arrives, one by one. */
export function arrivalsOf<T>(source: Source<T>): () => Promise<T> {
  const waiting: ((event: T) => void)[] = []
  const arrived: T[] = []
  const subscription = source.subscribe((event) => {
    const next = waiting.shift()
    if (next) next(event)
    else arrived.push(event)
  })
  onTestFinished(() => subscription.unsubscribe())
  return () =>
    new Promise((resolve) => {
      const [event] = arrived.splice(0, 1)
      if (event === undefined) waiting.push(resolve)
      else resolve(event)
    })
}
