import {isRecord, visitObjects} from './visitObjects.ts'

/** To what a document refers, in whatever places: one for each target. */
export interface Edge {
  target: string
  /** Whether `references()` finds it: into other datasets too, none inside another reference. */
  isSeen: boolean
  /** Whether it stays within the dataset, and is not one that the lake keeps for itself (`_system`). */
  isOwn: boolean
  /** Whether it is its own, and needs its target to exist. */
  isStrong: boolean
}

const known = new WeakMap<object, readonly Edge[]>()

/** The edges that lead from a document; as long as that is in memory, they are looked for once. */
export function edgesOf(document: object): readonly Edge[] {
  const before = known.get(document)
  if (before) return before
  const found = new Map<string, Edge>()

  function visit(value: unknown, isOwn: boolean, isSeen: boolean): void {
    if (Array.isArray(value)) {
      for (const item of value) if (typeof item === 'object') visit(item, isOwn, isSeen)
    } else if (isRecord(value)) {
      const {_ref} = value
      if (typeof _ref === 'string') note(_ref, value, isOwn, isSeen)
      const areSeen = isSeen && !_ref
      for (const name in value) {
        const child = value[name]
        if (typeof child !== 'object') continue
        visit(child, isOwn && (name !== '_system' || value !== document), areSeen)
      }
    }
  }

  function note(
    target: string,
    {_weak, _dataset, _projectId}: Record<string, unknown>,
    isOwn: boolean,
    isSeen: boolean,
  ): void {
    const edge = found.get(target) ?? {target, isSeen: false, isOwn: false, isStrong: false}
    found.set(target, edge)
    if (isSeen && target !== '') edge.isSeen = true
    if (!isOwn || _dataset !== undefined || _projectId !== undefined) return
    edge.isOwn = true
    if (_weak !== true) edge.isStrong = true
  }

  visit(document, true, true)
  const edges = [...found.values()]
  known.set(document, edges)
  return edges
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
