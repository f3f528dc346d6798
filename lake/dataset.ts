import {createHash, randomUUID} from 'node:crypto'

import type {SanityDocument} from '@sanity/client'

import {mayRead, mayWrite, type User} from './access.ts'
import {isReleaseAction, perform, type Action, type ActionView} from './action.ts'
import type {AssetFiles} from './assets/assetFiles.ts'
import {parseAssetId} from './assets/assetId.ts'
import {layerOf, publishedIdOf} from './documentId.ts'
import {httpError, permissionError, writeError, type LakeError} from './errors.ts'
import type {Erasures} from './erasures.ts'
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

/** One dataset as its users meet it. Who may see or change what is decided here and nowhere else. */
export interface Dataset {
  readonly name: string
  readonly assets: AssetFiles
  count(): number
  /** The documents that the user may read, drafts included, as JSON; of these types or of all. */
  exported(user: User | null, types?: ReadonlySet<string>): string[]
  /** Whether there is such a document; that alone is told to whoever asks. */
  has(id: string): boolean
  query(request: GroqRequest, perspective: Perspective, user: User | null): unknown
  documents(
    ids: readonly string[],
    user: User | null,
  ): {documents: SanityDocument[]; omitted: {id: string; reason: 'existence' | 'permission'}[]}
  /** A document by its id, whoever asks. */
  find: (id: string) => SanityDocument | undefined
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
   * Removes from the log what documents, their drafts and versions were before, and remembers that
   * neither the words nor those of the documents that are gone may come back. Returns the ids of all
   * documents in which one of the words still stands.
   */
  forget(ids: readonly string[], words: readonly string[], user: User | null): string[]
  /** The documents whose past was forgotten, as they are now. */
  withoutPast(): SanityDocument[]
  /** Calls `receive` with the events of each later transaction; returns the way to stop. */
  listen(options: ListenOptions, receive: (events: MutationEvent[]) => void): () => void
  /** The ids of all documents that describe a file. */
  assetIds(): string[]
  /** Tells the documents of assets where the lake can be reached now: their `url` begins with it. */
  moveAssets(address: string): void
  /** Writes a copy, as it is now, to a new file. */
  copyTo(file: string): void
  /** Aborted when it is closed, so that event streams end. */
  readonly closed: AbortSignal
  close(): void
}

/** The author of what the lake changes by itself. */
const LAKE: User = {id: 'lake', name: 'Content Lake', role: 'administrator'}

/** A dataset over a store. The file of an asset goes with the document that describes it. */
export function createDataset({
  name,
  projectId,
  store,
  assets,
  erasures,
  isPublic,
  onTransaction,
}: {
  name: string
  projectId: string
  store: Store
  assets: AssetFiles
  erasures: Erasures
  /** Whether those without a token may read what is published. */
  isPublic: () => boolean
  /** Called with each transaction once it is stored. */
  onTransaction: (transaction: Transaction) => void
}): Dataset {
  const closed = new AbortController()
  const listeners = new Set<(transaction: Transaction) => void>()
  // A database that knows no asset may be another one than the files belong to.
  if (assetDocuments().length > 0) assets.sweep((id) => store.get(id) !== undefined)

  function assetDocuments(): SanityDocument[] {
    return [...store.ofType('sanity.imageAsset'), ...store.ofType('sanity.fileAsset')]
  }

  function scope(user: User | null, find: (id: string) => SanityDocument | undefined) {
    return {find, identity: user?.id ?? '<none>', projectId, dataset: name}
  }

  /**
   * A private dataset shows the public nothing. Of a picture or file it learns when something
   * published shows it, not when it is uploaded.
   */
  function sees(user: User | null, id: string): boolean {
    if (!mayRead(user, id)) return false
    return user !== null || (isPublic() && (parseAssetId(id) === undefined || store.isPublic(id)))
  }

  function readable(user: User | null): SanityDocument[] {
    return store.all().filter(({_id}) => sees(user, _id))
  }

  function query(request: GroqRequest, perspective: Perspective, user: User | null): unknown {
    const prepared = prepareQuery(request)
    const documents = viewThrough(perspective, readable(user))
    const byId = new Map(documents.map((document) => [document._id, document]))
    return prepared({documents, ...scope(user, (id) => byId.get(id))})
  }

  /** What is put back must not make a document again what it was when that has been forgotten. */
  function isNotIntoPast(mutation: Mutation): boolean {
    const id = idOf(mutation)
    if (id === undefined || 'create' in mutation || !erasures.hasNoPast(id)) return true
    return store.group(publishedIdOf(id)).length === 0
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
      untouched: () => openTransaction(store, {id: 'trial', timestamp: transaction.timestamp}),
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
    for (const {documentId, after} of transaction.changes) if (!after) assets.remove(documentId)
    for (const notify of listeners) notify(transaction)
    onTransaction(transaction)
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
    const digest = createHash('sha256').update(JSON.stringify(body)).digest('hex')
    const repeated = transactionId === undefined ? undefined : store.recorded(transactionId)
    if (repeated) {
      if (repeated.digest === digest) return JSON.parse(repeated.response)
      throw httpError(409, `The transaction id "${transactionId}" was used for something else.`)
    }
    const id = transactionId ?? randomUUID()
    const timestamp = new Date().toISOString()
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
    record(transaction, {digest, response: JSON.stringify(response, withoutDocument)}, forget)
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
    name,
    assets,
    count: () => store.count(),
    exported: (user, types) => {
      if (user === null) throw httpError(401, 'An export needs a token.')
      return store.contents((id, type) => sees(user, id) && (types?.has(type) ?? true))
    },
    has: (id) => store.get(id) !== undefined,
    query,

    documents: (ids, user) => {
      const documents: SanityDocument[] = []
      const omitted: {id: string; reason: 'existence' | 'permission'}[] = []
      for (const id of new Set(ids)) {
        // Who may not read a document learns nothing of whether it exists.
        const document = sees(user, id) ? store.get(id) : undefined
        if (document) documents.push(document)
        else omitted.push({id, reason: sees(user, id) ? 'existence' : 'permission'})
      }
      return {documents, omitted}
    },

    find: (id) => store.get(id),
    versions: (publishedId, user) => store.group(publishedId).filter(({_id}) => sees(user, _id)),

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

    history: (ids, user) => {
      if (user === null) throw httpError(401, 'Reading the history needs a token.')
      return replay(store.changes(ids.filter((id) => sees(user, id))))
    },
    recordedIds: (publishedId) => store.recordedIds(publishedId),
    recordedVersions: (release) => store.recordedVersions(release),

    forget: (ids, words, user) => {
      requireWriter(user)
      const isThere = (id: string): boolean => store.group(publishedIdOf(id)).length > 0
      const {true: changed = [], false: gone = []} = Object.groupBy(ids, (id) => `${isThere(id)}`)
      erasures.remember({gone, changed, words})
      store.forget(ids.flatMap((id) => store.recordedIds(id)))
      return store
        .all()
        .filter((document) => words.some((word) => JSON.stringify(document).includes(word)))
        .map(({_id}) => _id)
    },

    withoutPast: () => store.all().filter(({_id}) => erasures.hasNoPast(_id)),

    listen: (options, receive) => {
      const find = (id: string) => (sees(options.user, id) ? store.get(id) : undefined)
      const notify = (transaction: Transaction): void => {
        const changes = transaction.changes.filter(({documentId}) => sees(options.user, documentId))
        const seen = {...transaction, changes}
        const events = eventsFor(seen, options, scope(options.user, find))
        if (events.length > 0) receive(events)
      }
      listeners.add(notify)
      return () => listeners.delete(notify)
    },

    assetIds: () => assetDocuments().map(({_id}) => _id),
    moveAssets: (address) => {
      const moved = assetDocuments()
        .map(({_id, url, path}) => ({id: _id, was: url, url: `${address}/${path}`}))
        .filter(({id, was, url}) => was !== url && assets.find(id) !== undefined)
        .map(({id, url}) => ({patch: {id, set: {url}}}))
      if (moved.length > 0) mutate(moved, {user: LAKE})
    },
    copyTo: (file) => store.copyTo(file),
    closed: closed.signal,
    close: () => {
      closed.abort()
      timekeeper.stop()
      store.close()
    },
  }
}

/** The user of a request that changes something; a 401 or 403 for anybody else. */
export function requireWriter(user: User | null): User {
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
