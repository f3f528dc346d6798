import {randomUUID} from 'node:crypto'

import {describeError, type Log} from '../log.ts'
import {Refusal} from '../refusal.ts'
import type {Store} from '../store/store.ts'
import {timestampAfter} from '../timestamp.ts'
import {openTransaction, type OpenTransaction, type Transaction} from '../transaction.ts'
import {noteFailure, publishRelease, type ReleaseView} from './performRelease.ts'
import {scheduledAmong, type ScheduledRelease} from './schedule.ts'

/** A clock that was set, or a machine that slept, is noticed after this long at the latest. */
const LONGEST_WAIT_MS = 30_000

/** Publishes releases at the time they are scheduled for. */
export interface Timekeeper {
  /** To be called when a release was changed. What is due, also since long, is published now. */
  look(): void
  stop(): void
}

/**
 * Keeps the schedule of a dataset. A release is published in one transaction, in the name of whoever
 * scheduled it; one that cannot be is active again and says why in its field `error`.
 */
export function createTimekeeper(
  store: Store,
  view: ReleaseView,
  record: (transaction: Transaction) => void,
  {now, log}: {now: () => number; log: Log},
): Timekeeper {
  let timer: NodeJS.Timeout | undefined

  function write(author: string, work: (transaction: OpenTransaction) => void): void {
    const id = randomUUID()
    const timestamp = timestampAfter(store.sequence.last()?.timestamp, now())
    const transaction = openTransaction(store, {id, timestamp})
    work(transaction)
    record({id, timestamp, author, changes: transaction.close()})
  }

  function publish(release: ScheduledRelease): void {
    const author = store.changes([release._id]).at(-1)?.author ?? 'system'
    try {
      write(author, (transaction) => publishRelease(release, transaction, view))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      write(author, (transaction) => noteFailure(release, error.message, transaction))
    }
  }

  function publishDue(time: number): void {
    for (const release of scheduledAmong(store.ofType('system.release'))) {
      if (Date.parse(release.publishAt) <= time) publish(release)
    }
  }

  function look(): void {
    clearTimeout(timer)
    // What becomes due while this is at work is not over: it is waited for, and not taken for a failure.
    const time = now()
    try {
      publishDue(time)
    } catch (error) {
      // A full disk, for instance: the next look tries again.
      const message = 'What is scheduled could not be published; it is tried again.'
      log({level: 'error', event: 'schedule', message, ...describeError(error)})
    }
    const [next] = scheduledAmong(store.ofType('system.release'))
    if (!next) return
    const wait = Date.parse(next.publishAt) - time
    timer = setTimeout(look, wait > 0 ? Math.min(wait, LONGEST_WAIT_MS) : LONGEST_WAIT_MS)
    timer.unref()
  }

  return {look, stop: () => clearTimeout(timer)}
}
