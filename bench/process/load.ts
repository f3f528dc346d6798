import {Agent, request} from 'node:http'

import type {ServerProcess} from './server.ts'

/** What is asked for: a path, and a JSON body when it is asked by POST. */
export interface Asked {
  path: string
  body?: string
}

/** How a server bore it; times in milliseconds. */
export interface Load {
  rate: number
  p50: number
  p99: number
  /** Processor time of the server for one page. */
  cpu: number
}

const CONNECTIONS = 16

/** Asks a server for pages at 16 connections for so many milliseconds, after a while to warm up. */
export async function loadPages(
  server: ServerProcess,
  askedBy: (number: number) => Asked,
  duration: number,
): Promise<Load> {
  const agent = new Agent({keepAlive: true, maxSockets: CONNECTIONS})
  let asked = 0
  const ask = async (until: number, times: number[]): Promise<void> => {
    while (performance.now() < until) {
      const began = performance.now()
      await answered(server.url, askedBy(asked++), agent)
      times.push(performance.now() - began)
    }
  }
  const run = async (milliseconds: number): Promise<number[]> => {
    const times: number[] = []
    const until = performance.now() + milliseconds
    await Promise.all(Array.from({length: CONNECTIONS}, () => ask(until, times)))
    return times
  }
  try {
    await run(duration / 2)
    const cpu = server.cpu()
    const began = performance.now()
    const times = (await run(duration)).toSorted((a, b) => a - b)
    const seconds = (performance.now() - began) / 1000
    return {
      rate: times.length / seconds,
      p50: times[Math.floor(times.length * 0.5)] ?? 0,
      p99: times[Math.floor(times.length * 0.99)] ?? 0,
      cpu: (server.cpu() - cpu) / times.length,
    }
  } finally {
    agent.destroy()
  }
}

/** Waits for the whole answer; whatever is not a 200 ends the run. */
async function answered(url: string, {path, body}: Asked, agent: Agent): Promise<void> {
  const post = {method: 'POST', headers: {'content-type': 'application/json'}}
  await new Promise<void>((resolve, reject) => {
    const sent = request(`${url}${path}`, {agent, ...(body && post)}, (response) => {
      response.resume()
      response.once('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`A page was answered with ${response.statusCode}.`)),
      )
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
