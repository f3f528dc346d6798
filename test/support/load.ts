import {execFile} from 'node:child_process'
import {once} from 'node:events'
import {Agent, request} from 'node:http'
import {text} from 'node:stream/consumers'
import {setTimeout as sleep} from 'node:timers/promises'
import {promisify} from 'node:util'

import {expect} from 'vitest'

import {followIds, type Follower} from './followIds.ts'
import {startLake, type LakeProcess} from './lakeProcess.ts'

/** How much a lake is given to do. */
export interface Load {
  documents: number
  listeners: number
  editsPerSecond: number
  seconds: number
}

/** How it bore it; times in milliseconds, from when an edit was due until it was acknowledged. */
export interface Figures {
  edits: number
  events: number
  median: number
  p99: number
  slowest: number
  /** What one edit costs the lake's process, the events it causes included. */
  processor: number
  /** Megabytes that the process holds, measured ten times. */
  memory: number[]
}

interface Edit {
  eventId: string
  document: number
  sent: number
  acknowledged: number
}

const BATCH = 500
const EDITORS = 50
const TEXT = 'What the correspondent saw, and what the three people who were there say of it. '
const WITH_RESULT = '&includeResult=true'

/** The kinds of filter with which Studio listens, and which documents the one with this number sees. */
const FILTERS: {
  query: (own: number) => string
  options: string
  sees: (own: number, id: number) => boolean
}[] = [
  {query: () => '*', options: '&includeMutations=false', sees: () => true},
  {
    query: () => '*[_type == "article"]',
    options: '&includeMutations=false',
    sees: (_, id) => isArticle(id),
  },
  {
    query: (own) => `*[_id in ["d-${own}", "drafts.d-${own}"]]`,
    options: WITH_RESULT,
    sees: (own, id) => id === own,
  },
  {
    query: (own) => `*[sanity::versionOf("d-${own}")]`,
    options: WITH_RESULT,
    sees: (own, id) => id === own,
  },
  {query: (own) => `*[references("d-${own}")]`, options: '', sees: (own, id) => id === own + 1},
  {
    query: (own) => `*[_type == "article" && desk == ${own % 10}]`,
    options: WITH_RESULT,
    sees: (own, id) => isArticle(id) && id % 10 === own % 10,
  },
  {
    query: () => '*[_type == "system.release" && _id in path("_.releases.*")]',
    options: '',
    sees: () => false,
  },
  {
    query: () => '*[_type == "person" && defined(name)] | order(name)',
    options: WITH_RESULT,
    sees: (_, id) => !isArticle(id),
  },
]

/**
 * Edits documents at a steady rate while listeners follow: each of them gets every event that is
 * about its documents, once and in the order of the transactions.
 */
export async function bearLoad(directory: string, load: Load): Promise<Figures> {
  const lake = await startLake(directory, {args: ['--log', 'off']})
  await fill(lake, load.documents)
  const kinds = Array.from({length: load.listeners}, (_, own) => {
    const {query, options, sees} = FILTERS[own % FILTERS.length] ?? {}
    return {
      address: `query=${encodeURIComponent(query?.(own) ?? '*')}${options}`,
      sees: (id: number) => sees?.(own, id) ?? true,
    }
  })
  const followers = await Promise.all(
    kinds.map(({address}) =>
      followIds(`${lake.url}/v1/data/listen/production?${address}`, lake.token),
    ),
  )
  const memory: number[] = []
  const watch = watchMemory(lake.pid, load.seconds, memory)
  const busyBefore = await processorSeconds(lake.pid)
  const edits = await edit(lake, load)
  await watch
  // What was sent last need not be what happened last.
  await Promise.all(edits.map(async ({eventId}) => followers[0]?.reached(eventId)))
  const order = orderOf(followers[0], edits)
  await Promise.all(
    followers.map(async (follower, index) => {
      const last = order.findLast(({document}) => kinds[index]?.sees(document))
      if (last) await follower.reached(last.eventId)
    }),
  )
  for (const [index, {ids}] of followers.entries()) {
    const expected = order.filter(({document}) => kinds[index]?.sees(document))
    expect(ids).toEqual(expected.map(({eventId}) => eventId))
  }
  const busy = (await processorSeconds(lake.pid)) - busyBefore
  await lake.end('SIGTERM')
  const times = edits.map(({sent, acknowledged}) => acknowledged - sent).toSorted((a, b) => a - b)
  const quantile = (share: number): number =>
    Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0)
  return {
    edits: edits.length,
    events: followers.reduce((sum, {ids}) => sum + ids.length, 0),
    median: quantile(0.5),
    p99: quantile(0.99),
    slowest: quantile(1),
    processor: Math.round((busy * 10_000) / edits.length) / 10,
    memory,
  }
}

async function fill({administrator}: LakeProcess, documents: number): Promise<void> {
  for (let from = 0; from < documents; from += BATCH) {
    const transaction = administrator.transaction()
    for (let id = from; id < Math.min(from + BATCH, documents); id++) {
      transaction.create({
        _id: `d-${id}`,
        _type: isArticle(id) ? 'article' : 'person',
        name: `Number ${id}`,
        desk: id % 10,
        body: Array.from({length: 12}, (_, key) => ({
          _type: 'block',
          _key: `b${key}`,
          children: [{_type: 'span', _key: `s${key}`, text: TEXT.repeat(3)}],
        })),
        ...(id > 0 && {near: {_type: 'reference', _ref: `d-${id - 1}`}}),
      })
    }
    await transaction.commit({returnDocuments: false})
  }
}

/** Sends each edit when it is due, whether those before were answered or not. */
async function edit({url, token}: LakeProcess, load: Load): Promise<Edit[]> {
  const {documents, editsPerSecond, seconds, listeners} = load
  // As many connections as there are editors: whoever waits for one waits for the lake.
  const agent = new Agent({keepAlive: true, maxSockets: EDITORS, scheduling: 'fifo'})
  const began = performance.now()
  const send = async (index: number): Promise<Edit> => {
    const sent = began + (index * 1000) / editsPerSecond
    await sleep(Math.max(0, sent - performance.now()))
    // Half of the edits are of documents that somebody has open.
    const document = index % 2 === 0 ? (index / 2) % listeners : (index * 7919) % documents
    const transactionId = `edit-${index}`
    const set = {[`body[_key=="b${index % 12}"].children[0].text`]: `${TEXT}${index}`}
    const sending = request(`${url}/v1/data/mutate/production`, {
      agent,
      method: 'POST',
      headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
    })
    sending.end(JSON.stringify({transactionId, mutations: [{patch: {id: `d-${document}`, set}}]}))
    const [response] = await once(sending, 'response')
    expect([response.statusCode, JSON.parse(await text(response)).transactionId]).toEqual([
      200,
      transactionId,
    ])
    const eventId = `${transactionId}#d-${document}`
    return {eventId, document, sent, acknowledged: performance.now()}
  }
  const edits = await Promise.all(
    Array.from({length: editsPerSecond * seconds}, (_, index) => send(index)),
  )
  agent.destroy()
  return edits
}

/**
 * The edits in the order in which the one who sees all of them was told: all are there, once, and
 * none before one that was acknowledged before it was sent.
 */
function orderOf(reference: Follower | undefined, edits: readonly Edit[]): Edit[] {
  const byId = new Map(edits.map((edit) => [edit.eventId, edit]))
  const order = (reference?.ids ?? []).flatMap((id) => byId.get(id) ?? [])
  expect(reference?.ids.toSorted()).toEqual(edits.map(({eventId}) => eventId).toSorted())
  let latestSent = 0
  for (const {sent, acknowledged} of order) {
    expect(acknowledged).toBeGreaterThan(latestSent)
    latestSent = Math.max(latestSent, sent)
  }
  return order
}

async function watchMemory(pid: number, seconds: number, memory: number[]): Promise<void> {
  for (let count = 0; count < 10; count++) {
    await sleep(seconds * 100)
    memory.push(Math.round(Number(await ask(pid, 'rss')) / 1024))
  }
}

/** Whole seconds, as `ps` counts them. */
async function processorSeconds(pid: number): Promise<number> {
  const parts = (await ask(pid, 'time')).split(/[-:]/).map(Number)
  return parts.reduce((sum, part) => sum * 60 + part, 0)
}

async function ask(pid: number, what: 'rss' | 'time'): Promise<string> {
  const {stdout} = await promisify(execFile)('ps', ['-o', `${what}=`, '-p', String(pid)])
  return stdout.trim()
}

function isArticle(id: number): boolean {
  return id % 2 === 0
}
