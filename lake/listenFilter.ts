import type {SanityDocument} from '@sanity/client'

import {parseQuery, type GroqRequest} from './query/parsedQuery.ts'
import {prepareQuery, type QueryScope} from './query/runQuery.ts'
import type {View} from './query/view.ts'

/** What a filter may ask about the surroundings of the one document that it is run over. */
export type FilterScope = Omit<QueryScope, 'view'> & Pick<View, 'find'>

/** What a listener wants to hear of. */
export interface ListenFilter {
  /** The same for filters that tell the same documents apart. */
  key: string
  /** Whether a document is one of those. Throws what evaluating GROQ throws. */
  matches: (document: SanityDocument, scope: FilterScope) => boolean
}

/**
 * Reads the GROQ of a listener; a mistake in it is a `queryParseError`. What follows a filter, such as
 * a projection, makes no difference. It is evaluated for those documents alone that it can be about,
 * as far as it tells by type or id.
 */
export function prepareFilter(request: GroqRequest): ListenFilter {
  const evaluate = prepareQuery(request)
  const {everything, types, ids} = parseQuery(request).reach(request.params)
  const isAboutAny = everything || holds(evaluate(NOWHERE))
  return {
    key: JSON.stringify([request.query, request.params]),
    matches: (document, {find, ...scope}) => {
      if (!isAboutAny && !types.has(document._type) && !ids.has(document._id)) return false
      return holds(evaluate({...scope, view: {all: () => [document], find}}))
    },
  }
}

const NOWHERE: QueryScope = {
  view: {all: () => [], find: () => undefined},
  identity: '<none>',
  projectId: '',
  dataset: '',
}

/** A filter run over one document: a list that still has it, or whatever a projection made of it. */
function holds(result: unknown): boolean {
  return Array.isArray(result) ? result.length > 0 : result !== null && result !== false
}
