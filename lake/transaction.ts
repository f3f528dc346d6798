import type {SanityDocument} from '@sanity/client'

import {applyMutation, targetOf, type Stamp} from './applyMutation.ts'
import {isDocumentId} from './documentId.ts'
import {
  contentOf,
  isCreation,
  withContent,
  type Content,
  type DocumentMutation,
} from './mutation.ts'
import {edgesOf} from './reference.ts'
import {Refusal} from './refusal.ts'
import {checkLock} from './release/locks.ts'
import {releaseNameOf, releaseOfVersion} from './release/release.ts'
import type {Store} from './store/store.ts'

/** What a transaction did to one document, with the mutations that lead from before to after. */
export interface Change {
  documentId: string
  before: SanityDocument | undefined
  after: SanityDocument | undefined
  mutations: DocumentMutation[]
}

/** Changes that were made together; its id is the revision of each document it changed. */
export interface Transaction {
  id: string
  /** ISO 8601 with milliseconds, UTC. */
  timestamp: string
  author: string
  changes: Change[]
}

export type Operation = 'create' | 'update' | 'delete' | 'none'

/** A transaction being put together: mutations apply on top of each other, nothing is stored yet. */
export interface OpenTransaction {
  /** ISO 8601 with milliseconds, UTC. */
  timestamp: string
  /** The document as the mutations so far have left it. */
  read: (id: string) => SanityDocument | undefined
  apply: (mutation: DocumentMutation) => Operation
  /**
   * Refuses a write that was computed from another revision than the stored one. A transaction has
   * one revision: its own changes to a document do not count.
   */
  checkRevision: (expected: string | undefined, id: string) => void
  /** Lets this transaction change a release and its versions, whatever its state. */
  unlock: (release: string) => void
  /** The same transaction for trial: what is done in it does not happen. */
  fork: () => OpenTransaction
  /** Ends it: locks and references are checked, and what changed is returned. */
  close: () => Change[]
}

/** Starts a transaction over a dataset. `Refusal` is thrown for whatever the Content Lake forbids. */
export function openTransaction(
  store: Store,
  stamp: Stamp,
  touched = new Map<string, Change>(),
  unlocked = new Set<string>(),
): OpenTransaction {
  function read(documentId: string): SanityDocument | undefined {
    const change = touched.get(documentId)
    return change ? change.after : store.get(documentId)
  }

  /** What was found to be stored is asked for again and again. */
  const stored = new Set<string>()

  /** Those that do not exist of the documents that changed ones need to exist. */
  function missingTargets(changes: readonly Change[]): Set<string> {
    const targets = new Set(changes.flatMap(({after}) => (after ? strongTargets(after) : [])))
    const unknown = [...targets].filter((id) => !touched.has(id) && !stored.has(id))
    const missing = new Set(unknown.length > 0 ? store.missing(unknown) : [])
    for (const id of unknown) if (!missing.has(id)) stored.add(id)
    for (const [id, {after}] of touched) if (!after) missing.add(id)
    return missing
  }

  function apply(mutation: DocumentMutation): Operation {
    const documentId = targetOf(mutation)
    if (!isDocumentId(documentId)) {
      throw new Refusal('invalidIdError', `"${documentId}" cannot be a document id.`, {}, 400)
    }
    const current = read(documentId)
    if (current === undefined && ('delete' in mutation || 'patch' in mutation)) {
      if ('delete' in mutation) return 'none'
      throw new Refusal('documentNotFoundError', `The document "${documentId}" does not exist.`, {
        id: documentId,
      })
    }
    if (current !== undefined && 'create' in mutation) {
      throw new Refusal(
        'documentAlreadyExistsError',
        `The document "${documentId}" already exists.`,
        {id: documentId},
      )
    }
    if (current !== undefined && 'createIfNotExists' in mutation) return 'none'
    if ('patch' in mutation) checkRevision(mutation.patch.ifRevisionID, documentId)

    const change = touched.get(documentId) ?? {
      documentId,
      before: current,
      after: current,
      mutations: [],
    }
    change.after = applyMutation(current, mutation, stamp)
    if (stamp.verbatim) change.mutations = [verbatim(documentId, change.after)]
    else change.mutations.push(asRecorded(mutation))
    touched.set(documentId, change)
    if (change.after === undefined) return 'delete'
    return current === undefined ? 'create' : 'update'
  }

  function checkRevision(expected: string | undefined, documentId: string): void {
    const document = touched.get(documentId)?.before ?? read(documentId)
    if (expected === undefined || document?._rev === expected) return
    const found = document ? `revision "${document._rev}"` : 'no document'
    throw new Refusal(
      'documentRevisionIDDoesNotMatchError',
      `"${documentId}" was expected at revision "${expected}", but there is ${found}.`,
      {id: documentId},
    )
  }

  function close(): Change[] {
    const changes = [...touched.values()].filter(({before, after}) => before ?? after)
    const missing = missingTargets(changes)
    for (const change of changes) {
      const {documentId, before, after} = change
      const release = releaseNameOf(documentId) ?? releaseOfVersion(documentId)
      if (release !== undefined && !unlocked.has(release))
        checkLock(change, (key) => store.get(key))
      if (after) checkTargets(after, missing)
      else if (before) checkReferrers(documentId, store, touched)
    }
    return changes
  }

  function fork(): OpenTransaction {
    const copies = new Map<string, Change>()
    for (const [key, change] of touched) {
      copies.set(key, {...change, mutations: [...change.mutations]})
    }
    return openTransaction(store, stamp, copies, new Set(unlocked))
  }

  const unlock = (release: string): void => void unlocked.add(release)
  return {timestamp: stamp.timestamp, read, apply, checkRevision, unlock, fork, close}
}

/** Revision and update time belong to the transaction that writes a copy, not to the copy. */
export function withoutStamps(document: Content): Content {
  const {_rev, _updatedAt, ...content} = document
  return content
}

/**
 * A mutation without what has done its work: a lock, replayed by a listener, would refuse the
 * listener's own state; a revision that a document was sent with is not the one it got.
 */
function asRecorded(mutation: DocumentMutation): DocumentMutation {
  if ('patch' in mutation) {
    const {ifRevisionID, ...patch} = mutation.patch
    return {patch}
  }
  if (!isCreation(mutation)) return mutation
  const {_rev, ...content} = contentOf(mutation)
  return withContent(mutation, content)
}

/** What is put back as it was is recorded whole, with its revision: that is how a replay knows it. */
function verbatim(id: string, document: SanityDocument | undefined): DocumentMutation {
  return document === undefined ? {delete: {id}} : {createOrReplace: {...document}}
}

function checkTargets(document: SanityDocument, missing: ReadonlySet<string>): void {
  if (missing.size === 0) return
  const target = strongTargets(document).find((id) => missing.has(id))
  if (target === undefined) return
  throw new Refusal(
    'documentReferenceDoesNotExistError',
    `"${document._id}" refers to "${target}", which does not exist.`,
    {id: target},
  )
}

function checkReferrers(documentId: string, store: Store, touched: Map<string, Change>): void {
  const referencingIDs = store.strongReferrers(documentId).filter((id) => {
    const change = touched.get(id)
    if (change === undefined) return id !== documentId
    return change.after !== undefined && refersStrongly(change.after, documentId)
  })
  if (referencingIDs.length === 0) return
  throw new Refusal(
    'documentHasExistingReferencesError',
    `"${documentId}" cannot be deleted: ${referencingIDs.length} other document(s) refer to it.`,
    {id: documentId, referencingIDs},
  )
}

function refersStrongly(document: SanityDocument, target: string): boolean {
  return strongTargets(document).includes(target)
}

function strongTargets(document: SanityDocument): string[] {
  return edgesOf(document).flatMap(({target, isStrong}) => (isStrong ? target : []))
}
