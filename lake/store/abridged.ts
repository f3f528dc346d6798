import type {SanityDocument} from '@sanity/client'

import {contentOf, isCreation, withContent, type DocumentMutation} from '../mutation.ts'

/**
 * Mutations as they are recorded while nothing follows them: where they put a whole document there,
 * that is what is stored, so its content is left out, but for the stamps that it was sent with.
 */
export function abridged(mutations: readonly DocumentMutation[]): readonly DocumentMutation[] {
  const [creation, ...others] = mutations
  if (!creation || !isCreation(creation) || others.length > 0) return mutations
  const {_id, _type, _createdAt, _updatedAt, _rev} = contentOf(creation)
  return [withContent(creation, {_id, _type, _createdAt, _updatedAt, _rev})]
}

/** The last mutations recorded of a document, their content put in again; `stored` is what it is now. */
export function unabridged(
  mutations: DocumentMutation[],
  stored: SanityDocument | undefined,
): DocumentMutation[] {
  const [creation, ...others] = mutations
  if (!stored || !creation || !isCreation(creation) || others.length > 0) return mutations
  const {_createdAt, _updatedAt, _rev, ...content} = stored
  return [withContent(creation, {...content, ...contentOf(creation)})]
}
