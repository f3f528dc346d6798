import {randomUUID} from 'node:crypto'

import type {ReleaseDocument, SanityDocument} from '@sanity/client'

import {draftIdOf, publishedIdOf} from '../documentId.ts'
import {patchedPaths, type PatchOperations} from '../mutation.ts'
import {strengthenReferences} from '../reference.ts'
import {Refusal} from '../refusal.ts'
import {withoutStamps, type OpenTransaction} from '../transaction.ts'
import {isRelease, releaseDocumentId, titleOf} from './release.ts'
import {releaseMetadata, type ReleaseAction} from './releaseAction.ts'

/** What a release needs to know of the dataset it is in. */
export interface ReleaseView {
  /** The versions in a release. */
  versions(release: string): SanityDocument[]
  /** What a document was when it was last seen; `undefined` when nothing is recorded of it. */
  lastState(id: string): SanityDocument | undefined
}

/**
 * Carries an action on a release out. Everything happens within the transaction, so that the states
 * in between which the hosted service passes through (`scheduling`, `publishing`, …) are never seen.
 */
export function performRelease(
  action: ReleaseAction,
  transaction: OpenTransaction,
  view: ReleaseView,
): void {
  const {apply, read, unlock} = transaction
  const {releaseId: name} = action
  const id = releaseDocumentId(name)
  unlock(name)
  switch (action.actionType) {
    case 'sanity.action.release.create': {
      const {metadata} = action
      return void apply({
        create: {_id: id, _type: 'system.release', name, state: 'active', metadata},
      })
    }
    case 'sanity.action.release.edit': {
      need()
      checkEdit(action.patch)
      apply({patch: {id, ...action.patch}})
      const edited = releaseMetadata.safeParse(read(id)?.['metadata'])
      if (edited.success) return
      const [issue] = edited.error.issues
      throw unusable(`metadata.${issue?.path.join('.')}: ${issue?.message}.`)
    }
    case 'sanity.action.release.publish':
      return publishRelease(need('active'), transaction, view)
    case 'sanity.action.release.schedule': {
      // Scheduling again moves the time.
      need('active', 'scheduled')
      const {publishAt} = action
      return change({state: 'scheduled', publishAt}, ['error'])
    }
    case 'sanity.action.release.unschedule':
      need('scheduled')
      return change({state: 'active'}, ['publishAt'])
    case 'sanity.action.release.archive': {
      need('active')
      const versions = view.versions(name)
      for (const version of versions) apply({delete: {id: version._id}})
      return change({state: 'archived', finalDocumentStates: finalStates(versions)})
    }
    case 'sanity.action.release.unarchive': {
      const {finalDocumentStates = []} = need('archived')
      for (const final of finalDocumentStates) {
        // What was erased since is not brought back.
        const version = view.lastState(final.id)
        if (version) apply({createOrReplace: withoutStamps(version)})
      }
      return change({state: 'active'}, ['finalDocumentStates'])
    }
    case 'sanity.action.release.delete':
      need('archived', 'published')
      return void apply({delete: {id}})
    case 'sanity.action.release.import': {
      const attributes = action.attributes ?? action.document
      if (!attributes) throw unusable('an import needs "attributes" or "document".')
      if (read(id) && action.ifExists === 'ignore') return
      const {_rev, _updatedAt, publishAt, ...content} = attributes
      // An import publishes nothing: what was waiting for its time waits for somebody to say so.
      const waiting = content.state === undefined || unfinished.has(content.state)
      const release = {
        ...content,
        _id: id,
        name,
        state: waiting ? 'active' : content.state,
        metadata: content.metadata ?? {releaseType: 'undecided'},
      }
      return void apply(
        action.ifExists === 'replace' ? {createOrReplace: release} : {create: release},
      )
    }
  }

  function need(...states: ReleaseDocument['state'][]): ReleaseDocument {
    const release = read(id)
    if (!isRelease(release)) {
      throw new Refusal('releaseNotFoundError', `There is no release "${name}".`, {id}, 404)
    }
    if (states.length > 0 && !states.includes(release.state)) {
      const verb = action.actionType.split('.').at(-1)
      const description = `The release ${titleOf(release)} is ${release.state}: "${verb}" needs one that is ${states.join(' or ')}.`
      throw new Refusal('releaseStateError', description, {id})
    }
    return release
  }

  function change(set: Record<string, unknown>, unset: string[] = []): void {
    apply({patch: {id, set, unset}})
  }
}

/**
 * Publishes every version of a release: each takes the place of its published document; one that is
 * marked for it takes the published document away, whose text lives on as a draft.
 */
export function publishRelease(
  {_id, name}: ReleaseDocument,
  {apply, read, unlock, timestamp}: OpenTransaction,
  view: ReleaseView,
): void {
  unlock(name)
  const versions = view.versions(name)
  for (const version of versions) {
    const publishedId = publishedIdOf(version._id)
    const published = read(publishedId)
    if (version['_system']?.delete !== true) {
      const {_system, ...content} = strengthenReferences(version)
      const {_createdAt} = published ?? version
      apply({createOrReplace: withoutStamps({...content, _id: publishedId, _createdAt})})
    } else if (published) {
      const draftId = draftIdOf(publishedId)
      if (!read(draftId)) apply({create: withoutStamps({...published, _id: draftId})})
      apply({delete: {id: publishedId}})
    }
    apply({delete: {id: version._id}})
  }
  const set = {
    state: 'published',
    publishedAt: timestamp,
    finalDocumentStates: finalStates(versions),
  }
  apply({patch: {id: _id, set, unset: ['error']}})
}

/** Takes the schedule off a release whose time came in vain, and notes why. */
export function noteFailure(
  {_id, name}: ReleaseDocument,
  message: string,
  {apply, unlock}: OpenTransaction,
): void {
  unlock(name)
  apply({patch: {id: _id, set: {state: 'active', error: {message}}, unset: ['publishAt']}})
}

const unfinished = new Set(['scheduled', 'scheduling', 'publishing', 'archiving', 'unarchiving'])

function finalStates(versions: readonly SanityDocument[]): {_key: string; id: string}[] {
  return versions.map(({_id}) => ({_key: randomUUID(), id: _id}))
}

function checkEdit(patch: PatchOperations): void {
  const foreign = patchedPaths(patch).find((path) => !/^metadata\b/.test(path))
  if (foreign !== undefined) {
    throw unusable(`only what is under "metadata" can be edited, and "${foreign}" is not.`)
  }
}

function unusable(reason: string): Refusal {
  return new Refusal(
    'invalidReleaseError',
    `The release cannot be changed like this: ${reason}`,
    {},
    400,
  )
}
