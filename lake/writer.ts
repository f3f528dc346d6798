import {createHash, randomUUID} from 'node:crypto'

import type {SanityDocument} from '@sanity/client'

import {requireWriter, type User} from './access.ts'
import {isReleaseAction, perform, type Action, type ActionView} from './action.ts'
import {layerOf, publishedIdOf} from './documentId.ts'
import type {Erasures} from './erasures.ts'
import {httpError} from './errors.ts'
import {replay} from './history/replay.ts'
import type {Log} from './log.ts'
import {settle, type Mutation} from './mutation.ts'
import type {GroqRequest} from './query/parsedQuery.ts'
import {refusedAs} from './refusedAs.ts'
import {releaseNameOf} from './release/release.ts'
import {checkSchedules} from './release/schedule.ts'
import {createTimekeeper} from './release/timekeeper.ts'
import {UNREPEATABLE, type RecordedTransaction, type Store} from './store/store.ts'
import {timestampAfter} from './timestamp.ts'
import {
  openTransaction,
  type OpenTransaction,
  type Operation,
  type Transaction,
} from './transaction.ts'
import {idOf, mutationsWithoutErased} from './withoutErased.ts'

/** How a write is to be carried out; a transaction id sent again is answered without writing again. */
export interface WriteOptions {
  user: User | null
  transactionId?: string | undefined
  /** Checks everything and stores nothing. */
  dryRun?: boolean
  /** Documents come from elsewhere, where it is not known what was erased here. */
  imported?: boolean
  /** Documents keep the revision and time they bring along, if an administrator puts them back. */
  verbatim?: boolean
}

export interface MutationResult {
  id: string
  operation: Operation
  /** The document after this mutation, `null` when it is gone; not kept in what is recorded. */
  document?: SanityDocument | null
}

/** Everything that changes a dataset, each time in one transaction. */
export interface Writer {
  mutate(
    mutations: readonly Mutation[],
    options: WriteOptions,
  ): {transactionId: string; results: MutationResult[]}
  act(actions: readonly Action[], options: WriteOptions): {transactionId: string}
  /** Publishes what is due, also since long, and from now on whatever is scheduled. */
  start(): void
  stop(): void
}

/** The way to change what a store holds. */
export function createWriter({
  store,
  erasures,
  query,
  recorded,
  now,
  log,
}: {
  store: Store
  erasures: Erasures
  /** What a mutation by query applies to, seen raw and by the one who writes. */
  query: (request: GroqRequest, user: User) => unknown
  /** Called with each transaction once it is stored. */
  recorded: (transaction: Transaction) => void
  /** The clock, in milliseconds. */
  now: () => number
  log: Log
}): Writer {
  /** What is put back must not make a document again what it was when that has been forgotten. */
  function isNotIntoPast(mutation: Mutation): boolean {
    const id = idOf(mutation)
    if (id === undefined || 'create' in mutation || !erasures.hasNoPast(id)) return true
    return store.group(publishedIdOf(id)).length === 0
  }

  function select(request: GroqRequest, user: User): string[] {
    const result = query(request, user)
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
      untouched: () => openTransaction(store, {id: 'trial', timestamp: transaction.timestamp}),
      releases: () => store.ofType('system.release'),
      view,
    })
  }

  const timekeeper = createTimekeeper(
    store,
    view,
    (transaction) => record(transaction, UNREPEATABLE),
    {now, log},
  )

  function record(
    transaction: Transaction,
    answer: RecordedTransaction,
    forget: readonly string[] = [],
  ): void {
    store.write(transaction, answer, forget)
    recorded(transaction)
  }

  /**
   * Runs a write as one transaction. `body` is what it is about, to know a repeated one by. What was
   * recorded of the documents that the work returns in `forget` goes with it.
   */
  function commit<T extends {results?: MutationResult[]}>(
    body: unknown,
    {user, transactionId, dryRun = false, verbatim = false}: WriteOptions,
    work: (transaction: OpenTransaction, user: User) => {outcome: T; forget?: readonly string[]},
  ): {transactionId: string} & T {
    const writer = requireWriter(user)
    // Only whoever chose the id can repeat it.
    const digest = transactionId === undefined ? undefined : digestOf(body)
    const repeated = transactionId === undefined ? undefined : store.recorded(transactionId)
    if (repeated) {
      if (repeated.digest === digest) return JSON.parse(repeated.response)
      throw httpError(409, `The transaction id "${transactionId}" was used for something else.`)
    }
    const id = transactionId ?? randomUUID()
    const timestamp = timestampAfter(store.sequence.last()?.timestamp, now())
    const open = openTransaction(store, {
      id,
      timestamp,
      verbatim: verbatim && writer.role === 'administrator',
    })
    const {outcome, forget = []} = work(open, writer)
    const changes = open.close()
    for (const {documentId, after} of changes) {
      if (after && erasures.isErased(documentId)) {
        throw httpError(
          409,
          `"${documentId}" was erased: a document with this id cannot come back.`,
        )
      }
    }
    const response = {transactionId: id, ...outcome}
    if (dryRun || changes.length === 0) return response

    const transaction: Transaction = {id, timestamp, author: writer.id, changes}
    const answer =
      digest === undefined
        ? UNREPEATABLE
        : {digest, response: JSON.stringify(response, withoutDocument)}
    record(transaction, answer, forget)
    if (changes.some(({documentId}) => releaseNameOf(documentId) !== undefined)) timekeeper.look()
    return response
  }

  function mutate(mutations: readonly Mutation[], options: WriteOptions) {
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
  }

  return {
    mutate: (requested, options) => {
      const allowed = options.imported ? mutationsWithoutErased(requested, erasures) : requested
      return mutate(options.verbatim ? allowed.filter(isNotIntoPast) : allowed, options)
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

    start: () => timekeeper.look(),
    stop: () => timekeeper.stop(),
  }
}

function digestOf(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex')
}

/** An answer is kept to be given again, without the documents: they can be erased, it cannot. */
function withoutDocument(key: string, value: unknown): unknown {
  return key === 'document' ? undefined : value
}
