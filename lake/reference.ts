import type {SanityDocument} from '@sanity/client'

import {visitObjects} from './visitObjects.ts'

/** A reference found in a document. Only a strong one needs its target to exist. */
export interface Reference {
  target: string
  strong: boolean
}

/**
 * The distinct references of a document within its own dataset. What the lake keeps for itself
 * (`_system`) does not count.
 */
export function referencesOf(document: SanityDocument): Reference[] {
  const found = new Map<string, boolean>()
  const {_system, ...content} = document
  visitObjects(content, ({_ref, _weak, _dataset, _projectId}) => {
    if (typeof _ref !== 'string' || _dataset !== undefined || _projectId !== undefined) return
    found.set(_ref, (found.get(_ref) ?? false) || _weak !== true)
  })
  return [...found].map(([target, strong]) => ({target, strong}))
}

/**
 * What publishing does to references: those made weak only because their target was not published
 * yet become strong.
 */
export function strengthenReferences<T>(value: T): T {
  const copy = structuredClone(value)
  visitObjects(copy, (node) => {
    const marker = node['_strengthenOnPublish']
    if (typeof node['_ref'] !== 'string' || marker === undefined) return
    const staysWeak = typeof marker === 'object' && marker !== null && 'weak' in marker
    if (!staysWeak || marker.weak !== true) delete node['_weak']
    delete node['_strengthenOnPublish']
  })
  return copy
}
