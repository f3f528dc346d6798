import {parse, type ExprNode} from 'groq-js'

import {compile} from '../query/compile/compile.ts'
import {Run} from '../query/compile/run.ts'
import {Scope} from '../query/compile/scope.ts'

/**
 * What queries look documents up or sort them by, beside type, id and references: expressions that a
 * document answers by itself. A value's place in the list is its number in the files of datasets:
 * another list needs another format of theirs.
 */
export const INDEXED = [
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

export const indexedTrees: readonly ExprNode[] = INDEXED.map((expression) => parse(expression))

/** A value as the index holds it: SQLite's order of these is the order that GROQ sorts in. */
export type IndexedValue = number | string | Uint8Array

const expressions = indexedTrees.map((tree) => compile(tree))
/** They ask about nothing but the document. */
const alone = new Run({all: () => [], find: () => undefined}, {}, Infinity)

/** The value of each indexed expression for a document. */
export function indexedValuesOf(document: object): IndexedValue[] {
  const scope = new Scope(alone, document)
  return expressions.map((evaluate) => indexedValue(evaluate(scope)))
}

export function isSameValue(a: IndexedValue, b: IndexedValue | undefined): boolean {
  return a instanceof Uint8Array && b instanceof Uint8Array ? a[0] === b[0] : a === b
}

/** Numbers come before texts, texts before booleans, and these before everything else. */
export function indexedValue(value: unknown): IndexedValue {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return sortable(value)
  if (typeof value === 'boolean') return Uint8Array.of(value ? 1 : 0)
  return Uint8Array.of(value === null ? 3 : 2)
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
