import type {ReleaseDocument} from '@sanity/client'

import {layerOf} from '../documentId.ts'
import {Refusal} from '../refusal.ts'
import type {Change, OpenTransaction} from '../transaction.ts'
import {releaseNameOf, titleOf} from './release.ts'
import {publishRelease, type ReleaseView} from './performRelease.ts'

/** A release that waits for its time. */
export type ScheduledRelease = ReleaseDocument & {publishAt: string}

/** Those of some documents that are scheduled releases, the next one first. */
export function scheduledAmong(documents: readonly unknown[]): ScheduledRelease[] {
  return documents
    .filter(isScheduledRelease)
    .toSorted((a, b) => Date.parse(a.publishAt) - Date.parse(b.publishAt))
}

/**
 * Refuses a transaction after which a scheduled release could not be published, by publishing all of
 * them in their order, for trial. Only what takes something away, or changes a schedule, can do that.
 */
export function checkSchedules(
  changes: readonly Change[],
  transaction: OpenTransaction,
  releases: readonly ReleaseDocument[],
  view: ReleaseView,
): void {
  const risky = changes.some(
    ({documentId, after}) =>
      releaseNameOf(documentId) !== undefined ||
      (after === undefined && layerOf(documentId) === 'published'),
  )
  if (!risky) return
  const trial = transaction.fork()
  const touched = changes.flatMap(({after}) => after ?? [])
  const known = new Map([...releases, ...touched].map((document) => [document._id, document]))
  const current = [...known.keys()].map((id) => trial.read(id))
  for (const release of scheduledAmong(current)) {
    try {
      publishRelease(release, trial, view)
      trial.close()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const description = `The scheduled release ${titleOf(release)} could not be published: ${error.message}`
      throw new Refusal('scheduledReleaseError', description, {id: release._id})
    }
  }
}

function isScheduledRelease(document: unknown): document is ScheduledRelease {
  return (
    typeof document === 'object' &&
    document !== null &&
    '_type' in document &&
    document._type === 'system.release' &&
    'state' in document &&
    document.state === 'scheduled' &&
    'publishAt' in document &&
    typeof document.publishAt === 'string'
  )
}
