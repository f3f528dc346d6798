import type {SanityDocument} from '@sanity/client'

import {layerOf, publishedIdOf} from '../documentId.ts'
import {headingWords, indexedText} from '../query/indexWords.ts'
import {relink, type EdgeWriter} from './edges.ts'
import {textsOf} from './heads.ts'
import {indexedValuesOf} from './indexedExpressions.ts'
import type {Statements} from './statements.ts'

/**
 * Stores a document with all that is derived from it, or removes it when there is none; returns how
 * long its JSON is. `before` is what is stored: rows that follow from both stay as they are.
 */
export function writeDocument(
  sql: Statements,
  edges: EdgeWriter,
  id: string,
  before: SanityDocument | undefined,
  after: SanityDocument | undefined,
): number {
  if (before) sql.forgetWords.run(id)
  if (before && before._type !== after?._type) {
    relink(edges, before, undefined)
    reindex(sql, id, before, undefined)
    sql.remove.run(id)
    return writeDocument(sql, edges, id, undefined, after)
  }
  if (!after) return 0
  const {_type, _rev, _createdAt, _updatedAt} = after
  const {head, content} = textsOf(after)
  const values = [_rev, _createdAt, _updatedAt, head, content]
  if (before) sql.update.run(...values, id)
  else sql.put.run(id, publishedIdOf(id), layerOf(id), _type, ...values)
  relink(edges, before, after)
  reindex(sql, id, before, after)
  sql.addWords.run(id, [indexedText(after), ...headingWords(after)].join(' '))
  return content.length
}

type State = SanityDocument | undefined

/** Stores by which values a document is found; `before` and `after` are of one type. */
function reindex(sql: Statements, id: string, before: State, after: State): void {
  const type = (after ?? before)?._type ?? ''
  const [was, is] = [indexedValuesOf(before), indexedValuesOf(after)]
  is.forEach((values, expression) => {
    const others = was[expression] ?? new Set()
    for (const value of others) {
      if (!values.has(value)) sql.unindex.run(expression, type, value, id)
    }
    for (const value of values) {
      if (!others.has(value)) sql.index.run(expression, type, value, id)
    }
  })
}
