import {
  DocumentId,
  getDraftId,
  getPublishedId,
  getVersionNameFromId,
  isDraftId,
  isVersionId,
} from '@sanity/id-utils'

/** Where a document stands among the versions of one published id: `published`, `drafts` or a release's name. */
export function layerOf(id: string): string {
  const documentId = DocumentId(id)
  if (isDraftId(documentId)) return 'drafts'
  return isVersionId(documentId) ? getVersionNameFromId(documentId) : 'published'
}

/** The published id that a draft, version or published id belongs to. */
export function publishedIdOf(id: string): string {
  return getPublishedId(DocumentId(id))
}

/** The id of the draft among the versions that an id belongs to. */
export function draftIdOf(id: string): string {
  return getDraftId(DocumentId(id))
}

/** Whether the Content Lake takes this as a document id. There is no draft of a draft. */
export function isDocumentId(id: string): boolean {
  if (!/^[\w-][\w.-]{0,127}$/.test(id) || id.includes('..') || id.endsWith('.')) return false
  try {
    publishedIdOf(id)
    return true
  } catch {
    return false
  }
}
