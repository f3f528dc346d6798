import type {SanityDocument} from '@sanity/client'

import {isDocumentId, layerOf, publishedIdOf} from './documentId.ts'
import {httpError} from './errors.ts'
import {changedCopy} from './store/heads.ts'

/** `raw`, or the layers to look through, first wins. */
export type Perspective = 'raw' | readonly string[]

/** The first API version whose default perspective is `published`. */
const PUBLISHED_BY_DEFAULT = 'v2025-02-19'

/**
 * Reads the `perspective` parameter: `raw`, `published`, `drafts` or a comma-joined stack, under
 * which `published` always lies. Left out, the API version decides.
 */
export function parsePerspective(value: string | undefined, apiVersion: string): Perspective {
  if (value === undefined || value === '') {
    const dated = apiVersion !== 'v1' && apiVersion !== '1'
    return dated && (apiVersion === 'vX' || apiVersion >= PUBLISHED_BY_DEFAULT)
      ? ['published']
      : 'raw'
  }
  const layers = value.split(',').map((name) => (name === 'previewDrafts' ? 'drafts' : name.trim()))
  if (layers.includes('raw')) {
    if (layers.length === 1) return 'raw'
    throw httpError(400, 'The perspective "raw" cannot be combined with others.')
  }
  const unusable = layers.find((name) => !isDocumentId(name))
  if (unusable !== undefined)
    throw httpError(400, `"${unusable}" is not the name of a perspective.`)
  return [...new Set([...layers.filter((name) => name !== 'published'), 'published'])]
}

/**
 * Narrows documents to what a perspective shows, in the order of the ids: at most one for each
 * published id, from the first layer that has it, under the published id; `_originalId` keeps the id
 * it is stored under. A version marked for deletion hides the document.
 */
export function viewThrough(
  perspective: Perspective,
  documents: Iterable<SanityDocument>,
): SanityDocument[] {
  if (perspective === 'raw') return [...documents].sort(byId)
  const shown = new Map<string, {layer: number; document: SanityDocument}>()
  for (const document of documents) {
    const layer = perspective.indexOf(layerOf(document._id))
    if (layer === -1) continue
    const publishedId = publishedIdOf(document._id)
    if (layer < (shown.get(publishedId)?.layer ?? Infinity)) {
      shown.set(publishedId, {layer, document})
    }
  }
  return [...shown]
    .flatMap(([publishedId, {document}]) =>
      document._id !== publishedId && document['_system']?.delete === true
        ? []
        : [shownAs(publishedId, document)],
    )
    .sort(byId)
}

/** Documents as they were shown before, as long as they are in memory. */
const shownBefore = new WeakMap<SanityDocument, SanityDocument>()

/** A document as it is shown under its published id. */
export function shownAs(publishedId: string, document: SanityDocument): SanityDocument {
  const known = shownBefore.get(document)
  if (known) return known
  const shown = changedCopy(document, {_id: publishedId, _originalId: document._id})
  shownBefore.set(document, shown)
  return shown
}

/** Sorts documents by their ids. */
export function byId(a: SanityDocument, b: SanityDocument): number {
  return a._id < b._id ? -1 : 1
}
