import {Path, type ExprNode} from 'groq-js'

import {isRecord} from '../visitObjects.ts'
import {compileOnce} from './compile/compile.ts'
import {computed, literalOf, valueOf} from './computed.ts'
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
 * filter is applied to what was found as it would be to all documents. Changes `tree`; returns one
 * step for each of these parts.
 */
export function plan(tree: ExprNode, searches: Searches): Step[] {
  const steps: Step[] = []
  const finders = new Map<unknown, Planned>()

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
    filter.base = finder
      ? computed(({run: {view}}, evaluate) => {
          const lookup = view.select && finder.lookup(evaluate)
          return (lookup && view.select?.(lookup)) ?? view.all()
        })
      : valueOf(({run}) => run.view.all())
    if (finder) finders.set(filter, {finder, step})
  }

  /** Reads no more of a sorted list than is asked for, unless few documents are looked up anyway. */
  function planBeginning(node: ExprNode, isMapped: boolean): void {
    const beginning = beginningOf(node)
    const planned = beginning && finders.get(beginning.filter)
    if (!beginning || !planned?.finder.by.includes('type')) return
    const {finder, step} = planned
    if (finder.by === 'type') step.reads = 'beginning'
    const filter: ExprNode = {...beginning.filter}
    const bounds = boundsIn(filter.expr, beginning, isMapped)
    beginning.holder.base = computed((scope, evaluate) => {
      const {view} = scope.run
      const lookup = view.sorted && finder.lookup(evaluate)
      const sorting = lookup && sortingOf(beginning, lookup, bounds(evaluate))
      const rows = sorting && view.sorted?.(sorting)
      if (!rows) return evaluate(filter)
      const condition = compileOnce(filter.expr)
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
        const lookup = finder.lookup(evaluate)
        return (lookup && view.count?.(lookup)) ?? evaluate(byHand)
      }),
    )
  }

  walk(tree, false)
  return steps
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
