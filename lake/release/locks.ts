import {isDeepStrictEqual} from 'node:util'

import type {SanityDocument} from '@sanity/client'

import {Refusal} from '../refusal.ts'
import {isRelease, releaseDocumentId, releaseNameOf, releaseOfVersion, titleOf} from './release.ts'

/**
 * Refuses a change to what a release holds fast: its versions while it is not active, and always its
 * own state, which only actions change.
 */
export function checkLock(
  {
    documentId,
    before,
    after,
  }: {
    documentId: string
    before: SanityDocument | undefined
    after: SanityDocument | undefined
  },
  stored: (id: string) => SanityDocument | undefined,
): void {
  const name = releaseOfVersion(documentId)
  const release = name === undefined ? undefined : stored(releaseDocumentId(name))
  if (isRelease(release) && release.state !== 'active') {
    const description = `"${documentId}" cannot be changed: its release ${titleOf(release)} is ${release.state}.`
    throw new Refusal('documentLockedError', description, {id: documentId})
  }
  if (releaseNameOf(documentId) === undefined) return
  const unharmed = after
    ? isDeepStrictEqual(heldFast(before), heldFast(after)) || (!before && statesNothing(after))
    : !isScheduled(before)
  if (!unharmed) {
    const description = `The state of the release "${documentId}" is changed by actions only.`
    throw new Refusal('documentLockedError', description, {id: documentId})
  }
}

function isScheduled(document: SanityDocument | undefined): boolean {
  return isRelease(document) && document.state === 'scheduled'
}

/** A document that only goes by a release's id. */
function statesNothing(document: SanityDocument): boolean {
  return heldFast(document).every((value) => value === undefined)
}

/** What of a release a mutation leaves alone; a new one may only be active. */
function heldFast(document: SanityDocument | undefined): unknown[] {
  if (document === undefined) return ['active', undefined, undefined]
  return [document['state'], document['publishAt'], document['finalDocumentStates']]
}
