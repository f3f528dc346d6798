import type {SanityDocument} from '@sanity/client'
import {evaluate, GroqSyntaxError, parse, type ExprNode} from 'groq-js'

import {queryEvaluationError, queryParseError} from '../errors.ts'
import {checkQuery, placeOf} from './checkQuery.ts'
import {correctFunctions} from './corrections.ts'
import {evaluateOnce} from './evaluateOnce.ts'
import {visitNodes} from './nodes.ts'
import {reachOf, type Reach} from './reach.ts'
import {rewriteReleaseFunctions} from './releaseFunctions.ts'
import type {Searches} from './searchedWords.ts'
import {resolveTextReference, rewriteTextSearch} from './textSearch.ts'
import type {View} from './view.ts'

/** A GROQ query and the values of its parameters. */
export interface GroqRequest {
  query: string
  params: Record<string, unknown>
}

/** What a query runs over, and what it may ask about its surroundings. */
export interface QueryScope {
  view: View
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
  const {tree, searches} = parseQuery(request)
  if (compares(tree)) {
    const at = placeOf(request.query, /\bdiff\s*::/)
    throw queryParseError(request.query, at, 'diff:: can be used in queries only')
  }
  return prepareTree(tree, searches)
}

function prepareTree(tree: ExprNode, searches: Searches): PreparedQuery {
  const {run} = evaluateOnce(tree, searches)
  return (scope) => {
    try {
      return run(scope.view, surroundings(scope))
    } catch (error) {
      throw unanswerable(error)
    }
  }
}

/**
 * Parses and evaluates GROQ; what compares values takes its time. `reach` is complete once there is
 * a result.
 */
export function runQuery(request: GroqRequest, scope: QueryScope): {result: unknown; reach: Reach} {
  const {tree, searches} = parseQuery(request)
  const reach = reachOf(tree)
  const find = (id: string): SanityDocument | undefined => {
    reach.ids.add(id)
    return scope.view.find(id)
  }
  const traced = {...scope, view: {...scope.view, find}}
  const result = compares(tree) ? evaluateLater(tree, traced) : prepareTree(tree, searches)(traced)
  return {result, reach}
}

async function evaluateLater(tree: ExprNode, scope: QueryScope): Promise<unknown> {
  try {
    const value = await evaluate(tree, {...surroundings(scope), dataset: scope.view.all()})
    return await value.get()
  } catch (error) {
    throw unanswerable(error)
  }
}

/** Whether a query holds a `diff::` function: the evaluator has them as promises only. */
function compares(tree: ExprNode): boolean {
  let found = false
  visitNodes(tree, ({type, namespace}) => {
    found ||= type === 'FuncCall' && namespace === 'diff'
  })
  return found
}

function surroundings({view: {find}, identity, projectId, dataset}: QueryScope) {
  const home = `dataset:${projectId}.${dataset}:`
  return {
    dataset: [],
    identity,
    sanity: {projectId, dataset},
    dereference: ({_ref}: {_ref: string}) =>
      resolveTextReference(_ref, find) ??
      find(_ref.startsWith(home) ? _ref.slice(home.length) : _ref),
  }
}

function parseQuery({query, params}: GroqRequest): {tree: ExprNode; searches: Searches} {
  const tree = parseText(query, params)
  checkQuery(tree, query)
  const searches = rewriteTextSearch(tree)
  rewriteReleaseFunctions(tree)
  correctFunctions(tree)
  return {tree, searches}
}

function parseText(query: string, params: Record<string, unknown>): ExprNode {
  try {
    return parse(query, {params})
  } catch (error) {
    throw queryParseError(query, placeOfMistake(query, error), messageOf(error))
  }
}

function placeOfMistake(query: string, error: unknown): {start: number; end: number} {
  if (error instanceof GroqSyntaxError) return {start: error.position, end: error.position + 1}
  const named = /(?:function|namespace): ([\w:]+)$|function (\w+)\(\)/.exec(messageOf(error))
  return placeOf(query, new RegExp(`\\b${named?.[1] ?? named?.[2] ?? '$'}\\b`))
}

function unanswerable(error: unknown): Error {
  return queryEvaluationError(`The query cannot be evaluated: ${messageOf(error)}`)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
