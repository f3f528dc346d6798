import {GroqSyntaxError, parse, type ExprNode} from 'groq-js'

import {queryParseError} from '../errors.ts'
import {isRecord} from '../visitObjects.ts'
import {placeOf} from './checkQuery.ts'
import {evaluateOnce} from './evaluateOnce.ts'
import {nameConstructor} from './geo/nameConstructor.ts'
import {isCall, ungrouped, visitNodes} from './nodes.ts'
import {reachOf} from './reach.ts'
import {requireFewParts} from './requireFewParts.ts'
import {rewrite} from './rewrite.ts'

/** A GROQ query and the values of its parameters. */
export interface GroqRequest {
  query: string
  params: Record<string, unknown>
}

/** A query made ready to be answered, for whatever its parameters are from one time to the next. */
export interface ParsedQuery extends ReturnType<typeof evaluateOnce> {
  reach: ReturnType<typeof reachOf>
  /** The tree for the evaluator that takes its time; `undefined` when no `diff::` is in it. */
  later: ExprNode | undefined
  /** The parameters without which it cannot be answered. */
  needs: ReadonlySet<string>
}

/** How many queries are kept parsed, and how long the text of one may be. */
const MOST_KEPT = 500
const LONGEST_KEPT = 50_000

/** By their text; where parameters change what is said, the text alone is known to be no key. */
const kept = new Map<string, ParsedQuery | 'says what its parameters say'>()

/**
 * Parses GROQ and plans it, or remembers it from before. A mistake in it is a `queryParseError` that
 * says where.
 */
export function parseQuery(request: GroqRequest): ParsedQuery {
  try {
    return parseOrRecall(request)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw queryParseError(request.query, {start: 0, end: 1}, 'The query is nested too deeply')
  }
}

function parseOrRecall(request: GroqRequest): ParsedQuery {
  const {query, params} = request
  const known = recall(query)
  if (typeof known === 'object' && [...known.needs].every((name) => Object.hasOwn(params, name))) {
    return known
  }
  if (known === undefined) {
    requireFewParts(query)
    const open = prepareOpen(request)
    keep(query, open ?? 'says what its parameters say')
    if (open) return open
  }
  const key = `${query}\u0000${JSON.stringify(params)}`
  const same = recall(key)
  if (typeof same === 'object') return same
  const closed = prepareTree(parseText(request), request)
  keep(key, closed)
  return closed
}

function recall(key: string): ParsedQuery | string | undefined {
  const found = kept.get(key)
  if (found === undefined) return undefined
  kept.delete(key)
  kept.set(key, found)
  return found
}

function keep(key: string, query: ParsedQuery | 'says what its parameters say'): void {
  if (key.length > LONGEST_KEPT) return
  kept.set(key, query)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
}

/** A query that is good for any parameters; `undefined` when what it says depends on them. */
function prepareOpen(request: GroqRequest): ParsedQuery | undefined {
  let tree: ExprNode
  try {
    tree = parse(nameConstructor(request.query).text, {params: {}})
  } catch {
    return undefined
  }
  return isSaidByParameters(tree) ? undefined : prepareTree(tree, request)
}

function prepareTree(tree: ExprNode, request: GroqRequest): ParsedQuery {
  measure(tree)
  const needs = new Set<string>()
  let isLater = false
  visitNodes(tree, ({type, name, namespace}) => {
    if (type === 'Parameter') needs.add(String(name))
    isLater ||= type === 'FuncCall' && namespace === 'diff'
  })
  const searches = rewrite(tree, request)
  const reach = reachOf(tree)
  const later = isLater ? tree : undefined
  return {...evaluateOnce(later ? {type: 'This'} : tree, searches), reach, later, needs}
}

/** Whoever walks through a query that is deeper runs out of stack, or of time. */
const DEEPEST = 1000

function measure(value: unknown, depth = 0): void {
  if (depth > DEEPEST) throw new RangeError('A query is nested too deeply.')
  if (Array.isArray(value)) for (const item of value) measure(item, depth)
  else if (isRecord(value)) for (const child of Object.values(value)) measure(child, depth + 1)
}

/** Brackets hold an index, a name or a condition; what a search asks for is taken apart beforehand. */
function isSaidByParameters(tree: ExprNode): boolean {
  let isSaid = false
  visitNodes(tree, (node) => {
    if (node['type'] === 'Filter') isSaid ||= isSimple(node['expr']) && hasParameter(node['expr'])
    if (isCall(node, 'text', 'query')) isSaid ||= hasParameter(node['args'])
  })
  return isSaid
}

/** Whether something is computed without a document. */
function isSimple(value: unknown): boolean {
  const node = ungrouped(value)
  if (node?.type === 'Pos' || node?.type === 'Neg') return isSimple(node.base)
  if (node?.type === 'OpCall') return isSimple(node.left) && isSimple(node.right)
  return node?.type === 'Value' || node?.type === 'Parameter'
}

function hasParameter(value: unknown): boolean {
  let found = false
  visitNodes(value, ({type}) => {
    found ||= type === 'Parameter'
  })
  return found
}

function parseText({query, params}: GroqRequest): ExprNode {
  const {text, placeIn} = nameConstructor(query)
  try {
    return parse(text, {params})
  } catch (error) {
    throw queryParseError(query, placeOfMistake(query, error, placeIn), messageOf(error))
  }
}

function placeOfMistake(
  query: string,
  error: unknown,
  placeIn: (at: number) => number,
): {start: number; end: number} {
  if (error instanceof GroqSyntaxError) {
    const start = placeIn(error.position)
    return {start, end: start + 1}
  }
  const named = /(?:function|namespace): ([\w:]+)$|function (\w+)\(\)/.exec(messageOf(error))
  return placeOf(query, new RegExp(`\\b${named?.[1] ?? named?.[2] ?? '$'}\\b`))
}

/** What somebody can be told of an error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
