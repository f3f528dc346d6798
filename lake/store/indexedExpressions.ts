import {parse, type ExprNode} from 'groq-js'

import {compile} from '../query/compile/compile.ts'
import {Run} from '../query/compile/run.ts'
import {Scope} from '../query/compile/scope.ts'

/**
 * What queries look documents up or sort them by, beside type, id and references: expressions that a
 * document answers by itself. A value's place in the list is its number in the files of datasets:
 * another list needs another format of theirs.
 */
const INDEXED = [
  '_createdAt',
  '_updatedAt',
  'slug.current',
  'coalesce(publishedAt, _createdAt)',
  'lower(coalesce(sortName, name, ""))',
  'title',
  'name',
  'digest',
  'sha1hash',
  'coalesce(publishedOn.value, _createdAt)',
  'publishedAt',
  'count(corrections) > 0',
  'sortName',
] as const

/** Expressions that are lists, in which queries look for something; their numbers go on from those. */
const INDEXED_LISTS = ['body[].markDefs[_type == "quotation"].speaker._ref'] as const

/** A value as the index holds it: SQLite's order of these is the order that GROQ sorts in. */
export type IndexedValue = number | string | Uint8Array

const indexed = INDEXED.map((expression) => parse(expression))
const lists = INDEXED_LISTS.map((expression) => parse(expression))
const evaluateValues = indexed.map((tree) => compile(tree))
const evaluateLists = lists.map((tree) => compile(tree))
/** They ask about nothing but the document. */
const alone = new Run({all: () => [], find: () => undefined}, {}, Infinity)

/**
 * By which values a document is found, for each indexed expression by its number: its own, or the
 * scalars in the list that it is. `undefined` has none.
 */
export function indexedValuesOf(document: object | undefined): ReadonlySet<IndexedValue>[] {
  const scope = document && new Scope(alone, document)
  return [
    ...evaluateValues.map((evaluate) => new Set(scope ? [indexedValue(evaluate(scope))] : [])),
    ...evaluateLists.map((evaluate) => {
      const list = scope && evaluate(scope)
      return new Set(Array.isArray(list) ? list.filter(isScalar).map(indexedValue) : [])
    }),
  ]
}

/** The number of an indexed expression that is no list. */
export function indexNumber(node: ExprNode): number | undefined {
  return placeOf(node, indexed)
}

/** The number of an indexed list. */
export function listNumber(node: ExprNode): number | undefined {
  const place = placeOf(node, lists)
  return place === undefined ? undefined : indexed.length + place
}

function placeOf(node: ExprNode, trees: readonly ExprNode[]): number | undefined {
  const plain = JSON.stringify(node)
  const place = trees.findIndex((tree) => JSON.stringify(tree) === plain)
  return place === -1 ? undefined : place
}

export function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/** What is neither number nor text, each one the same array wherever it occurs. */
const FALSE = Uint8Array.of(0)
const TRUE = Uint8Array.of(1)
const OTHER = Uint8Array.of(2)
const NULL = Uint8Array.of(3)

/** Numbers come before texts, texts before booleans, and these before everything else. */
export function indexedValue(value: unknown): IndexedValue {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return sortable(value)
  if (typeof value === 'boolean') return value ? TRUE : FALSE
  return value === null ? NULL : OTHER
}

/**
 * GROQ sorts by UTF-16 units, SQLite by code points: surrogates are moved up to where both agree, and
 * what lies behind them with them.
 */
function sortable(text: string): string {
  return text.replace(/[\uD800-\uFFFF]/g, (unit) =>
    String.fromCodePoint(unit.charCodeAt(0) + 0x800),
  )
}
