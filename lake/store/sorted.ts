import type {DatabaseSync, StatementSync} from 'node:sqlite'

import type {IndexedValue} from './indexedExpressions.ts'
import {patternOf} from './lookup.ts'

/** Documents of some types in the order of an indexed expression, or of their ids. */
export interface Sorting {
  types: readonly string[]
  /** The number of an indexed expression; left out, documents come by their ids. */
  expression?: number
  isDescending: boolean
  /** No lower, and no higher values than these. */
  low?: IndexedValue | undefined
  high?: IndexedValue | undefined
  /** Only documents in which all these words occur, as a lookup has them. */
  words?: readonly string[]
  /** So many have the words that some without them may come first. */
  areCommon?: boolean
}

/** One row of a sorting: the id under which a document is stored. */
export interface SortedRow {
  id: string
  value: IndexedValue
}

/** Rows are read as they are asked for; those of the same value come by their ids. */
export type ReadSorted = (sorting: Sorting) => Iterable<SortedRow>

/**
 * So many documents come before it is asked which have common words. Most of the first ones have, and to
 * look at the others takes less than to collect all in which the words occur.
 */
const UNASKED = 64

export function openSorted(database: DatabaseSync): ReadSorted {
  /** A statement reads for one reader at a time. */
  const idle = new Map<string, StatementSync[]>()

  function* rowsOf(sorting: Sorting): Iterable<SortedRow> {
    const {types, expression, isDescending, low, high, words} = sorting
    const [id, value, table, number] =
      expression === undefined
        ? ['id', 'id', 'documents', 'number']
        : ['document', 'value', 'indexed', '(SELECT number FROM documents WHERE id = document)']
    const conditions = [
      'type = ?',
      ...(expression === undefined ? [] : ['expression = ?']),
      ...(low === undefined ? [] : [`${value} >= ?`]),
      ...(high === undefined ? [] : [`${value} <= ?`]),
      ...(words ? [`${number} IN (SELECT rowid FROM words WHERE words MATCH ?)`] : []),
    ]
    const one = `SELECT ${id} AS id, ${value} AS value FROM ${table} WHERE ${conditions.join(' AND ')}`
    const all = types.map(() => one).join(' UNION ALL ')
    const sql = `${all} ORDER BY value${isDescending ? ' DESC' : ''}, id`
    const given = [
      ...(expression === undefined ? [] : [expression]),
      ...(low === undefined ? [] : [low]),
      ...(high === undefined ? [] : [high]),
      ...(words ? [patternOf(words)] : []),
    ]
    const statement = idle.get(sql)?.pop() ?? database.prepare(sql)
    try {
      for (const row of statement.iterate(...types.flatMap((type) => [type, ...given]))) {
        const found = row['value']
        yield {id: String(row['id']), value: isIndexedValue(found) ? found : ''}
      }
    } finally {
      const others = idle.get(sql) ?? []
      idle.set(sql, [...others, statement])
    }
  }

  return function* (sorting) {
    const {words, areCommon, ...regardless} = sorting
    const first = new Set<string>()
    if (areCommon) {
      for (const row of rowsOf(regardless)) {
        if (first.size === UNASKED) break
        first.add(row.id)
        yield row
      }
    }
    for (const row of rowsOf(sorting)) if (!first.has(row.id)) yield row
  }
}

function isIndexedValue(value: unknown): value is IndexedValue {
  return typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array
}

/** Whether GROQ sorts two values alike: it has no order among what is neither scalar nor text. */
export function sortAlike(a: IndexedValue, b: IndexedValue): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    const [first = 0, second = 0] = [a[0], b[0]]
    return first === second || (first > 1 && second > 1)
  }
  return a === b
}
