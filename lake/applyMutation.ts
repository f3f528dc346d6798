import type {SanityDocument} from '@sanity/client'
import {Mutation as Mutator} from '@sanity/mutator'

import type {DocumentMutation} from './mutation.ts'
import {Refusal} from './refusal.ts'

/** What a mutation makes of a document as part of a transaction; `undefined` stands for none. */
export function applyMutation(
  document: SanityDocument | undefined,
  mutation: DocumentMutation,
  {id, timestamp}: {id: string; timestamp: string},
): SanityDocument | undefined {
  const result = mutate(document, mutation, timestamp)
  if (result === null) return undefined
  if (!isDocument(result) || result._id !== targetOf(mutation)) {
    throw new Refusal('immutableAttributeError', '"_id" and "_type" cannot be changed.', {}, 400)
  }
  return {...result, _createdAt: result._createdAt ?? timestamp, _updatedAt: timestamp, _rev: id}
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
  timestamp: string,
): unknown {
  try {
    // The mutator writes into what it is given.
    const mutator = new Mutator({mutations: [structuredClone(mutation)], timestamp})
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
