import type {SanityDocument} from '@sanity/client'

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
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item)
    } else if (isRecord(value)) {
      const {_ref, _weak, _dataset, _projectId} = value
      if (typeof _ref === 'string' && _dataset === undefined && _projectId === undefined) {
        found.set(_ref, (found.get(_ref) ?? false) || _weak !== true)
      }
      for (const child of Object.values(value)) visit(child)
    }
  }
  const {_system, ...content} = document
  visit(content)
  return [...found].map(([target, strong]) => ({target, strong}))
}

/**
 * What publishing does to references: those made weak only because their target was not published
 * yet become strong.
 */
export function strengthenReferences<T>(value: T): T {
  const copy = structuredClone(value)
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item)
    } else if (isRecord(node)) {
      const marker = node['_strengthenOnPublish']
      if (typeof node['_ref'] === 'string' && marker !== undefined) {
        if (!isRecord(marker) || marker['weak'] !== true) delete node['_weak']
        delete node['_strengthenOnPublish']
      }
      for (const child of Object.values(node)) visit(child)
    }
  }
  visit(copy)
  return copy
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
