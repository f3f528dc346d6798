import type {SanityDocument} from '@sanity/client'

import type {User} from './access.ts'
import {effectsOf, type Effects} from './history/effects.ts'
import type {DocumentMutation} from './mutation.ts'
import type {PreparedQuery, QueryScope} from './query/runQuery.ts'
import type {View} from './query/view.ts'
import type {Transaction} from './transaction.ts'

/** What a listener asked for when it connected. */
export interface ListenOptions {
  filter: PreparedQuery
  user: User | null
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  includeEffects: boolean
}

/** How a change looks to one listener: the document came into its filter, changed there, or left. */
export type Transition = 'appear' | 'update' | 'disappear'

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
  {find, ...scope}: Omit<QueryScope, 'view'> & Pick<View, 'find'>,
): MutationEvent[] {
  const matches = (document: SanityDocument | undefined): boolean =>
    document !== undefined && holds(options.filter({...scope, view: {all: () => [document], find}}))

  const seen = transaction.changes.flatMap((change) => {
    const transition = transitionOf(matches(change.before), matches(change.after))
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

/** A filter run over one document: a list that still has it, or whatever a projection made of it. */
function holds(result: unknown): boolean {
  return Array.isArray(result) ? result.length > 0 : result !== null && result !== false
}
