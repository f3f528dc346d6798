import type {SanityDocument} from '@sanity/client'

import {layerOf, publishedIdOf} from '../documentId.ts'
import {headingWords, indexedText} from '../query/indexWords.ts'
import {edgesOf} from '../reference.ts'
import {textsOf} from './heads.ts'
import {indexedValuesOf} from './indexedExpressions.ts'
import type {Statements} from './statements.ts'

/** An edge that `references()` finds. */
const SEEN = 1
/** A reference within the dataset, which is the document's own. */
const OWN = 2
/** Its target has to exist. */
const STRONG = 4

/**
 * Stores a document with all that is derived from it, or removes it when there is none; returns how
 * long its JSON is. `before` is what is stored: rows that follow from both stay as they are.
 */
export function writeDocument(
  sql: Statements,
  id: string,
  before: SanityDocument | undefined,
  after: SanityDocument | undefined,
): number {
  if (before) sql.forgetWords.run(id)
  if (before && before._type !== after?._type) {
    relink(sql, before._type, before, undefined)
    reindex(sql, id, before, undefined)
    sql.remove.run(id)
    return writeDocument(sql, id, undefined, after)
  }
  if (!after) return 0
  const {_type, _rev, _createdAt, _updatedAt} = after
  const {head, content} = textsOf(after)
  const values = [_rev, _createdAt, _updatedAt, head, content]
  if (before) sql.update.run(...values, id)
  else sql.put.run(id, publishedIdOf(id), layerOf(id), _type, ...values)
  relink(sql, _type, before, after)
  reindex(sql, id, before, after)
  sql.addWords.run([indexedText(after), ...headingWords(after)].join(' '), id)
  return content.length
}

type State = SanityDocument | undefined

function relink(sql: Statements, type: string, before: State, after: State): void {
  const [was, is] = [kindsOf(before), kindsOf(after)]
  for (const [target, kind] of was) {
    if (before && is.get(target) !== kind) sql.unlink.run(target, type, before._id)
  }
  for (const [target, kind] of is) {
    if (after && was.get(target) !== kind) sql.link.run(target, type, after._id, kind)
  }
}

/** The targets of a document's references, and of what kind each edge is. */
function kindsOf(document: State): Map<string, number> {
  const edges = document ? edgesOf(document) : []
  return new Map(
    edges.map(({target, isSeen, isOwn, isStrong}) => [
      target,
      (isSeen ? SEEN : 0) | (isOwn ? OWN : 0) | (isStrong ? STRONG : 0),
    ]),
  )
}

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
