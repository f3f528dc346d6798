import type {ExprNode} from 'groq-js'

import type {Evaluate} from './computed.ts'
import {indexWords, inHeading, isHeading} from './indexWords.ts'
import {isCall, ungrouped} from './nodes.ts'
import {searchTerms} from './searchTerms.ts'

/** What `match` stood between before a search was made plain GROQ, by the node that it became. */
export type Searches = ReadonlyMap<unknown, {left: ExprNode; right: ExprNode}>

/**
 * The words that occur in each document for which a `match` holds, as they are indexed; a `*` behind
 * one stands for its ends. `undefined` for other conditions, for those that look beyond the
 * document, and for a search without words.
 */
export function wordsSearched(
  node: ExprNode,
  searches: Searches,
  lift: (part: ExprNode) => ExprNode | undefined,
): ((evaluate: Evaluate) => string[] | undefined) | undefined {
  const search = searches.get(node)
  if (!search || !isOwnText(search.left)) return undefined
  const right = ungrouped(search.right)
  const isTextQuery = right?.type === 'FuncCall' && isCall(right, 'text', 'query')
  const asked = isTextQuery ? right.args[0] : right
  const key = asked && lift(asked)
  if (!key) return undefined
  const isInHeadings = areHeadings(search.left)
  return (evaluate) => {
    const given = evaluate(key)
    const texts = (Array.isArray(given) ? given : [given]).filter((one) => typeof one === 'string')
    const words = texts.flatMap(isTextQuery ? wordsOfQuery : wordsOfPattern)
    if (words.length === 0) return undefined
    return [...new Set(isInHeadings ? words.map(inHeading) : words)]
  }
}

function wordsOfQuery(text: string): string[] {
  return searchTerms(text).flatMap(({needle, negated}) => {
    const isPrefix = !needle.endsWith(' ')
    return negated ? [] : withBeginning(indexWords(needle), isPrefix)
  })
}

/** What `match` takes for the terms of a pattern, and how long one may be. */
const INNER_STOPS = /(\b\.+|\.+\b)/g
const TERMS = /([^!@#$%^&(),\\/?";:{}|[\]+<>\s-])+/g
const LONGEST_TERM = 1024

/** The terms that `match` looks for, each in one word; `*` stands for anything, `.` for any character. */
export function patternTerms(pattern: string): string[] {
  const terms = pattern.replace(INNER_STOPS, '').match(TERMS) ?? []
  return terms.map((term) => term.slice(0, LONGEST_TERM))
}

function wordsOfPattern(pattern: string): string[] {
  return patternTerms(pattern).flatMap((term) => {
    const [beginning = '', ...others] = term.split(/[*.]/)
    const endsWithin = others.length > 0 && /[\p{L}\p{N}\p{M}]$/u.test(beginning.normalize('NFKD'))
    return withBeginning(indexWords(beginning), endsWithin)
  })
}

function withBeginning(words: string[], isBeginning: boolean): string[] {
  return isBeginning
    ? words.map((word, at) => (at === words.length - 1 ? `${word}*` : word))
    : words
}

/** Whether all texts an operand can hold are among the document's own, as they are indexed. */
export function isOwnText(operand: ExprNode): boolean {
  if (operand.type === 'Group' || operand.type === 'ArrayCoerce') return isOwnText(operand.base)
  if (operand.type === 'AccessAttribute') {
    return isIndexed(operand.name) && (operand.base === undefined || isOwnText(operand.base))
  }
  if (operand.type === 'Map' || operand.type === 'FlatMap') {
    return isOwnText(operand.base) && isOwnText(operand.expr)
  }
  if (operand.type === 'Array') return operand.elements.every(({value}) => isOwnText(value))
  if (operand.type === 'FuncCall') {
    const isTransparent = isCall(operand, 'global', 'coalesce') || isCall(operand, 'pt', 'text')
    return isTransparent && operand.args.every(isOwnText)
  }
  return operand.type === 'This'
}

/** Whether all texts an operand can hold are headings of the document. */
function areHeadings(operand: ExprNode): boolean {
  if (operand.type === 'Array') return operand.elements.every(({value}) => areHeadings(value))
  if (operand.type === 'FuncCall') return operand.args.every(areHeadings)
  if (operand.type === 'AccessAttribute') {
    return operand.base ? areHeadings(operand.base) : isHeading(operand.name)
  }
  return 'base' in operand && operand.base !== undefined && areHeadings(operand.base)
}

function isIndexed(name: string): boolean {
  return name === '_id' || !name.startsWith('_')
}
