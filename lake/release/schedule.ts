import type {ReleaseDocument, SanityDocument} from '@sanity/client'

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

/** A transaction that is about to end, and what it is checked against. */
export interface Ending {
  transaction: OpenTransaction
  /** The dataset as it is without the transaction. */
  untouched: () => OpenTransaction
  releases: () => readonly SanityDocument[]
  view: ReleaseView
}

/**
 * Refuses a transaction that would keep a scheduled release from being published, by publishing all
 * of them in their order, for trial. Only what takes something away, or changes a schedule, can.
 */
export function checkSchedules(changes: readonly Change[], ending: Ending): void {
  if (!changes.some(isRisky)) return
  const after = rehearse(ending.transaction, changes, ending)
  if (after.size === 0) return
  const before = rehearse(ending.untouched(), [], ending)
  for (const [release, reason] of after) {
    if (before.has(release)) continue
    const description = `The scheduled release ${release} could not be published: ${reason}`
    throw new Refusal('scheduledReleaseError', description)
  }
}

function isRisky({documentId, before, after}: Change): boolean {
  return releaseNameOf(documentId) === undefined
    ? after === undefined && layerOf(documentId) === 'published'
    : isScheduledRelease(before) || isScheduledRelease(after)
}

/** What would keep scheduled releases from being published, each by what it is called. */
function rehearse(
  transaction: OpenTransaction,
  changes: readonly Change[],
  {releases, view}: Ending,
): Map<string, string> {
  const failures = new Map<string, string>()
  const ids = [...releases(), ...changes.flatMap(({after}) => after ?? [])].map(({_id}) => _id)
  let stage = transaction
  for (const release of scheduledAmong([...new Set(ids)].map((id) => transaction.read(id)))) {
    const trial = stage.fork()
    try {
      publishRelease(release, trial, view)
      trial.close()
      stage = trial
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      failures.set(titleOf(release), error.message)
    }
  }
  return failures
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
