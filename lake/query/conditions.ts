import type {ExprNode} from 'groq-js'

import type {Lookup} from '../store/lookup.ts'
import type {Evaluate} from './computed.ts'
import {lift} from './lift.ts'
import {ungrouped} from './nodes.ts'
import {RANK, singleFinderOf, type SingleFinder, type Standing} from './singleConditions.ts'

/** How the documents that fulfil a condition can be found. */
export interface Finder extends Omit<SingleFinder, 'lookup'> {
  /** Whether nothing may be left open by what it finds. */
  isExact: boolean
  /** Asked where the filter stands; `undefined` when it is of no use after all. */
  find: (evaluate: Evaluate) => Found | undefined
}

/** What holds for the documents that are to be found. */
export interface Found {
  lookup: Lookup
  /**
   * Of those that a lookup describes, and of no others, these conditions are still to be asked: whoever
   * fulfils them fulfils the whole.
   */
  open: readonly ExprNode[]
}

/** A finder for one of the conditions that all have to hold. */
interface Part extends Finder {
  node: ExprNode
}

/** What some of the conditions come to, and what each of these leaves open. */
interface Used {
  lookup: Lookup
  left: ReadonlyMap<ExprNode, Found['open']>
}

/** A finder for the documents that fulfil a filter's whole condition; `undefined`: look at all. */
export function finderFor(condition: ExprNode, standing: Standing): Finder | undefined {
  const conjuncts = conjunctsOf(condition)
  const parts = conjuncts
    .flatMap((node): Part[] => {
      const finder = finderOf(node, standing)
      return finder ? [{...finder, node}] : []
    })
    .sort((a, b) => a.rank - b.rank)
  const [best] = parts
  if (!best) return undefined
  const ofType = parts.filter(({rank}) => rank === RANK.type)
  const others = parts.filter(({rank}) => rank !== RANK.type)
  const named = [...others.slice(0, 1), ...ofType.slice(0, 1)]
  return {
    by: named.map(({by}) => by).join(' and '),
    rank: best.rank,
    isExact: named.length === conjuncts.length && named.every(({isExact}) => isExact),
    find: (evaluate) => {
      const types = inAll(ofType, evaluate)
      const first = types?.lookup.by === 'nothing' ? undefined : firstOf(others, evaluate)
      const used = first ? within(first, types) : types
      if (!used) return undefined
      const {lookup, left} = used
      const isNothing = lookup.by === 'nothing'
      return {lookup, open: isNothing ? [] : conjuncts.flatMap((node) => left.get(node) ?? [node])}
    },
  }
}

function firstOf(parts: readonly Part[], evaluate: Evaluate): Used | undefined {
  for (const {find, node} of parts) {
    const found = find(evaluate)
    if (found) return {lookup: found.lookup, left: new Map([[node, found.open]])}
  }
  return undefined
}

/** The types on which all conditions agree, or else what the first of them finds. */
function inAll(parts: readonly Part[], evaluate: Evaluate): Used | undefined {
  let types: readonly string[] | undefined
  let other: Used | undefined
  const left = new Map<ExprNode, Found['open']>()
  for (const {find, node} of parts) {
    const found = find(evaluate)
    if (!found) continue
    const {lookup, open} = found
    if (lookup.by === 'nothing') return {lookup, left}
    if (lookup.by === 'type') {
      types = common(types, lookup.types)
      left.set(node, open)
    } else other ??= {lookup, left: new Map([[node, open]])}
  }
  if (!types) return other
  return {lookup: types.length === 0 ? {by: 'nothing'} : {by: 'type', types}, left}
}

/** What can be looked up within some types. */
const NARROWED = new Set<Lookup['by']>(['id', 'prefix', 'value', 'reference', 'words'])

function within(found: Used, types: Used | undefined): Used {
  if (types?.lookup.by !== 'type' || !NARROWED.has(found.lookup.by)) return found
  return {
    lookup: {...found.lookup, types: common(found.lookup.types, types.lookup.types)},
    left: new Map([...found.left, ...types.left]),
  }
}

function common(some: readonly string[] | undefined, others: readonly string[]): readonly string[] {
  return some ? some.filter((one) => others.includes(one)) : others
}

/** The conditions that all have to hold. */
export function conjunctsOf(condition: ExprNode): ExprNode[] {
  const node = ungrouped(condition) ?? condition
  return node.type === 'And' ? [...conjunctsOf(node.left), ...conjunctsOf(node.right)] : [node]
}

function finderOf(node: ExprNode, standing: Standing): Finder | undefined {
  if (node.type === 'Or') return either(node, standing)
  if (node.type === 'Select') return selected(node, standing)
  const single = singleFinderOf(node, standing)
  if (!single) return undefined
  const {lookup: lookUp, ...about} = single
  return {
    ...about,
    find: (evaluate) => {
      const lookup = lookUp(evaluate)
      return lookup && {lookup, open: single.isExact && lookup.by !== 'prefix' ? [] : [node]}
    },
  }
}

/** A finder for what fulfils one of some conditions; one that no document decides may rule the rest out. */
function either(node: Extract<ExprNode, {type: 'Or'}>, standing: Standing): Finder | undefined {
  const branches = [node.left, node.right].map((condition) => {
    const decided = lift(condition, standing.isMapped)
    return decided ? {decided} : {finder: finderFor(condition, standing)}
  })
  const finders = branches.flatMap(({finder}) => finder ?? [])
  if (branches.some((branch) => 'finder' in branch && !branch.finder)) return undefined
  if (finders.length === 0) return undefined
  return {
    by: [...new Set(finders.map(({by}) => by))].join(' or '),
    rank: Math.max(...finders.map(({rank}) => rank)),
    isExact: false,
    find: (evaluate) => {
      const all: Found[] = []
      for (const {decided, finder} of branches) {
        if (decided) {
          if (evaluate(decided) === true) return undefined
          continue
        }
        const found = finder?.find(evaluate)
        if (!found) return undefined
        all.push(found)
      }
      if (all.length === 1) return all[0]
      const isExact = all.every(({open}) => open.length === 0)
      return {
        lookup: {by: 'any', of: all.map(({lookup}) => lookup)},
        open: isExact ? [] : [node],
      }
    },
  }
}

/** A finder for what `select()` takes for true, as far as no document decides which case it is. */
function selected(
  {alternatives, fallback}: Extract<ExprNode, {type: 'Select'}>,
  standing: Standing,
): Finder | undefined {
  const cases = alternatives.map(({condition, value}) => ({
    condition: lift(condition, standing.isMapped),
    finder: finderFor(value, standing),
  }))
  const otherwise = fallback && finderFor(fallback, standing)
  if (cases.some(({condition}) => !condition)) return undefined
  const finders = [...cases.flatMap(({finder}) => finder ?? []), ...(otherwise ? [otherwise] : [])]
  const [first] = finders
  if (!first) return undefined
  return {
    by: [...new Set(finders.map(({by}) => by))].join(' or '),
    rank: Math.min(...finders.map(({rank}) => rank)),
    isExact: false,
    find: (evaluate) => {
      for (const {condition, finder} of cases) {
        if (condition && evaluate(condition) === true) return finder?.find(evaluate)
      }
      return fallback ? otherwise?.find(evaluate) : {lookup: {by: 'nothing'}, open: []}
    },
  }
}
