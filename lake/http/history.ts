import type {SanityDocument} from '@sanity/client'
import {Hono} from 'hono'

import {isDocumentId, publishedIdOf} from '../documentId.ts'
import {httpError} from '../errors.ts'
import {effectsOf} from '../history/effects.ts'
import {historyEvents} from '../history/events.ts'
import {releaseEvents} from '../history/releaseEvents.ts'
import type {Step} from '../history/replay.ts'
import {releaseDocumentId, releaseOfVersion} from '../release/release.ts'
import type {Env, LakeContext, LakeRequest} from './context.ts'
import {datasetName, flag} from './input.ts'

const EVENTS = 100

/** `/data/history`: what documents were, who changed them and how. */
export function historyRoutes(lake: LakeContext): Hono<Env> {
  function steps(context: LakeRequest, ids: readonly string[]): Step[] {
    return lake.dataset(datasetName(context)).history(ids, context.get('user'))
  }

  return new Hono<Env>()
    .get('/data/history/:dataset/documents/:ids', (context) => {
      const ids = documentIds(context.req.param('ids'))
      const log = steps(context, [...new Set([...ids, ...releasesOf(ids)])])
      const search = context.req.query()
      const {revision} = search
      const time = timeAsked(context)
      const last = flag(search, 'lastRevision')
      const until = sequenceOf(revision, log) ?? (revision === undefined ? Infinity : -1)
      const states = new Map<string, SanityDocument | undefined>()
      for (const {documentId, transactionId, sequence, timestamp, after} of log) {
        if (sequence > until || (time !== undefined && timestamp > time)) break
        if (after || !last) states.set(documentId, after)
        else markEnd(states, documentId, transactionId, log)
      }
      const documents = ids.flatMap((id) => states.get(id) ?? [])
      return context.json({documents})
    })
    .get('/data/history/:dataset/transactions/:ids', (context) => {
      const ids = documentIds(context.req.param('ids'))
      const lines = transactions(steps(context, ids), context.req.query())
      return context.body(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), 200, {
        'content-type': 'application/x-ndjson',
      })
    })
    .get('/data/history/:dataset/events/documents/:id', (context) => {
      const [id = ''] = documentIds(context.req.param('id'))
      const {recordedIds} = lake.dataset(datasetName(context))
      const recorded = recordedIds(publishedIdOf(id))
      const all = historyEvents(id, steps(context, [...recorded, ...releasesOf(recorded)]))
      const {events, nextCursor} = page(context, all)
      return context.json({events: {[id]: events}, nextCursor})
    })
    .get('/data/history/:dataset/events/releases/:name', (context) => {
      const name = context.req.param('name')
      const {recordedVersions} = lake.dataset(datasetName(context))
      const ids = [releaseDocumentId(name), ...recordedVersions(name)]
      return context.json(page(context, releaseEvents(name, steps(context, ids))))
    })
}

/** The ids in an address, joined by commas. */
function documentIds(list: string): string[] {
  const ids = list.split(',')
  const unusable = ids.find((id) => !isDocumentId(id))
  if (unusable === undefined) return ids
  throw httpError(400, `"${unusable}" cannot be a document id.`)
}

/** The moment that is asked about, as the log notes it. */
function timeAsked(context: LakeRequest): string | undefined {
  const time = context.req.query('time')
  if (time === undefined) return undefined
  const at = new Date(time)
  if (!Number.isNaN(at.getTime())) return at.toISOString()
  throw httpError(400, `The parameter "time": "${time}" is not a point in time.`)
}

function page<T>(context: LakeRequest, all: readonly T[]): {events: T[]; nextCursor: string} {
  const start = Number(context.req.query('nextCursor') ?? 0) || 0
  const end = start + (Number(context.req.query('limit')) || EVENTS)
  return {events: all.slice(start, end), nextCursor: end < all.length ? String(end) : ''}
}

/** The documents of the releases that some versions are in. */
function releasesOf(ids: readonly string[]): string[] {
  return [...new Set(ids.flatMap((id) => releaseOfVersion(id) ?? []))].map(releaseDocumentId)
}

/**
 * The last state of a version that went with its release carries the revision of that transaction:
 * Studio looks there for what the release replaced when it is to be undone.
 */
function markEnd(
  states: Map<string, SanityDocument | undefined>,
  documentId: string,
  transactionId: string,
  log: readonly Step[],
): void {
  const [release] = releasesOf([documentId])
  const state = states.get(documentId)
  const withRelease = log.some(
    (step) => step.transactionId === transactionId && step.documentId === release,
  )
  if (state && withRelease) states.set(documentId, {...state, _rev: transactionId})
}

/** The lines of the log that a request asks for; both ends of a range belong to it. */
function transactions(log: readonly Step[], options: Record<string, string>): object[] {
  const {fromTransaction, toTransaction, fromTime, toTime, authors} = options
  // A transaction that was forgotten bounds nothing.
  const from = sequenceOf(fromTransaction, log) ?? -Infinity
  const to = sequenceOf(toTransaction, log) ?? Infinity
  const wanted = log.filter(
    ({sequence, timestamp, author}) =>
      sequence >= from &&
      sequence <= to &&
      (!fromTime || timestamp >= fromTime) &&
      (!toTime || timestamp <= toTime) &&
      (!authors || authors.split(',').includes(author)),
  )
  const lines = [...Map.groupBy(wanted, ({transactionId}) => transactionId)].map(
    ([id, changes]) => ({
      id,
      timestamp: changes[0]?.timestamp,
      author: changes[0]?.author,
      documentIDs: changes.map(({documentId}) => documentId),
      ...(options['excludeMutations'] !== 'true' && {
        mutations: changes.flatMap(({mutations}) => mutations),
      }),
      ...(options['effectFormat'] === 'mendoza' && {
        effects: Object.fromEntries(changes.map((step) => [step.documentId, effectsOf(step)])),
      }),
    }),
  )
  if (options['reverse'] === 'true') lines.reverse()
  return options['limit'] ? lines.slice(0, Number(options['limit'])) : lines
}

/** Where a transaction stands in the log; `undefined` when it is not, or no longer, there. */
function sequenceOf(transactionId: string | undefined, log: readonly Step[]): number | undefined {
  return log.find((step) => step.transactionId === transactionId)?.sequence
}
