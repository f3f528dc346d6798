import type {SanityDocument} from '@sanity/client'
import {Mutation as Mutator} from '@sanity/mutator'

import {contentOf, isCreation, type Creation, type DocumentMutation} from './mutation.ts'
import {Refusal} from './refusal.ts'

/** What a changed document is marked with. */
export interface Stamp {
  /** The transaction, which becomes the revision. */
  id: string
  timestamp: string
  /** Leaves the revision and time that a document brings along: it is put back, not changed. */
  verbatim?: boolean
}

/** What a mutation makes of a document as part of a transaction; `undefined` stands for none. */
export function applyMutation(
  document: SanityDocument | undefined,
  mutation: DocumentMutation,
  {id, timestamp, verbatim = false}: Stamp,
): SanityDocument | undefined {
  if ('delete' in mutation) return undefined
  if ('createIfNotExists' in mutation && document !== undefined) return document
  const result = isCreation(mutation) ? contentOf(mutation) : patched(document, mutation)
  if (!isDocument(result) || result._id !== targetOf(mutation)) {
    throw new Refusal('immutableAttributeError', '"_id" and "_type" cannot be changed.', {}, 400)
  }
  const created = {...result, _createdAt: result._createdAt || timestamp}
  return verbatim
    ? {...created, _updatedAt: result._updatedAt ?? timestamp, _rev: result._rev ?? id}
    : {...created, _updatedAt: timestamp, _rev: id}
}

/** The id of the document that a mutation is about. */
export function targetOf(mutation: DocumentMutation): string {
  if (isCreation(mutation)) return contentOf(mutation)._id
  return 'delete' in mutation ? mutation.delete.id : mutation.patch.id
}

function patched(
  document: SanityDocument | undefined,
  mutation: Exclude<DocumentMutation, Creation | {delete: object}>,
): unknown {
  try {
    return new Mutator({mutations: [mutation]}).apply(document ?? null)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Refusal('patchError', `The patch cannot be applied: ${reason}`, {}, 400)
  }
}

function isDocument(value: unknown): value is SanityDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    '_id' in value &&
    '_type' in value &&
    typeof value._type === 'string'
  )
}
