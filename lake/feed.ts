import type {User} from './access.ts'
import {eventsFor, type ListenOptions, type MutationEvent, type Transitions} from './listener.ts'
import {currentPosition, missedSince, wasTold} from './missed.ts'
import type {QueryScope} from './query/runQuery.ts'
import type {Store} from './store/store.ts'
import {tagsOfChanges, type SyncTag} from './syncTags.ts'
import type {Transaction} from './transaction.ts'

/** Who follows what changes, to have queries answered again. */
export interface LiveOptions {
  user: User | null
  /** Told of drafts and versions, too. */
  includeDrafts: boolean
}

/** The tags of one transaction; `position` is where whoever has got them can go on. */
export interface LiveMessage {
  position: string
  tags: SyncTag[]
}

/** What is told of a dataset's changes while they are made, or afterwards to those who come back. */
export interface Feed {
  /**
   * Calls `receive` with the events of each later transaction; returns the way to stop. A filter that
   * cannot be evaluated ends it, and `fail` is told why: that is no matter of whoever writes.
   */
  listen(
    options: ListenOptions,
    receive: (events: MutationEvent[]) => void,
    fail: (error: unknown) => void,
  ): () => void
  /** The events since the one with this id; `undefined` when they cannot be told any more. */
  missed(options: ListenOptions, eventId: string): MutationEvent[] | undefined
  /** As `listen`, with nothing but sync tags. */
  follow(options: LiveOptions, receive: (message: LiveMessage) => void): () => void
  missedTags(options: LiveOptions, position: string): LiveMessage[] | undefined
  /** The transactions after a position, whoever may see them; `undefined` as above. */
  since(position: string): Transaction[] | undefined
  /** Where those stand who are told from now on of what the user may see; without one, of everything. */
  position(user?: User | null): string
}

/** A dataset's feed, and the function that hands it each transaction once it is stored. */
export function createFeed({
  dataset,
  store,
  sees,
  scope,
  noteReading,
}: {
  dataset: string
  store: Store
  sees: (user: User | null, id: string) => boolean
  /** Called with the ids of documents that a listener was told of. */
  noteReading: (ids: readonly string[], user: User | null) => void
  scope: (user: User | null) => Omit<QueryScope, 'view'>
}): {feed: Feed; tell: (transaction: Transaction) => void} {
  const receivers = new Set<(transaction: Transaction, known: Transitions) => void>()

  function receive(receiver: (transaction: Transaction, known: Transitions) => void): () => void {
    receivers.add(receiver)
    return () => receivers.delete(receiver)
  }

  function eventsIn(
    transaction: Transaction,
    options: ListenOptions,
    known?: Transitions,
  ): MutationEvent[] {
    const find = (id: string) => (sees(options.user, id) ? store.get(id) : undefined)
    const changes = transaction.changes
      .filter(({documentId}) => sees(options.user, documentId))
      .toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1))
    const from = {find, ...scope(options.user)}
    const events = eventsFor({...transaction, changes}, options, from, known)
    noteReading(
      events.map(({documentId}) => documentId),
      options.user,
    )
    return events
  }

  function messageOf({id, changes}: Transaction, options: LiveOptions): LiveMessage[] {
    const seen = changes.filter(
      ({documentId}) =>
        sees(options.user, documentId) &&
        (options.includeDrafts || !/^(?:drafts|versions)\./.test(documentId)),
    )
    return seen.length === 0 ? [] : [{position: `${id}#`, tags: tagsOfChanges(dataset, seen)}]
  }

  function since(position: string): Transaction[] | undefined {
    return missedSince(store, position)?.filter(({id}) => !wasTold(position, id, ''))
  }

  return {
    tell: (transaction) => {
      const known: Transitions = new Map()
      for (const tell of receivers) tell(transaction, known)
    },
    feed: {
      listen: (options, send, fail) => {
        const stop = receive((transaction, known) => {
          try {
            const events = eventsIn(transaction, options, known)
            if (events.length > 0) send(events)
          } catch (error) {
            stop()
            fail(error)
          }
        })
        return stop
      },
      missed: (options, eventId) =>
        missedSince(store, eventId)
          ?.flatMap((transaction) => eventsIn(transaction, options))
          .filter(({transactionId, documentId}) => !wasTold(eventId, transactionId, documentId)),
      follow: (options, send) =>
        receive((transaction) => messageOf(transaction, options).forEach(send)),
      missedTags: (options, position) =>
        since(position)?.flatMap((transaction) => messageOf(transaction, options)),
      since,
      position: (user) => currentPosition(store, (id) => user === undefined || sees(user, id)),
    },
  }
}
