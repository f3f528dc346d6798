import {Path, type ExprNode} from 'groq-js'

import {isRecord} from '../visitObjects.ts'
import {compileOnce} from './compile/compile.ts'
import {keep} from './compile/lists.ts'
import {computed, literalOf, valueOf, type Computation} from './computed.ts'
import {finderFor, type Finder} from './conditions.ts'
import {isInnerScope, opensScope} from './independent.ts'
import {narrowMatch} from './narrowMatch.ts'
import {
  attribute,
  call,
  isCall,
  isNode,
  literal,
  operation,
  replaceNode,
  ungrouped,
  type Node,
} from './nodes.ts'
import {beginningOf, boundsIn, readBeginning, sortingOf} from './planOrder.ts'
import {isOwnText, type Searches} from './searchedWords.ts'

/** How one part of a query comes to its documents. */
export interface Step {
  /** What they are looked up by; `scan` when it looks at all of them. */
  by: string
  /**
   * What of them is read: each one, no more than the beginning of a sorted list takes, or none
   * because they are counted only.
   */
  reads: 'each' | 'beginning' | 'none'
}

interface Planned {
  finder: Finder
  step: Step
}

type Filter = Extract<ExprNode, {type: 'Filter'}>

/**
 * Lets each part of a query that asks for documents look them up, where its filter says how: the
 * filter is applied to what was found as it would be to all documents, unless the lookup says all
 * that it does. Changes `tree`; returns one step for each of these parts.
 */
export function plan(tree: ExprNode, searches: Searches): Step[] {
  const steps: Step[] = []
  const finders = new Map<unknown, Planned>()
  const filters: {filter: Filter; finder: Finder | undefined}[] = []

  function walk(value: unknown, isMapped: boolean): void {
    if (Array.isArray(value)) {
      for (const item of value) walk(item, isMapped)
      return
    }
    if (!isRecord(value) || value['type'] === 'Value') return
    if (isCall(value, 'releases', 'all')) replaceNode(value, allReleases())
    if (isCall(value, 'global', 'path')) foldPath(value)
    const filter = isNode(value) ? filterOfAll(value) : undefined
    for (const [key, child] of Object.entries(value)) {
      if (filter && key === 'base') continue
      walk(child, isInnerScope(value, key) ? !opensScope(value['type']) : isMapped)
    }
    const search = value['op'] === 'match' ? searches.get(value) : undefined
    if (search && isOwnText(search.left)) narrowMatch(value)
    if (filter) planFilter(filter, isMapped)
    else if (isNode(value) && beginningOf(value)) planBeginning(value, isMapped)
    else if (value['type'] === 'Everything') scan(value)
    else planCount(value)
  }

  function scan(node: Record<string, unknown>): void {
    steps.push({by: 'scan', reads: 'each'})
    replaceNode(
      node,
      valueOf(({run}) => run.view.all()),
    )
  }

  function planFilter(filter: Filter, isMapped: boolean): void {
    const finder = finderFor(filter.expr, {isMapped, searches})
    const step: Step = {by: finder?.by ?? 'scan', reads: 'each'}
    steps.push(step)
    if (finder) finders.set(filter, {finder, step})
    filters.push({filter, finder})
  }

  /** Reads no more of a sorted list than is asked for, unless few documents are looked up anyway. */
  function planBeginning(node: ExprNode, isMapped: boolean): void {
    const beginning = beginningOf(node)
    const planned = beginning && finders.get(beginning.filter)
    if (!beginning || !planned?.finder.by.includes('type')) return
    const {finder, step} = planned
    if (finder.by === 'type') step.reads = 'beginning'
    const {filter} = beginning
    const {expr} = filter
    const bounds = boundsIn(expr, beginning, isMapped)
    beginning.holder.base = computed((scope, evaluate) => {
      const {view} = scope.run
      const lookup = view.sorted && finder.find(evaluate)?.lookup
      const sorting = lookup && sortingOf(beginning, lookup, bounds(evaluate))
      const rows = sorting && view.sorted?.(sorting)
      if (!rows) return evaluate(filter)
      const condition = compileOnce(expr)
      return readBeginning(rows, beginning, (document) => {
        scope.run.keepTime()
        return condition(scope.nested(document)) === true
      })
    })
  }

  /** Counts what a finder finds, if that is all there is to it. */
  function planCount(node: Node): void {
    if (!isCall(node, 'global', 'count') || !Array.isArray(node['args'])) return
    const [counted] = node['args']
    const planned = finders.get(ungrouped(counted))
    if (!planned?.finder.isExact || !isNode(counted)) return
    const {finder, step} = planned
    step.reads = 'none'
    const byHand = call('count', [counted])
    replaceNode(
      node,
      computed(({run: {view}}, evaluate) => {
        const found = finder.find(evaluate)
        const isCounted = found?.open.length === 0
        return (isCounted ? view.count?.(found.lookup) : undefined) ?? evaluate(byHand)
      }),
    )
  }

  walk(tree, false)
  const alike = Map.groupBy(filters, ({filter}) => JSON.stringify(filter.expr, told))
  for (const [text, some] of alike) {
    const isShared = some.length > 1
    for (const {filter, finder} of some) {
      const found = lookedUp(filter.expr, finder)
      replaceNode(filter, computed(isShared ? rememberedAs(text, found) : found))
    }
  }
  return steps
}

/** The documents that fulfil a condition, of which only what a lookup leaves open is asked. */
function lookedUp(expr: ExprNode, finder: Finder | undefined): Computation['compute'] {
  return (scope, evaluate) => {
    const {view} = scope.run
    const found = view.select && finder?.find(evaluate)
    const documents = (found && view.select?.(found.lookup)) ?? view.all()
    const open = found && view.isExact ? found.open : [expr]
    if (open.length === 0) return documents
    const conditions = open.map(compileOnce)
    return keep(documents, (inner) => conditions.every((holds) => holds(inner) === true), scope)
  }
}

/** In JSON, what is infinite would look like what is not there. */
function told(_key: string, value: unknown): unknown {
  return value === Infinity ? {is: 'infinite'} : value
}

/** Attributes of one projection often begin with the same documents: these are found once. */
function rememberedAs(text: string, find: Computation['compute']): Computation['compute'] {
  return (scope, evaluate) => {
    const {answers} = scope.run
    const last = answers.get(text)
    if (last?.scope === scope) return last.value
    const value = find(scope, evaluate)
    answers.set(text, {scope, value})
    return value
  }
}

function filterOfAll(node: ExprNode): Filter | undefined {
  return node.type === 'Filter' && ungrouped(node.base)?.type === 'Everything' ? node : undefined
}

function allReleases(): ExprNode {
  const expr = operation('==', attribute('_type'), literal('system.release'))
  return {type: 'Filter', base: {type: 'Everything'}, expr}
}

/** A path that stands in the query is read once. */
function foldPath(node: Node): void {
  const [text] = Array.isArray(node['args']) ? node['args'] : []
  const literal = isNode(text) ? literalOf(text) : undefined
  if (typeof literal === 'string') replaceNode(node, {type: 'Value', value: new Path(literal)})
}
