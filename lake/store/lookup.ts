import type {DatabaseSync, StatementSync} from 'node:sqlite'

import type {IndexedValue} from './indexedExpressions.ts'

/** By what the documents that a query may want are found without looking at any other. */
export type Lookup = {types?: readonly string[]} & (
  | {by: 'nothing'}
  | {by: 'type'; types: readonly string[]}
  | {by: 'id'; ids: readonly string[]}
  /** A published id; its draft and versions are wanted too. */
  | {by: 'group'; id: string}
  /** How the id begins. */
  | {by: 'prefix'; prefix: string}
  /** The value of an indexed expression, by its number. */
  | {by: 'value'; expression: number; values: readonly IndexedValue[]}
  /** The ids of which one is referred to; `isSeen`: in a way that `references()` sees. */
  | {by: 'reference'; targets: readonly string[]; isSeen: boolean}
  /** Words, as they are indexed, that all occur; with a `*` behind, the beginning of one. */
  | {by: 'words'; words: readonly string[]}
  | {by: 'any'; of: readonly Lookup[]}
)

/** Finds the ids under which documents are stored, in no particular order; some may come twice. */
export type FindIds = (lookup: Lookup, isByPublishedId: boolean) => string[]

/**
 * How often some words occur together: in few documents, which are better looked at than looked for, or
 * in so many that whoever looks at some documents finds them.
 */
export type FrequencyOf = (words: readonly string[]) => 'rare' | 'usual' | 'common'

/** Finds the published ids of all drafts, or versions, in some layers. */
export type FindLayered = (layers: readonly string[]) => string[]

/** Beyond, it pays to go through a sorted list until enough is found. */
const FEW = 400
/** Words are common if so many of the documents between the first ones with them have them, too. */
const COMMON = 1 / 5

/** How many prepared statements are kept. */
const MAXIMUM_STATEMENTS = 200

export function openLookups(database: DatabaseSync): {
  findIds: FindIds
  findLayered: FindLayered
  frequencyOf: FrequencyOf
} {
  const statements = new Map<string, StatementSync>()
  const spread = database.prepare(
    `SELECT count(*) AS count, min(rowid) AS first, max(rowid) AS last
     FROM (SELECT rowid FROM words WHERE words MATCH ? LIMIT ?)`,
  )

  /** The values of one column, as one list of JSON: each row by itself would cost more. */
  function ids(column: string, from: string, ...values: IndexedValue[]): string[] {
    const sql = `SELECT json_group_array(${column}) AS ids FROM ${from}`
    let statement = statements.get(sql)
    if (!statement) {
      if (statements.size >= MAXIMUM_STATEMENTS) statements.clear()
      statement = database.prepare(sql)
      statements.set(sql, statement)
    }
    const found: string[] = JSON.parse(String(statement.get(...values)?.['ids']))
    return found
  }

  function find(lookup: Lookup, isByPublishedId: boolean): string[] {
    const types = lookup.types ?? []
    const id = isByPublishedId ? 'published' : 'id'
    const ofTypes = lookup.types ? ` AND type IN ${places(types.length)}` : ''
    switch (lookup.by) {
      case 'nothing':
        return []
      case 'type':
        return ids('id', `documents WHERE type IN ${places(types.length)}`, ...types)
      case 'id':
        return chunks(lookup.ids).flatMap((some) =>
          ids('id', `documents WHERE ${id} IN ${places(some.length)}${ofTypes}`, ...some, ...types),
        )
      case 'group':
        return ids('id', 'documents WHERE published = ?', lookup.id)
      case 'prefix':
        return ids(
          'id',
          `documents WHERE ${id} >= ? AND ${id} < ?${ofTypes}`,
          lookup.prefix,
          `${lookup.prefix}\u{10FFFF}`,
          ...types,
        )
      case 'value':
        return chunks(lookup.values).flatMap((values) =>
          ids(
            'document',
            `indexed WHERE expression = ? AND value IN ${places(values.length)} AND type IN ${
              lookup.types ? places(types.length) : '(SELECT DISTINCT type FROM documents)'
            }`,
            lookup.expression,
            ...values,
            ...types,
          ),
        )
      case 'reference':
        return chunks(lookup.targets).flatMap((targets) =>
          ids(
            'source',
            `edges WHERE target IN ${places(targets.length)}${ofTypes}${lookup.isSeen ? ' AND kind & 1' : ''}`,
            ...targets,
            ...types,
          ),
        )
      case 'words':
        return ids(
          'id',
          `words JOIN documents ON number = words.rowid WHERE words MATCH ?${ofTypes}`,
          patternOf(lookup.words),
          ...types,
        )
      case 'any':
        return lookup.of.flatMap((one) => find(one, isByPublishedId))
    }
  }
  return {
    findIds: find,
    findLayered: (layers) =>
      ids(
        'published',
        `documents WHERE layer <> 'published' AND layer IN ${places(layers.length)}`,
        ...layers,
      ),
    frequencyOf: (words) => {
      const row = spread.get(patternOf(words), FEW + 1)
      const [count = 0, first = 0, last = 0] = ['count', 'first', 'last'].map((of) =>
        Number(row?.[of]),
      )
      if (count <= FEW) return 'rare'
      return count / (last - first) < COMMON ? 'usual' : 'common'
    },
  }
}

/** SQLite takes so many values in one question. */
const MOST_VALUES = 500

function chunks<T>(values: readonly T[]): T[][] {
  const found: T[][] = []
  for (let at = 0; at < values.length; at += MOST_VALUES) {
    found.push(values.slice(at, at + MOST_VALUES))
  }
  return found
}

function places(count: number): string {
  return `(${Array(count).fill('?').join(', ')})`
}

/** What FTS5 is asked for all of some words. */
export function patternOf(words: readonly string[]): string {
  return words.map(quoted).join(' AND ')
}

function quoted(word: string): string {
  return word.endsWith('*') ? `"${word.slice(0, -1)}"*` : `"${word}"`
}
