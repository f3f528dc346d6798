import type {SanityDocument} from '@sanity/client'

import type {User} from './access.ts'
import {effectsOf, type Effects} from './history/effects.ts'
import type {DocumentMutation} from './mutation.ts'
import type {FilterScope, ListenFilter} from './listenFilter.ts'
import type {Transaction} from './transaction.ts'

/** What a listener asked for when it connected. */
export interface ListenOptions {
  filter: ListenFilter
  user: User | null
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  includeEffects: boolean
}

/** How a change looks to one listener: the document came into its filter, changed there, or left. */
export type Transition = 'appear' | 'update' | 'disappear'

/** What is known of one transaction already: many listen with the same filter. */
export type Transitions = Map<string, Transition | undefined>

/** The `mutation` event of the listen API. */
export interface MutationEvent {
  eventId: string
  documentId: string
  transactionId: string
  transition: Transition
  identity: string
  timestamp: string
  visibility: 'query'
  transactionTotalEvents: number
  transactionCurrentEvent: number
  previousRev?: string
  resultRev?: string
  mutations?: DocumentMutation[]
  result?: SanityDocument
  previous?: SanityDocument | null
  effects?: Effects
}

/**
 * Tells what one listener sees of the changes that they may see; `[]` when nothing in them concerns
 * the listener.
 */
export function eventsFor(
  transaction: Transaction,
  options: ListenOptions,
  scope: FilterScope,
  known: Transitions = new Map(),
): MutationEvent[] {
  const {filter, user} = options
  const matches = (document: SanityDocument | undefined): boolean =>
    document !== undefined && filter.matches(document, scope)

  const seen = transaction.changes.flatMap((change) => {
    const key = JSON.stringify([filter.key, user?.id, user?.role, change.documentId])
    const transition = known.has(key)
      ? known.get(key)
      : transitionOf(matches(change.before), matches(change.after))
    known.set(key, transition)
    return transition === undefined ? [] : [{change, transition}]
  })
  return seen.map(({change, transition}, index) => ({
    eventId: `${transaction.id}#${change.documentId}`,
    documentId: change.documentId,
    transactionId: transaction.id,
    transition,
    identity: transaction.author,
    timestamp: transaction.timestamp,
    visibility: 'query',
    // Counts what this listener gets: it waits for that many before it shows any.
    transactionTotalEvents: seen.length,
    transactionCurrentEvent: index + 1,
    resultRev: change.after?._rev ?? transaction.id,
    ...(change.before && {previousRev: change.before._rev}),
    ...(options.includeMutations && {mutations: change.mutations}),
    ...(options.includeResult && change.after && {result: change.after}),
    ...(options.includePreviousRevision && {previous: change.before ?? null}),
    ...(options.includeEffects && {effects: effectsOf(change)}),
  }))
}

function transitionOf(before: boolean, after: boolean): Transition | undefined {
  if (before) return after ? 'update' : 'disappear'
  return after ? 'appear' : undefined
}
