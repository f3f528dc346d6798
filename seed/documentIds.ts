import {DocumentId, getDraftId, getPublishedId, isDraftId as isDraft} from '@sanity/id-utils'

/** The id under which readers find a document, or will find what is a draft so far. */
export function publishedIdOf(id: string): string {
  return getPublishedId(DocumentId(id))
}

/** The id under which editors work on a document before readers see their changes. */
export function draftIdOf(id: string): string {
  return getDraftId(DocumentId(id))
}

/** Whether an id is that of a draft. */
export function isDraftId(id: string): boolean {
  return isDraft(DocumentId(id))
}
