import type {ReleaseDocument, SanityDocument} from '@sanity/client'

import {layerOf} from '../documentId.ts'

const PREFIX = '_.releases.'

/** The id of the document that stands for a release, such as `_.releases.rSummer`. */
export function releaseDocumentId(name: string): string {
  return `${PREFIX}${name}`
}

/** The release that a document id stands for; `undefined` for any other document. */
export function releaseNameOf(documentId: string): string | undefined {
  return documentId.startsWith(PREFIX) ? documentId.slice(PREFIX.length) : undefined
}

/** The release that a version belongs to; `undefined` for published documents and drafts. */
export function releaseOfVersion(documentId: string): string | undefined {
  const layer = layerOf(documentId)
  return layer === 'published' || layer === 'drafts' ? undefined : layer
}

/** Whether a stored document is a release. */
export function isRelease(document: SanityDocument | undefined): document is ReleaseDocument {
  return document?._type === 'system.release' && releaseNameOf(document._id) !== undefined
}

/** What a release is called in a sentence. */
export function titleOf({name, metadata}: ReleaseDocument): string {
  return metadata.title ? `“${metadata.title}”` : `"${name}"`
}
