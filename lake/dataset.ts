import type {SanityDocument} from '@sanity/client'

import {mayRead, requireWriter, type User} from './access.ts'
import type {AssetFiles} from './assets/assetFiles.ts'
import {parseAssetId} from './assets/assetId.ts'
import {publishedIdOf} from './documentId.ts'
import type {Erasures} from './erasures.ts'
import {httpError} from './errors.ts'
import {createFeed, type Feed} from './feed.ts'
import {replay, type Step} from './history/replay.ts'
import type {Log} from './log.ts'
import type {Perspective} from './perspective.ts'
import type {GroqRequest} from './query/parsedQuery.ts'
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

  /**
   * A private dataset shows the public nothing. Of a picture or file it learns when something
   * published shows it, not when it is uploaded.
   */
  function sees(user: User | null, id: string): boolean {
    if (!mayRead(user, id)) return false
    return user !== null || (isPublic() && (parseAssetId(id) === undefined || store.isPublic(id)))
  }

  function viewOf(perspective: Perspective, user: User | null): QueryScope {
    return {view: createView(store, perspective, (id) => sees(user, id)), ...scope(user)}
  }

  const {feed, tell} = createFeed({dataset: name, store, sees, scope})
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
      return store.contents((id, type) => sees(user, id) && (types?.has(type) ?? true))
    },
    has: (id) => store.get(id) !== undefined,
    query: async (request, perspective, user) => {
      const {result, reach} = runQuery(request, viewOf(perspective, user))
      return {result: await result, syncTags: tagsOfAnswer(name, reach)}
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
      return {documents, omitted}
    },

    find: (id) => store.get(id),
    versions: (publishedId, user) => store.group(publishedId).filter(({_id}) => sees(user, _id)),

    mutate: (mutations, options) => writer.mutate(mutations, options),
    act: (actions, options) => writer.act(actions, options),

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
