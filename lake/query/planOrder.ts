import type {ExprNode} from 'groq-js'

import {indexedValue, indexNumber, type IndexedValue} from '../store/indexedExpressions.ts'
import type {Lookup} from '../store/lookup.ts'
import {sortAlike, type Sorting} from '../store/sorted.ts'
import type {Evaluate} from './computed.ts'
import {conjunctsOf} from './conditions.ts'
import {lift} from './lift.ts'
import {ungrouped} from './nodes.ts'
import type {SortedDocument} from './view.ts'

type Filter = Extract<ExprNode, {type: 'Filter'}>

/** The beginning of a sorted list: what of a filter's documents a query asks for. */
export interface Beginning {
  filter: Filter
  /** The node of which the filter is the base. */
  holder: {base: ExprNode}
  /** How many documents it takes. */
  limit: number
  /** By what they are sorted first, `undefined` if by nothing but their ids. */
  key: ExprNode | undefined
  /** The number of the expression; `undefined` for ids. */
  expression: number | undefined
  isDescending: boolean
  /** Documents that are alike by the first key come by their ids, and by nothing else. */
  isThenById: boolean
}

/** Reads a slice, or one element, of documents sorted by what is indexed; `undefined` for all else. */
export function beginningOf(node: ExprNode): Beginning | undefined {
  if (node.type !== 'AccessElement' && node.type !== 'Slice') return undefined
  const limit = limitOf(node)
  if (limit === undefined) return undefined
  const sorted = ungrouped(node.base)
  if (sorted?.type === 'Filter') {
    return {
      filter: sorted,
      holder: node,
      limit,
      key: undefined,
      expression: undefined,
      isDescending: false,
      isThenById: true,
    }
  }
  if (sorted?.type !== 'PipeFuncCall' || sorted.name !== 'order') return undefined
  const filter = ungrouped(sorted.base)
  const [first, ...others] = sorted.args.map(directed)
  if (filter?.type !== 'Filter' || !first) return undefined
  const isById = isId(first.key)
  const expression = isById ? undefined : indexNumber(first.key)
  if (!isById && expression === undefined) return undefined
  const [second, third] = others
  const {key, isDescending} = first
  const isThenById = isById || !second || (!third && isId(second.key) && !second.isDescending)
  return {filter, holder: sorted, limit, key, expression, isDescending, isThenById}
}

function limitOf(node: Extract<ExprNode, {type: 'AccessElement' | 'Slice'}>): number | undefined {
  if (node.type === 'AccessElement') return node.index < 0 ? undefined : node.index + 1
  if (node.left < 0 || node.right < 0) return undefined
  return node.right + (node.isInclusive ? 1 : 0)
}

function directed(node: ExprNode): {key: ExprNode; isDescending: boolean} {
  const isDirected = node.type === 'Asc' || node.type === 'Desc'
  const key = isDirected ? node.base : node
  return {key: ungrouped(key) ?? key, isDescending: node.type === 'Desc'}
}

function isId(key: ExprNode): boolean {
  return key.type === 'AccessAttribute' && key.base === undefined && key.name === '_id'
}

/** What a view is asked for, so that a list's beginning can be read. */
export function sortingOf(
  {expression, isDescending}: Beginning,
  lookup: Lookup,
  bounds: Bounds,
): Sorting | undefined {
  const {types} = lookup
  if (!types || (lookup.by !== 'type' && lookup.by !== 'words')) return undefined
  const words = lookup.by === 'words' && {words: lookup.words}
  return {types, isDescending, ...bounds, ...(expression !== undefined && {expression}), ...words}
}

/**
 * The documents of a sorted list's beginning in the order of their ids: all that it takes, and those
 * that are sorted like the last of them.
 */
export function readBeginning(
  rows: Iterable<SortedDocument>,
  {limit, isThenById}: Beginning,
  passes: (document: object) => boolean,
): unknown[] {
  const found: object[] = []
  let last: IndexedValue | undefined
  for (const {document, value, isOnlyId} of rows) {
    const isAlike = last !== undefined && sortAlike(last, value)
    if (found.length >= limit && (!isAlike || (isThenById && isOnlyId))) break
    if (passes(document)) found.push(document)
    last = value
  }
  return found.sort(byId)
}

function byId(a: unknown, b: unknown): number {
  return idOf(a) < idOf(b) ? -1 : 1
}

function idOf(document: unknown): string {
  return typeof document === 'object' && document !== null && '_id' in document
    ? String(document._id)
    : ''
}

type Bounds = Pick<Sorting, 'low' | 'high'>

/**
 * Between which values a sorted expression lies in all documents that fulfil a condition, as far as
 * comparisons with what no document decides say.
 */
export function boundsIn(
  condition: ExprNode,
  {key, expression}: Beginning,
  isMapped: boolean,
): (evaluate: Evaluate) => Bounds {
  if (!key) return () => ({})
  const isKey = (node: ExprNode): boolean => {
    const bare = ungrouped(node)
    if (!bare) return false
    return expression === undefined ? isId(bare) : indexNumber(bare) === expression
  }
  const readers = conjunctsOf(condition).map((conjunct) => boundsOf(conjunct, isKey, isMapped))
  return (evaluate) => {
    let bounds: Bounds = {}
    for (const read of readers) {
      const {low, high} = read?.(evaluate) ?? {}
      bounds = {low: bounds.low ?? low, high: bounds.high ?? high}
    }
    return bounds
  }
}

type ReadBounds = (evaluate: Evaluate) => Bounds | undefined

function boundsOf(
  node: ExprNode,
  isKey: (node: ExprNode) => boolean,
  isMapped: boolean,
): ReadBounds | undefined {
  if (node.type === 'OpCall') {
    const [value, sides] = isKey(node.left)
      ? [lift(node.right, isMapped), SIDES[node.op]]
      : isKey(node.right)
        ? [lift(node.left, isMapped), SIDES[MIRRORED[node.op] ?? '']]
        : []
    if (!value || !sides) return undefined
    return (evaluate) => {
      const limit = evaluate(value)
      if (typeof limit !== 'string' && typeof limit !== 'number') return undefined
      return Object.fromEntries(sides.map((side) => [side, indexedValue(limit)]))
    }
  }
  if (node.type !== 'Or') return undefined
  const branches = [node.left, node.right].map((branch) => {
    const decided = lift(branch, isMapped)
    if (decided) return {decided}
    const readers = conjunctsOf(branch).map((conjunct) => boundsOf(conjunct, isKey, isMapped))
    return {readers: readers.filter((read) => read !== undefined)}
  })
  return (evaluate) => {
    let widest: Bounds | undefined
    for (const {decided, readers} of branches) {
      if (decided) {
        if (evaluate(decided) === true) return undefined
        continue
      }
      const [bounds = {}] = readers.flatMap((read) => read(evaluate) ?? [])
      widest = widest ? widened(widest, bounds) : bounds
    }
    return widest
  }
}

const SIDES: Record<string, readonly ('low' | 'high')[]> = {
  '<': ['high'],
  '<=': ['high'],
  '>': ['low'],
  '>=': ['low'],
  '==': ['low', 'high'],
}
const MIRRORED: Record<string, string> = {'<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '=='}

function widened(a: Bounds, b: Bounds): Bounds {
  return {
    low: further(a.low, b.low, (x, y) => x < y),
    high: further(a.high, b.high, (x, y) => x > y),
  }
}

/** Of two limits the one that lets more through; values of several kinds have no common limit. */
function further(
  a: IndexedValue | undefined,
  b: IndexedValue | undefined,
  isFurther: (a: string | number, b: string | number) => boolean,
): IndexedValue | undefined {
  if (typeof a === 'string' && typeof b === 'string') return isFurther(a, b) ? a : b
  if (typeof a === 'number' && typeof b === 'number') return isFurther(a, b) ? a : b
  return undefined
}
