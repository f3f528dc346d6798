import {expect, onTestFinished} from 'vitest'

/** A listener as far as it keeps the ids of the events that it gets. */
export interface Follower {
  ids: string[]
  /** Resolves once it has got the event with this id. */
  reached: (id: string) => Promise<void>
}

/** Opens an event stream and reads it until the test is over; it is there once it was welcomed. */
export async function followIds(url: string, token: string): Promise<Follower> {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const headers = {authorization: `Bearer ${token}`}
  const response = await fetch(url, {headers, signal: stop.signal})
  expect(response.status).toBe(200)
  const ids: string[] = []
  const waiting = new Map<string, () => void>()
  const welcomed = Promise.withResolvers<void>()
  void read(response, (frame) => {
    if (frame.startsWith('event: welcome')) welcomed.resolve()
    const id = /^event: mutation\nid: (.*)$/m.exec(frame)?.[1]
    if (id === undefined) return
    ids.push(id)
    waiting.get(id)?.()
  }).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error
  })
  await welcomed.promise
  return {
    ids,
    reached: (id) =>
      new Promise((resolve) => {
        if (ids.includes(id)) resolve()
        else waiting.set(id, resolve)
      }),
  }
}

async function read(response: Response, take: (frame: string) => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const frames = (rest + part.value).split('\n\n')
    rest = frames.pop() ?? ''
    frames.forEach(take)
  }
}
