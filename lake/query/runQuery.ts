import {evaluate, type ExprNode} from 'groq-js'

import {queryEvaluationError, queryParseError} from '../errors.ts'
import {placeOf} from './checkQuery.ts'
import {QueryTimeError, type Options} from './compile/run.ts'
import {resolveGeoReference} from './geo/rewriteGeo.ts'
import {messageOf, parseQuery, type GroqRequest, type ParsedQuery} from './parsedQuery.ts'
import type {Reach} from './reach.ts'
import {resolveTextReference} from './textSearch.ts'
import type {View} from './view.ts'

/** What a query runs over, and what it may ask about its surroundings. */
export interface QueryScope {
  view: View
  /** How long it may take, in milliseconds. */
  timeLimit?: number
  identity: string
  projectId: string
  dataset: string
}

/** A parsed query, ready to be evaluated as often as needed. */
export type PreparedQuery = (scope: QueryScope) => unknown

/**
 * Parses GROQ that is to be answered at once. A mistake in it is a `queryParseError` that says where.
 */
export function prepareQuery(request: GroqRequest): PreparedQuery {
  const parsed = parseQuery(request)
  if (parsed.later) {
    const at = placeOf(request.query, /\bdiff\s*::/)
    throw queryParseError(request.query, at, 'diff:: can be used in queries only')
  }
  return (scope) => runNow(parsed, request, scope)
}

/**
 * Parses and evaluates GROQ; what compares values takes its time. `reach` is complete once there is
 * a result.
 */
export function runQuery(request: GroqRequest, scope: QueryScope): {result: unknown; reach: Reach} {
  const parsed = parseQuery(request)
  const reach = parsed.reach(request.params)
  const find: View['find'] = (id) => {
    reach.ids.add(id)
    return scope.view.find(id)
  }
  const traced = {...scope, view: {...scope.view, find}}
  const result = parsed.later
    ? evaluateLater(parsed.later, request, traced)
    : runNow(parsed, request, traced)
  return {result, reach}
}

/** How long a query may take, in milliseconds: nobody else is answered meanwhile. */
const LONGEST_QUERY = 10_000

function runNow({run}: ParsedQuery, request: GroqRequest, scope: QueryScope): unknown {
  const limit = scope.timeLimit ?? LONGEST_QUERY
  try {
    return run(scope.view, surroundings(request, scope), limit)
  } catch (error) {
    if (!(error instanceof QueryTimeError)) throw unanswerable(error)
    throw queryEvaluationError(
      `The query was stopped after ${limit / 1000} s: narrow it by type, id or reference.`,
    )
  }
}

async function evaluateLater(
  tree: ExprNode,
  request: GroqRequest,
  scope: QueryScope,
): Promise<unknown> {
  try {
    const dataset = scope.view.all()
    const value = await evaluate(tree, {...surroundings(request, scope), dataset})
    return await value.get()
  } catch (error) {
    throw unanswerable(error)
  }
}

/** What a query learns of when and where it runs, and how its references are followed. */
export function surroundings(
  {params}: GroqRequest,
  {view, identity, projectId, dataset}: QueryScope,
): Options {
  const home = `dataset:${projectId}.${dataset}:`
  const find: View['find'] = (id) => view.find(id)
  return {
    dataset: [],
    params,
    timestamp: new Date(),
    identity,
    sanity: {projectId, dataset},
    dereference: ({_ref}) =>
      resolveTextReference(_ref, find) ??
      resolveGeoReference(_ref) ??
      find(_ref.startsWith(home) ? _ref.slice(home.length) : _ref),
  }
}

function unanswerable(error: unknown): Error {
  return queryEvaluationError(`The query cannot be evaluated: ${messageOf(error)}`)
}
