import type {SanityDocument} from '@sanity/client'
import {evaluateSync, GroqSyntaxError, parse, toJS, type ExprNode} from 'groq-js'

import {queryEvaluationError, queryParseError} from '../errors.ts'
import {rewriteReleaseFunctions} from './releaseFunctions.ts'
import {resolveTextReference, rewriteTextSearch} from './textSearch.ts'

/** A GROQ query and the values of its parameters. */
export interface GroqRequest {
  query: string
  params: Record<string, unknown>
}

/** What a query runs over, and what it may ask about its surroundings. */
export interface QueryScope {
  documents: readonly SanityDocument[]
  /** The document that a reference leads to, within the same view. */
  find: (id: string) => SanityDocument | undefined
  identity: string
  projectId: string
  dataset: string
}

/** A parsed query, ready to be evaluated as often as needed. */
export type PreparedQuery = (scope: QueryScope) => unknown

/** Parses GROQ. A mistake in it is a `queryParseError` that says where. */
export function prepareQuery({query, params}: GroqRequest): PreparedQuery {
  const tree = parseQuery(query, params)
  rewriteTextSearch(tree, params)
  rewriteReleaseFunctions(tree)
  return ({documents, find, identity, projectId, dataset}) => {
    try {
      const value = evaluateSync(tree, {
        dataset: documents,
        params,
        identity,
        sanity: {projectId, dataset},
        dereference: ({_ref}) => resolveTextReference(_ref, find) ?? find(_ref),
      })
      return toJS(value)
    } catch (error) {
      throw queryEvaluationError(`The query cannot be evaluated: ${messageOf(error)}`)
    }
  }
}

function parseQuery(query: string, params: Record<string, unknown>): ExprNode {
  try {
    return parse(query, {params})
  } catch (error) {
    const position = error instanceof GroqSyntaxError ? error.position : 0
    throw queryParseError(query, position, messageOf(error))
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
