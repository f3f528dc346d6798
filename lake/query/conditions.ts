import {Path, type ExprNode} from 'groq-js'

import {indexedTrees, indexedValue} from '../store/indexedExpressions.ts'
import type {Lookup} from '../store/lookup.ts'
import {literalOf, type Evaluate} from './computed.ts'
import {lift} from './lift.ts'
import {isCall, ungrouped} from './nodes.ts'
import {isOwnReference} from './ownReference.ts'
import {wordsSearched, type Searches} from './searchedWords.ts'

/** How the documents that fulfil a condition can be found. */
export interface Finder {
  /** What it goes by, for `explain`. */
  by: string
  /** The lower, the fewer documents it finds as a rule. */
  rank: number
  /** Whether what it looks up are those and no others, unless it is a prefix. */
  isExact: boolean
  /** Asked where the filter stands; `undefined` when it is of no use after all. */
  lookup: (evaluate: Evaluate) => Lookup | undefined
}

/** A finder for a whole condition. */
export interface WholeFinder extends Finder {
  /** Whether a lookup of its describes what fulfils the condition, and nothing else. */
  decides: (lookup: Lookup) => boolean
}

interface Standing {
  /** The filter stands in what is mapped. */
  isMapped: boolean
  searches: Searches
}

/** A finder for the documents that fulfil a filter's whole condition; `undefined`: look at all. */
export function finderFor(condition: ExprNode, standing: Standing): WholeFinder | undefined {
  const conjuncts = conjunctsOf(condition)
  const finders = conjuncts
    .map((conjunct) => finderOf(conjunct, standing))
    .filter((finder) => finder !== undefined)
    .sort((a, b) => a.rank - b.rank)
  const [best] = finders
  if (!best) return undefined
  const ofType = finders.filter(({rank}) => rank === RANK.type)
  const others = finders.filter(({rank}) => rank !== RANK.type)
  const named = [...others.slice(0, 1), ...ofType.slice(0, 1)]
  const isExact = named.length === conjuncts.length && named.every(({isExact}) => isExact)
  return {
    by: named.map(({by}) => by).join(' and '),
    rank: best.rank,
    isExact,
    decides: (lookup) => {
      if (lookup.by === 'nothing' || !isExact) return isExact
      const isWhole = named.length === 1 || (lookup.by !== 'type' && lookup.types !== undefined)
      return lookup.by !== 'prefix' && isWhole
    },
    lookup: (evaluate) => {
      const types = inAll(ofType, evaluate)
      const found = firstOf(others, evaluate)
      if (types?.by === 'nothing' || !found) return types
      return types?.by === 'type' && NARROWED.has(found.by) ? {...found, types: types.types} : found
    },
  }
}

const RANK = {id: 0, value: 1, reference: 2, words: 3, prefix: 4, type: 5}

/** What can be looked up within some types. */
const NARROWED = new Set<Lookup['by']>(['id', 'prefix', 'value', 'reference', 'words'])

function firstOf(finders: readonly Finder[], evaluate: Evaluate): Lookup | undefined {
  for (const {lookup} of finders) {
    const found = lookup(evaluate)
    if (found) return found
  }
  return undefined
}

/** The types on which all conditions agree. */
function inAll(finders: readonly Finder[], evaluate: Evaluate): Lookup | undefined {
  let found: Lookup | undefined
  for (const {lookup} of finders) {
    const one = lookup(evaluate)
    if (one?.by === 'nothing') return one
    if (one?.by === 'type' && found?.by === 'type') {
      const agreed = found.types.filter((type) => one.types.includes(type))
      found = agreed.length === 0 ? {by: 'nothing'} : {by: 'type', types: agreed}
    } else if (!found || one?.by === 'type') found = one ?? found
    if (found?.by === 'nothing') return found
  }
  return found
}

/** The conditions that all have to hold. */
export function conjunctsOf(condition: ExprNode): ExprNode[] {
  const node = ungrouped(condition) ?? condition
  return node.type === 'And' ? [...conjunctsOf(node.left), ...conjunctsOf(node.right)] : [node]
}

function finderOf(node: ExprNode, standing: Standing): Finder | undefined {
  const words = wordsSearched(node, standing.searches, (part) => lift(part, standing.isMapped))
  if (words) {
    return {
      by: 'words',
      rank: RANK.words,
      isExact: false,
      lookup: (evaluate) => {
        const found = words(evaluate)
        return found && {by: 'words', words: found}
      },
    }
  }
  if (node.type === 'OpCall') return compared(node, standing) ?? indexedCondition(node)
  if (node.type === 'Or') return either([node.left, node.right], standing)
  if (node.type === 'Select') return selected(node, standing)
  const [argument] = node.type === 'FuncCall' ? node.args : []
  if (node.type !== 'FuncCall' || !argument) return undefined
  if (isCall(node, 'global', 'references')) return referring(node.args, standing, true)
  return isCall(node, 'sanity', 'versionOf') ? versions(argument, standing) : undefined
}

function compared(
  {op, left, right}: Extract<ExprNode, {type: 'OpCall'}>,
  standing: Standing,
): Finder | undefined {
  if (op === '==') {
    return equal(left, [right], standing) ?? equal(right, [left], standing)
  }
  if (op !== 'in') return undefined
  if (isOwnReference(right)) return referring([left], standing, false)
  return equal(left, right, standing)
}

/** A finder for documents in which an expression has one of some values: those listed, or in a list. */
function equal(
  expression: ExprNode,
  values: ExprNode | ExprNode[],
  standing: Standing,
): Finder | undefined {
  const {isMapped} = standing
  const field = ungrouped(expression)
  if (!field) return undefined
  if (isOwnReference(field)) return referring([values].flat(), standing, false)
  const isList = !Array.isArray(values)
  const lifted = (isList ? [values] : values).map((value) => lift(value, isMapped))
  const [key] = lifted
  if (!key) return undefined
  const literal = literalOf(key)
  if (literal instanceof Path && !underPath(literal)) return undefined
  const name = field.type === 'AccessAttribute' && field.base === undefined ? field.name : ''
  const read = (evaluate: Evaluate): unknown => (isList ? evaluate(key) : [evaluate(key)])

  if (name === '_type' || name === '_id') {
    return {
      by: name === '_type' ? 'type' : 'id',
      rank: name === '_type' ? RANK.type : RANK.id,
      isExact: true,
      lookup: (evaluate) => {
        const given = read(evaluate)
        if (given instanceof Path) return name === '_id' ? underPath(given) : undefined
        if (!Array.isArray(given)) return {by: 'nothing'}
        const texts = [...new Set(given.filter((value) => typeof value === 'string'))]
        if (texts.length === 0) return {by: 'nothing'}
        return name === '_type' ? {by: 'type', types: texts} : {by: 'id', ids: texts}
      },
    }
  }
  const number = indexNumber(field)
  if (number === undefined) return undefined
  return {
    by: 'value',
    rank: RANK.value,
    isExact: true,
    lookup: (evaluate) => {
      const given = read(evaluate)
      if (!Array.isArray(given)) return {by: 'nothing'}
      // What is not there equals null, and so do other things that are not there.
      if (!given.every(isScalar)) return undefined
      return {by: 'value', expression: number, values: [...new Set(given.map(indexedValue))]}
    },
  }
}

/** A finder for a condition that is indexed itself. */
function indexedCondition(node: ExprNode): Finder | undefined {
  const expression = indexNumber(node)
  if (expression === undefined) return undefined
  const values = [indexedValue(true)]
  return {
    by: 'value',
    rank: RANK.value,
    isExact: true,
    lookup: () => ({by: 'value', expression, values}),
  }
}

/** The number of an indexed expression. */
export function indexNumber(node: ExprNode): number | undefined {
  const plain = JSON.stringify(node)
  const number = indexedTrees.findIndex((tree) => JSON.stringify(tree) === plain)
  return number === -1 ? undefined : number
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function underPath(path: Path): Lookup | undefined {
  const prefix = path.toJSON().split('*')[0] ?? ''
  return prefix === '' ? undefined : {by: 'prefix', prefix}
}

/** A finder for what refers to one of some ids; `isSeen` says that it does in the sense of `references()`. */
function referring(
  args: readonly ExprNode[],
  {isMapped}: Standing,
  isSeen: boolean,
): Finder | undefined {
  const keys = args.map((argument) => lift(argument, isMapped))
  if (keys.includes(undefined)) return undefined
  return {
    by: 'reference',
    rank: RANK.reference,
    isExact: isSeen,
    lookup: (evaluate) => {
      const ids = keys.flatMap((key): unknown => (key ? evaluate(key) : []))
      // What is not there equals null, and so does a reference that is not there.
      if (!isSeen && ids.includes(null)) return undefined
      const targets = [...new Set(ids.filter((id) => typeof id === 'string'))]
      return targets.length === 0 ? {by: 'nothing'} : {by: 'reference', targets, isSeen}
    },
  }
}

function versions(argument: ExprNode, {isMapped}: Standing): Finder | undefined {
  const key = lift(argument, isMapped)
  return (
    key && {
      by: 'id',
      rank: RANK.id,
      isExact: false,
      lookup: (evaluate) => {
        const id = evaluate(key)
        if (typeof id !== 'string') return {by: 'nothing'}
        // A document is a version of itself, whatever its id.
        const group: Lookup = {by: 'group', id}
        return {by: 'any', of: [group, {by: 'id', ids: [id]}]}
      },
    }
  )
}

/** A finder for what fulfils one of some conditions; one that no document decides may rule the rest out. */
function either(conditions: readonly ExprNode[], standing: Standing): Finder | undefined {
  const branches = conditions.map((condition) => {
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
    lookup: (evaluate) => {
      const of: Lookup[] = []
      for (const {decided, finder} of branches) {
        if (decided) {
          if (evaluate(decided) === true) return undefined
          continue
        }
        const found = finder?.lookup(evaluate)
        if (!found) return undefined
        of.push(found)
      }
      return of.length === 1 ? of[0] : {by: 'any', of}
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
    lookup: (evaluate) => {
      for (const {condition, finder} of cases) {
        if (condition && evaluate(condition) === true) return finder?.lookup(evaluate)
      }
      return fallback ? otherwise?.lookup(evaluate) : {by: 'nothing'}
    },
  }
}
