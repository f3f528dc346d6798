import {isRecord} from '../visitObjects.ts'
import type {Node} from './nodes.ts'

/** Functions that look at the document in whose filter or projection they stand. */
const LOOKS_AROUND = new Set<unknown>([
  'references',
  'versionOf',
  'partOfRelease',
  'incomingRefCount',
])

export const looksAround = (name: unknown): boolean => LOOKS_AROUND.has(name)

/** The child of a node that is evaluated once for each item of a list, or for another value. */
export function isInnerScope(node: Node, key: string): boolean {
  switch (node['type']) {
    case 'Filter':
    case 'Projection':
    case 'Map':
    case 'FlatMap':
      return key === 'expr'
    case 'PipeFuncCall':
      return key === 'args'
    default:
      return false
  }
}

/**
 * Whether a part of a query means the same wherever it stands: it looks neither at the value it is
 * evaluated for nor at those around it. `depth` counts the scopes it opens itself.
 */
export function isIndependent(value: unknown, depth = 0, hasValue = false): boolean {
  if (Array.isArray(value)) return value.every((item) => isIndependent(item, depth, hasValue))
  if (!isRecord(value)) return true
  const {type, base, n, name} = value
  if (type === 'Value') return true
  if (type === 'This' || (type === 'AccessAttribute' && base === undefined)) return hasValue
  if (type === 'Parent') return typeof n === 'number' && n < depth
  if (type === 'FuncCall' && looksAround(name) && !hasValue) return false
  return Object.entries(value).every(([key, child]) =>
    isInnerScope(value, key)
      ? isIndependent(child, opensScope(type) ? depth + 1 : depth, true)
      : isIndependent(child, depth, hasValue),
  )
}

/** What is mapped sees the same surroundings as its list; `^` passes it by. */
export function opensScope(type: unknown): boolean {
  return type !== 'Map' && type !== 'FlatMap'
}
