import type {SanityDocument} from '@sanity/client'
import {Mutation as Mutator} from '@sanity/mutator'

import type {DocumentMutation} from './mutation.ts'
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
  const result = mutate(document, mutation, verbatim ? undefined : timestamp)
  if (result === null) return undefined
  if (!isDocument(result) || result._id !== targetOf(mutation)) {
    throw new Refusal('immutableAttributeError', '"_id" and "_type" cannot be changed.', {}, 400)
  }
  const created = {...result, _createdAt: result._createdAt ?? timestamp}
  return verbatim
    ? {...created, _updatedAt: result._updatedAt ?? timestamp, _rev: result._rev ?? id}
    : {...created, _updatedAt: timestamp, _rev: id}
}

/** The id of the document that a mutation is about. */
export function targetOf(mutation: DocumentMutation): string {
  if ('create' in mutation) return mutation.create._id
  if ('createOrReplace' in mutation) return mutation.createOrReplace._id
  if ('createIfNotExists' in mutation) return mutation.createIfNotExists._id
  if ('delete' in mutation) return mutation.delete.id
  return mutation.patch.id
}

function mutate(
  document: SanityDocument | undefined,
  mutation: DocumentMutation,
  timestamp: string | undefined,
): unknown {
  try {
    // The mutator writes into what it is given.
    const mutations = [structuredClone(mutation)]
    const mutator = new Mutator(timestamp === undefined ? {mutations} : {mutations, timestamp})
    return mutator.apply(document === undefined ? null : {...document})
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
