import type {SanityDocument} from '@sanity/client'

import {isProtected, mayRead, mayWrite, requireWriter, type User} from './access.ts'
import type {AccessLog, Reading} from './accessLog.ts'
import type {AssetFiles} from './assets/assetFiles.ts'
import {parseAssetId} from './assets/assetId.ts'
import {isCommentsDataset} from './comments.ts'
import {publishedIdOf} from './documentId.ts'
import type {Erasures} from './erasures.ts'
import {httpError} from './errors.ts'
import {createFeed, type Feed} from './feed.ts'
import {replay, type Step} from './history/replay.ts'
import type {Log} from './log.ts'
import type {Perspective} from './perspective.ts'
import {protectedIn} from './protectedIn.ts'
import type {GroqRequest} from './query/parsedQuery.ts'
import type {Reach} from './query/reach.ts'
import {prepareQuery, runQuery, type QueryScope} from './query/runQuery.ts'
import type {Store} from './store/store.ts'
import {tagsOfAnswer, type SyncTag} from './syncTags.ts'
import type {Transaction} from './transaction.ts'
import {createView} from './view.ts'
import {createWriter, type Writer} from './writer.ts'

/** The author of what the lake changes by itself. */
const LAKE: User = {id: 'lake', name: 'Content Lake', role: 'administrator'}

/** One dataset as its users meet it. Who may see or change what is decided here and nowhere else. */
export interface Dataset extends Pick<Writer, 'mutate' | 'act'> {
  readonly name: string
  readonly assets: AssetFiles
  count(): number
  /** The documents that the user may read, drafts included, as JSON; of these types or of all. */
  exported(user: User | null, types?: ReadonlySet<string>): string[]
  /** Whether there is such a document; that alone is told to whoever asks. */
  has(id: string): boolean
  /**
   * What GROQ makes of the documents in a perspective that the user may read, and the tags by which
   * a front end knows when to ask again.
   */
  query(
    request: GroqRequest,
    perspective: Perspective,
    user: User | null,
  ): Promise<{result: unknown; syncTags: SyncTag[]}>
  documents(
    ids: readonly string[],
    user: User | null,
  ): {documents: SanityDocument[]; omitted: {id: string; reason: 'existence' | 'permission'}[]}
  /** A document by its id, whoever asks. */
  find: (id: string) => SanityDocument | undefined
  /** The published document with its draft and versions, as far as the user may read them. */
  versions(publishedId: string, user: User | null): SanityDocument[]
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
  /** Notes that the user was given these documents, as far as they are protected. */
  noteReading(by: Reading['by'], ids: readonly string[], user: User | null): void
  /** The same of all that a backup holds. */
  noteBackup(user: User | null): void
  /** Removes from the log what all documents were before. */
  forgetPast(): void
  /** The documents whose past was forgotten, as they are now. */
  withoutPast(): SanityDocument[]
  /** What is told of its changes. */
  readonly feed: Feed
  /** The ids of all documents that describe a file. */
  assetIds(): string[]
  /** Tells the documents of assets where the lake can be reached now: their `url` begins with it. */
  moveAssets(address: string): void
  /** Publishes what is due, also since long, and from now on whatever is scheduled. */
  start(): void
  /** Writes a copy, as it is now, to a new file. */
  copyTo(file: string): void
  /** Aborted when it is closed, so that event streams end; the reason is `deleted` when it is gone for good. */
  readonly closed: AbortSignal
  close(reason?: 'deleted'): void
}

/** A dataset over a store. The file of an asset goes with the document that describes it. */
export function createDataset({
  name,
  projectId,
  store,
  assets,
  erasures,
  isPublic,
  accessLog,
  queryTimeLimit,
  onTransaction,
  now,
  log,
}: {
  name: string
  projectId: string
  store: Store
  assets: AssetFiles
  erasures: Erasures
  /** Whether those without a token may read what is published. */
  isPublic: () => boolean
  /** Where readings of protected documents are noted. */
  accessLog: AccessLog
  /** How long a query may take, in milliseconds; 10 s unless something else is said. */
  queryTimeLimit?: number | undefined
  /** Called with each transaction once it is stored. */
  onTransaction: (transaction: Transaction) => void
  now: () => number
  log: Log
}): Dataset {
  const closed = new AbortController()
  function assetDocuments(): SanityDocument[] {
    return [...store.ofType('sanity.imageAsset'), ...store.ofType('sanity.fileAsset')]
  }

  function scope(user: User | null) {
    const limit = queryTimeLimit === undefined ? {} : {timeLimit: queryTimeLimit}
    return {identity: user?.id ?? '<none>', projectId, dataset: name, ...limit}
  }

  const isForWriters = isCommentsDataset(name)

  /**
   * A private dataset shows the public nothing. Of a picture or file it learns when something
   * published shows it, not when it is uploaded.
   */
  function sees(user: User | null, id: string): boolean {
    if (!mayRead(user, id) || (isForWriters && !(user && mayWrite(user)))) return false
    return user !== null || (isPublic() && (parseAssetId(id) === undefined || store.isPublic(id)))
  }

  /** What a user sees in a perspective, or would if some documents did not exist. */
  function viewOf(
    perspective: Perspective,
    user: User | null,
    without?: ReadonlySet<string>,
  ): QueryScope {
    const view = createView(store, perspective, (id) => sees(user, id), without)
    return {view, ...scope(user)}
  }

  /** Notes which of some documents are protected and have been given to the user. */
  function noteReading(by: Reading['by'], ids: readonly string[], user: User | null): void {
    const documents = ids.filter(isProtected)
    if (user) accessLog.note({user: user.id, name: user.name, dataset: name, by, documents})
  }

  /** The protected documents that a query can have looked at. */
  function reachedBy({types, ids, everything}: Reach, user: User | null): string[] {
    // Without a token nobody sees them, whatever is asked.
    if (user === null) return []
    return store.idsBelow('protected').filter((id) => {
      if (!sees(user, id)) return false
      const type = store.get(id)?._type ?? ''
      return everything || types.has(type) || ids.has(id) || ids.has(publishedIdOf(id))
    })
  }

  const {feed, tell} = createFeed({
    dataset: name,
    store,
    sees,
    scope,
    noteReading: (ids, user) => noteReading('listener', ids, user),
  })
  const writer = createWriter({
    store,
    erasures,
    query: (request, user) => prepareQuery(request)(viewOf('raw', user)),
    recorded: (transaction) => {
      for (const {documentId, after} of transaction.changes) if (!after) assets.remove(documentId)
      tell(transaction)
      onTransaction(transaction)
    },
    now,
    log,
  })

  // A database that knows no asset may be another one than the files belong to.
  if (assetDocuments().length > 0) assets.sweep((id) => store.get(id) !== undefined)

  return {
    name,
    assets,
    count: () => store.count(),
    exported: (user, types) => {
      if (user === null) throw httpError(401, 'An export needs a token.')
      const ids: string[] = []
      const lines = store.contents((id, type) => {
        const isWanted = sees(user, id) && (types?.has(type) ?? true)
        if (isWanted) ids.push(id)
        return isWanted
      })
      noteReading('export', ids, user)
      return lines
    },
    has: (id) => store.get(id) !== undefined,
    query: async (request, perspective, user) => {
      const {result, reach} = runQuery(request, viewOf(perspective, user))
      const answer = await result
      const candidates = reachedBy(reach, user)
      if (candidates.length > 0) {
        const told = await protectedIn(
          answer,
          candidates,
          async (ids) => runQuery(request, viewOf(perspective, user, ids)).result,
        )
        noteReading('query', told, user)
      }
      return {result: answer, syncTags: tagsOfAnswer(name, reach)}
    },

    documents: (ids, user) => {
      const documents: SanityDocument[] = []
      const omitted: {id: string; reason: 'existence' | 'permission'}[] = []
      for (const id of new Set(ids)) {
        // Who may not read a document learns nothing of whether it exists.
        const document = sees(user, id) ? store.get(id) : undefined
        if (document) documents.push(document)
        else omitted.push({id, reason: sees(user, id) ? 'existence' : 'permission'})
      }
      noteReading(
        'document',
        documents.map(({_id}) => _id),
        user,
      )
      return {documents, omitted}
    },

    find: (id) => store.get(id),
    versions: (publishedId, user) => {
      const documents = store.group(publishedId).filter(({_id}) => sees(user, _id))
      noteReading(
        'document',
        documents.map(({_id}) => _id),
        user,
      )
      return documents
    },

    mutate: (mutations, options) => writer.mutate(mutations, options),
    act: (actions, options) => writer.act(actions, options),

    history: (ids, user) => {
      if (user === null) throw httpError(401, 'Reading the history needs a token.')
      const steps = replay(store.changes(ids.filter((id) => sees(user, id))))
      noteReading(
        'history',
        steps.map(({documentId}) => documentId),
        user,
      )
      return steps
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

    noteReading,
    noteBackup: (user) => noteReading('backup', store.idsBelow('protected'), user),

    forgetPast: () => store.forget(store.documentsRecorded()),
    withoutPast: () => store.all().filter(({_id}) => erasures.hasNoPast(_id)),

    feed,
    assetIds: () => assetDocuments().map(({_id}) => _id),
    moveAssets: (address) => {
      const moved = assetDocuments()
        .map(({_id, url, path}) => ({id: _id, was: url, url: `${address}/${path}`}))
        .filter(({id, was, url}) => was !== url && assets.find(id) !== undefined)
        .map(({id, url}) => ({patch: {id, set: {url}}}))
      if (moved.length > 0) writer.mutate(moved, {user: LAKE})
    },
    start: () => writer.start(),
    copyTo: (file) => store.copyTo(file),
    closed: closed.signal,
    close: (reason) => {
      closed.abort(reason)
      writer.stop()
      store.close()
    },
  }
}
