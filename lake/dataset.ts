import {createHash, randomUUID} from 'node:crypto'

import type {SanityDocument} from '@sanity/client'

import {mayRead, mayWrite, type User} from './access.ts'
import {isReleaseAction, perform, type Action, type ActionView} from './action.ts'
import {layerOf} from './documentId.ts'
import {httpError, permissionError, writeError, type LakeError} from './errors.ts'
import {replay, type Step} from './history/replay.ts'
import {eventsFor, type ListenOptions, type MutationEvent} from './listener.ts'
import {settle, type Mutation} from './mutation.ts'
import {viewThrough, type Perspective} from './perspective.ts'
import {prepareQuery, type GroqRequest} from './query/runQuery.ts'
import {Refusal} from './refusal.ts'
import {releaseNameOf} from './release/release.ts'
import {checkSchedules} from './release/schedule.ts'
import {createTimekeeper} from './release/timekeeper.ts'
import type {Store} from './store/store.ts'
import {
  openTransaction,
  type OpenTransaction,
  type Operation,
  type Transaction,
} from './transaction.ts'

/** How a write is to be carried out; a transaction id sent again is answered without writing again. */
export interface WriteOptions {
  user: User | null
  transactionId?: string | undefined
  /** Checks everything and stores nothing. */
  dryRun?: boolean
}

export interface MutationResult {
  id: string
  operation: Operation
  /** The document after this mutation, `null` when it is gone; not kept in what is recorded. */
  document?: SanityDocument | null
}

/** One dataset as its users meet it. Who may see or change what is decided here and nowhere else. */
export interface Dataset {
  readonly name: string
  count(): number
  query(request: GroqRequest, perspective: Perspective, user: User | null): unknown
  documents(
    ids: readonly string[],
    user: User | null,
  ): {documents: SanityDocument[]; omitted: {id: string; reason: 'existence' | 'permission'}[]}
  /** The published document with its draft and versions, as far as the user may read them. */
  versions(publishedId: string, user: User | null): SanityDocument[]
  mutate(
    mutations: readonly Mutation[],
    options: WriteOptions,
  ): {transactionId: string; results: MutationResult[]}
  act(actions: readonly Action[], options: WriteOptions): {transactionId: string}
  /** What was recorded of documents, drafts and versions that the user may read, oldest first. */
  history(ids: readonly string[], user: User | null): Step[]
  /** The ids under which something is recorded of a document: its own, its draft's and versions'. */
  recordedIds: (publishedId: string) => string[]
  /** The versions in a release of which something is recorded. */
  recordedVersions: (release: string) => string[]
  /**
   * Removes from the log what documents, their drafts and versions were before. Returns the ids of
   * all documents in which one of the words still stands.
   */
  forget(ids: readonly string[], words: readonly string[], user: User | null): string[]
  /** Calls `receive` with the events of each later transaction; returns the way to stop. */
  listen(options: ListenOptions, receive: (events: MutationEvent[]) => void): () => void
  close(): void
}

/** A dataset over a store. */
export function createDataset(name: string, projectId: string, store: Store): Dataset {
  const listeners = new Set<(transaction: Transaction) => void>()

  function scope(user: User | null, find: (id: string) => SanityDocument | undefined) {
    return {find, identity: user?.id ?? '<none>', projectId, dataset: name}
  }

  function readable(user: User | null): SanityDocument[] {
    return store.all().filter(({_id}) => mayRead(user, _id))
  }

  function query(request: GroqRequest, perspective: Perspective, user: User | null): unknown {
    const prepared = prepareQuery(request)
    const documents = viewThrough(perspective, readable(user))
    const byId = new Map(documents.map((document) => [document._id, document]))
    return prepared({documents, ...scope(user, (id) => byId.get(id))})
  }

  /** The ids a mutation by query applies to, seen raw and by the one who writes. */
  function select(request: GroqRequest, user: User): string[] {
    const result = query(request, 'raw', user)
    const documents = Array.isArray(result) ? result : [result]
    return documents.flatMap((document) =>
      typeof document?._id === 'string' ? [document._id] : [],
    )
  }

  const view: ActionView = {
    versions: (release) => store.versions(release),
    versionsOf: (publishedId) =>
      store.group(publishedId).flatMap(({_id}) => (layerOf(_id) === 'published' ? [] : [_id])),
    lastState: (id) => replay(store.changes([id])).findLast(({after}) => after)?.after,
  }

  /** Ends a transaction; refuses what would keep a scheduled release from being published. */
  function settled(transaction: OpenTransaction): void {
    checkSchedules(transaction.close(), {
      transaction,
      untouched: () => openTransaction(store, 'trial', transaction.timestamp),
      releases: () => store.ofType('system.release'),
      view,
    })
  }

  const timekeeper = createTimekeeper(store, view, (transaction) => {
    const answer = {digest: '', response: JSON.stringify({transactionId: transaction.id})}
    record(transaction, answer)
  })
  timekeeper.look()

  function record(
    transaction: Transaction,
    answer: {digest: string; response: string},
    forget: readonly string[] = [],
  ): void {
    store.write(transaction, answer, forget)
    for (const notify of listeners) notify(transaction)
  }

  /**
   * Runs a write as one transaction. `body` is what it is about, to know a repeated one by. What was
   * recorded of the documents that the work returns in `forget` goes with it.
   */
  function commit<T extends {results?: MutationResult[]}>(
    body: unknown,
    {user, transactionId, dryRun = false}: WriteOptions,
    work: (transaction: OpenTransaction, user: User) => {outcome: T; forget?: readonly string[]},
  ): {transactionId: string} & T {
    const writer = requireWriter(user)
    const digest = createHash('sha256').update(JSON.stringify(body)).digest('hex')
    const repeated = transactionId === undefined ? undefined : store.recorded(transactionId)
    if (repeated) {
      if (repeated.digest === digest) return JSON.parse(repeated.response)
      throw httpError(409, `The transaction id "${transactionId}" was used for something else.`)
    }
    const id = transactionId ?? randomUUID()
    const timestamp = new Date().toISOString()
    const open = openTransaction(store, id, timestamp)
    const {outcome, forget = []} = work(open, writer)
    const changes = open.close()
    const response = {transactionId: id, ...outcome}
    if (dryRun || changes.length === 0) return response

    const transaction: Transaction = {id, timestamp, author: writer.id, changes}
    record(transaction, {digest, response: JSON.stringify(response, withoutDocument)}, forget)
    if (changes.some(({documentId}) => releaseNameOf(documentId) !== undefined)) timekeeper.look()
    return response
  }

  return {
    name,
    count: () => store.count(),
    query,

    documents: (ids, user) => {
      const documents: SanityDocument[] = []
      const omitted: {id: string; reason: 'existence' | 'permission'}[] = []
      for (const id of new Set(ids)) {
        // Who may not read a document learns nothing of whether it exists.
        const document = mayRead(user, id) ? store.get(id) : undefined
        if (document) documents.push(document)
        else omitted.push({id, reason: mayRead(user, id) ? 'existence' : 'permission'})
      }
      return {documents, omitted}
    },

    versions: (publishedId, user) => store.group(publishedId).filter(({_id}) => mayRead(user, _id)),

    mutate: (mutations, options) => {
      const {transactionId, results} = commit<{results: MutationResult[]}>(
        mutations,
        options,
        (transaction, user) => {
          const outcome = mutations.flatMap((mutation, index) =>
            refusedAs('mutationError', index, () =>
              settle(mutation, (query, params) => select({query, params}, user)).map(
                ({id, single}) => ({
                  id,
                  operation: transaction.apply(single),
                  document: transaction.read(id) ?? null,
                }),
              ),
            ),
          )
          refusedAs('mutationError', mutations.length - 1, () => settled(transaction))
          return {outcome: {results: outcome}}
        },
      )
      const withDocuments = results.map(({id, operation, document = store.get(id) ?? null}) => ({
        id,
        operation,
        document,
      }))
      return {transactionId, results: withDocuments}
    },

    act: (actions, options) => {
      if (new Set(actions.map(isReleaseAction)).size > 1) {
        throw httpError(400, 'Actions on releases and on documents do not go into one transaction.')
      }
      return commit(actions, options, (transaction) => {
        const forget = actions.flatMap((action, index) =>
          refusedAs('actionError', index, () => perform(action, transaction, view)),
        )
        refusedAs('actionError', actions.length - 1, () => settled(transaction))
        return {outcome: {}, forget: forget.flatMap((id) => [id, ...store.recordedIds(id)])}
      })
    },

    history: (ids, user) => {
      if (user === null) throw httpError(401, 'Reading the history needs a token.')
      return replay(store.changes(ids.filter((id) => mayRead(user, id))))
    },
    recordedIds: (publishedId) => store.recordedIds(publishedId),
    recordedVersions: (release) => store.recordedVersions(release),

    forget: (ids, words, user) => {
      requireWriter(user)
      store.forget(ids.flatMap((id) => store.recordedIds(id)))
      return store
        .all()
        .filter((document) => words.some((word) => JSON.stringify(document).includes(word)))
        .map(({_id}) => _id)
    },

    listen: (options, receive) => {
      const find = (id: string) => (mayRead(options.user, id) ? store.get(id) : undefined)
      const notify = (transaction: Transaction): void => {
        const events = eventsFor(transaction, options, scope(options.user, find))
        if (events.length > 0) receive(events)
      }
      listeners.add(notify)
      return () => listeners.delete(notify)
    },

    close: () => {
      timekeeper.stop()
      store.close()
    },
  }
}

function requireWriter(user: User | null): User {
  if (user === null) {
    throw httpError(401, 'Writing needs a token: send it as "Authorization: Bearer …".')
  }
  if (!mayWrite(user)) {
    throw permissionError(`The role "${user.role}" may not change documents.`)
  }
  return user
}

/** An answer is kept to be given again, without the documents: they can be erased, it cannot. */
function withoutDocument(key: string, value: unknown): unknown {
  return key === 'document' ? undefined : value
}

function refusedAs<T>(kind: 'mutationError' | 'actionError', index: number, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof Refusal ? toLakeError(kind, index, error) : error
  }
}

function toLakeError(
  kind: 'mutationError' | 'actionError',
  index: number,
  {type, message, details, statusCode}: Refusal,
): LakeError {
  return writeError(kind, statusCode, {index, error: {type, description: message, ...details}})
}
