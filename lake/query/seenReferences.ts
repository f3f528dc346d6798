import {isRecord} from '../visitObjects.ts'

/** Calls `see` for every reference that `references()` finds: into other datasets too, none inside another. */
export function seeReferences(value: unknown, see: (target: string) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) seeReferences(item, see)
  } else if (isRecord(value)) {
    const {_ref} = value
    if (typeof _ref === 'string' && _ref !== '') see(_ref)
    else if (!_ref) for (const child of Object.values(value)) seeReferences(child, see)
  }
}

const known = new WeakMap<object, ReadonlySet<string> | readonly string[]>()

/** Takes notice of what is known to be found in a document, so that nobody looks through it. */
export function keepReferences(document: object, targets: readonly string[]): void {
  known.set(document, targets)
}

/** What `references()` finds in a document; as long as that is in memory, it is looked for once. */
function referencesIn(document: object): ReadonlySet<string> {
  const before = known.get(document)
  if (before instanceof Set) return before
  const found = new Set<string>(before)
  if (!before) seeReferences(document, (target) => found.add(target))
  known.set(document, found)
  return found
}

/** Answers `references()`: whether a value refers to one of these ids, or of the ids in these lists. */
export function refersTo(value: unknown, ids: readonly unknown[]): boolean {
  if (!isRecord(value)) return false
  const found = referencesIn(value)
  return ids.flat().some((id) => typeof id === 'string' && found.has(id))
}
