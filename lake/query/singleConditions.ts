import {Path, type ExprNode} from 'groq-js'

import {indexedValue, indexNumber, isScalar, listNumber} from '../store/indexedExpressions.ts'
import type {Lookup} from '../store/lookup.ts'
import {literalOf, type Evaluate} from './computed.ts'
import {lift} from './lift.ts'
import {isCall, ungrouped} from './nodes.ts'
import {isOwnReference} from './ownReference.ts'
import {wordsSearched, type Searches} from './searchedWords.ts'

/** By what the documents that fulfil a condition are looked up. */
export interface SingleFinder {
  /** What it goes by, for `explain`. */
  by: string
  /** The lower, the fewer documents it finds as a rule. */
  rank: number
  /** Whether what it looks up are those and no others, unless it is a prefix. */
  isExact: boolean
  /** Asked where the filter stands; `undefined` when it is of no use after all. */
  lookup: (evaluate: Evaluate) => Lookup | undefined
}

export interface Standing {
  /** The filter stands in what is mapped. */
  isMapped: boolean
  searches: Searches
}

export const RANK = {id: 0, value: 1, reference: 2, words: 3, prefix: 4, type: 5}

/** How one condition, not put together from others, finds its documents. */
export function singleFinderOf(node: ExprNode, standing: Standing): SingleFinder | undefined {
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
  const [argument] = node.type === 'FuncCall' ? node.args : []
  if (node.type !== 'FuncCall' || !argument) return undefined
  if (isCall(node, 'global', 'references')) return referring(node.args, standing, true)
  return isCall(node, 'sanity', 'versionOf') ? versions(argument, standing) : undefined
}

function compared(
  {op, left, right}: Extract<ExprNode, {type: 'OpCall'}>,
  standing: Standing,
): SingleFinder | undefined {
  if (op === '==') {
    return equal(left, [right], standing) ?? equal(right, [left], standing)
  }
  if (op !== 'in') return undefined
  if (isOwnReference(right)) return referring([left], standing, false)
  return listed(left, right, standing) ?? equal(left, right, standing)
}

/** A finder for documents of which an indexed list holds a value. */
function listed(value: ExprNode, list: ExprNode, {isMapped}: Standing): SingleFinder | undefined {
  const expression = listNumber(ungrouped(list) ?? list)
  const key = lift(value, isMapped)
  if (expression === undefined || !key) return undefined
  return {
    by: 'value',
    rank: RANK.value,
    isExact: true,
    lookup: (evaluate) => {
      const given = evaluate(key)
      // What is not there equals what is null in a list, of which there is no index.
      if (!isScalar(given)) return undefined
      return {by: 'value', expression, values: [indexedValue(given)]}
    },
  }
}

/** A finder for documents in which an expression has one of some values: those listed, or in a list. */
function equal(
  expression: ExprNode,
  values: ExprNode | ExprNode[],
  standing: Standing,
): SingleFinder | undefined {
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
function indexedCondition(node: ExprNode): SingleFinder | undefined {
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

function underPath(path: Path): Lookup | undefined {
  const prefix = path.toJSON().split('*')[0] ?? ''
  return prefix === '' ? undefined : {by: 'prefix', prefix}
}

/** A finder for what refers to one of some ids; `isSeen` says that it does in the sense of `references()`. */
function referring(
  args: readonly ExprNode[],
  {isMapped}: Standing,
  isSeen: boolean,
): SingleFinder | undefined {
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

function versions(argument: ExprNode, {isMapped}: Standing): SingleFinder | undefined {
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
