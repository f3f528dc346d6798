import type {SanityDocument} from '@sanity/client'
import * as fc from 'fast-check'
import {evaluateSync, parse} from 'groq-js'

import {mayRead, type User} from '../../../lake/access.ts'
import {viewThrough, type Perspective} from '../../../lake/perspective.ts'
import type {GroqRequest} from '../../../lake/query/parsedQuery.ts'
import {rewrite} from '../../../lake/query/rewrite.ts'
import {runQuery, surroundings, type QueryScope} from '../../../lake/query/runQuery.ts'
import type {View} from '../../../lake/query/view.ts'
import {openStore, type Store} from '../../../lake/store/store.ts'
import {createView} from '../../../lake/view.ts'
import {datasets, params, queries} from './generated.ts'

export const perspectives: Perspective[] = [
  'raw',
  ['published'],
  ['drafts', 'published'],
  ['r1', 'drafts', 'published'],
]

const viewer: User = {id: 'viewer', name: 'Viewer', role: 'viewer'}
const editor: User = {id: 'editor', name: 'Editor', role: 'editor'}
export const readers: (User | null)[] = [null, viewer, editor]

/** A store in memory that holds some documents. */
export function storeOf(documents: readonly SanityDocument[]): Store {
  const store = openStore(':memory:')
  const changes = documents.map((after) => ({
    documentId: after._id,
    before: undefined,
    after: JSON.parse(JSON.stringify(after)),
    mutations: [],
  }))
  const transaction = {id: 't', timestamp: '2020-01-01T00:00:00.000Z', author: 'editor', changes}
  store.write(transaction, {digest: '', response: ''}, [])
  return store
}

/** What a query is answered with when it looks documents up, and when it looks at all of them. */
export async function answers(
  store: Store,
  request: GroqRequest,
  perspective: Perspective,
  reader: User | null,
): Promise<{planned: unknown; scanned: unknown}> {
  const sees = (id: string): boolean => mayRead(reader, id)
  return {
    planned: await answer(request, createView(store, perspective, sees)),
    scanned: await answer(request, scanOf(store, perspective, reader)),
  }
}

/** What groq-js answers by itself, without plan or compilation. */
function interpreted(
  store: Store,
  request: GroqRequest,
  perspective: Perspective,
  reader: User | null,
): unknown {
  const view = scanOf(store, perspective, reader)
  const tree = parse(request.query, {params: request.params})
  rewrite(tree, request)
  const options = {...surroundings(request, scopeOf(view)), dataset: view.all()}
  return asJson(evaluateSync(tree, options).data)
}

function scanOf(store: Store, perspective: Perspective, reader: User | null): View {
  const all = viewThrough(
    perspective,
    store.all().filter(({_id}) => mayRead(reader, _id)),
  )
  const byId = new Map(all.map((document) => [document._id, document]))
  return {all: () => all, find: (id) => byId.get(id)}
}

async function answer(request: GroqRequest, view: View): Promise<unknown> {
  const {result} = runQuery(request, scopeOf(view))
  return asJson(await result)
}

function scopeOf(view: View): QueryScope {
  return {view, identity: 'editor', projectId: 'storygraph', dataset: 'production'}
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null))
}

/**
 * Compares the answers to so many made-up queries over made-up documents, and returns how many were
 * the same, whether they were planned or not, compiled or left to groq-js; throws where they differ.
 */
export async function compareQueries(
  count: number,
  asked: fc.Arbitrary<string> = queries,
): Promise<number> {
  const given = fc.record({
    documents: datasets,
    query: asked,
    params,
    perspective: fc.constantFrom(...perspectives),
    reader: fc.constantFrom(...readers),
  })
  const property = fc.asyncProperty(
    given,
    async ({documents, query, params, perspective, reader}) => {
      const store = storeOf(documents)
      try {
        const request = {query, params: {...params}}
        const {planned, scanned} = await answers(store, request, perspective, reader)
        const [one, other] = [JSON.stringify(planned), JSON.stringify(scanned)]
        if (one !== other) throw new Error(`looked up: ${one}\nall looked at: ${other}`)
        const plain = JSON.stringify(interpreted(store, request, perspective, reader))
        if (other !== plain) throw new Error(`compiled: ${other}\nby groq-js: ${plain}`)
      } finally {
        store.close()
      }
    },
  )
  await fc.assert(property, {numRuns: count})
  return count
}
