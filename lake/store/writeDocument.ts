import type {SanityDocument} from '@sanity/client'

import {layerOf, publishedIdOf} from '../documentId.ts'
import {referencesOf, type Reference} from '../reference.ts'
import type {Statements} from './statements.ts'

/** Stores a document with the edges that lead from it, or removes both when there is none. */
export function writeDocument(
  sql: Statements,
  id: string,
  document: SanityDocument | undefined,
): void {
  sql.unlink.run(id)
  if (document === undefined) {
    sql.remove.run(id)
    return
  }
  const {_type, _rev, _createdAt, _updatedAt} = document
  const content = JSON.stringify(document)
  sql.put.run(id, publishedIdOf(id), layerOf(id), _type, _rev, _createdAt, _updatedAt, content)
  for (const {target, strong} of referencesOf(document).toSorted(byTarget)) {
    sql.link.run(id, target, strong ? 1 : 0)
  }
}

function byTarget(a: Reference, b: Reference): number {
  return a.target < b.target ? -1 : 1
}
