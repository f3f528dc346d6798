import {edgesOf} from '../reference.ts'
import {isRecord} from '../visitObjects.ts'

const known = new WeakMap<object, ReadonlySet<string> | readonly string[]>()

/** Takes notice of what is known to be found in a document, so that nobody looks through it. */
export function keepReferences(document: object, targets: readonly string[]): void {
  known.set(document, targets)
}

/** What `references()` finds in a document; as long as that is in memory, it is looked for once. */
function referencesIn(document: object): ReadonlySet<string> {
  const before = known.get(document)
  if (before instanceof Set) return before
  const seen = before ?? edgesOf(document).flatMap(({target, isSeen}) => (isSeen ? target : []))
  const found = new Set(seen)
  known.set(document, found)
  return found
}

/** Answers `references()`: whether a value refers to one of these ids, or of the ids in these lists. */
export function refersTo(value: unknown, ids: readonly unknown[]): boolean {
  if (!isRecord(value)) return false
  const found = referencesIn(value)
  return ids.flat().some((id) => typeof id === 'string' && found.has(id))
}
