import {DocumentId, getDraftId} from '@sanity/id-utils'

/** A draft's or a version's id: the layer, and the published id. */
const LAYERED = /^(?:(drafts)|versions\.([^.]+))\.(.+)$/

/** Where a document stands among the versions of one published id: `published`, `drafts` or a release's name. */
export function layerOf(id: string): string {
  const [, drafts, release] = LAYERED.exec(id) ?? []
  return drafts ?? release ?? 'published'
}

/** The published id that a draft, version or published id belongs to. */
export function publishedIdOf(id: string): string {
  return LAYERED.exec(id)?.[3] ?? id
}

/** The id of the draft among the versions that an id belongs to. */
export function draftIdOf(id: string): string {
  return getDraftId(DocumentId(id))
}

/** Whether the Content Lake takes this as a document id. There is no draft of a draft. */
export function isDocumentId(id: string): boolean {
  const isText = /^[\w-][\w.-]{0,127}$/.test(id) && !id.includes('..') && !id.endsWith('.')
  return isText && !LAYERED.test(publishedIdOf(id))
}
