import type {SanityDocument} from '@sanity/client'

import {layerOf, publishedIdOf} from '../documentId.ts'
import {headingWords, wordsOf} from '../query/indexWords.ts'
import {referencesOf} from '../reference.ts'
import {seeReferences} from '../query/seenReferences.ts'
import {visitObjects} from '../visitObjects.ts'
import {headOf} from './heads.ts'
import {indexedValuesOf} from './indexedExpressions.ts'
import type {Statements} from './statements.ts'

/** An edge that `references()` finds. */
const SEEN = 1
/** A reference within the dataset, which is the document's own. */
const OWN = 2
/** Its target has to exist. */
const STRONG = 4

/** Stores a document with all that is derived from it, or removes it when there is none. */
export function writeDocument(
  sql: Statements,
  id: string,
  document: SanityDocument | undefined,
): void {
  sql.unlink.run(id)
  sql.unindex.run(id)
  sql.forgetWords.run(id)
  if (document === undefined) {
    sql.remove.run(id)
    return
  }
  const {_type, _rev, _createdAt, _updatedAt} = document
  const content = JSON.stringify(document)
  const stamps = [_rev, _createdAt, _updatedAt]
  const head = headOf(document, content)
  sql.put.run(id, publishedIdOf(id), layerOf(id), _type, ...stamps, head, content)
  derive(sql, id, document)
}

function derive(sql: Statements, id: string, document: SanityDocument): void {
  for (const [target, kind] of [...edgesOf(document)].sort(byTarget)) {
    sql.link.run(id, target, document._type, kind)
  }
  indexedValuesOf(document).forEach((value, expression) => {
    sql.index.run(id, expression, document._type, value)
  })
  sql.addWords.run([...wordsOf(document), ...headingWords(document)].join(' '), id)
}

/** The targets of a document's references, and of what kind each edge is. */
function edgesOf(document: SanityDocument): Map<string, number> {
  const kinds = new Map<string, number>()
  visitObjects(document, ({_ref}) => {
    if (typeof _ref === 'string') kinds.set(_ref, 0)
  })
  for (const {target, strong} of referencesOf(document)) {
    kinds.set(target, strong ? OWN | STRONG : OWN)
  }
  seeReferences(document, (target) => kinds.set(target, (kinds.get(target) ?? 0) | SEEN))
  return kinds
}

function byTarget([a]: [string, number], [b]: [string, number]): number {
  return a < b ? -1 : 1
}
