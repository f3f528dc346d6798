import {edgesOf} from '../reference.ts'
import {referencesOfHead} from '../store/heads.ts'
import {isRecord} from '../visitObjects.ts'

const known = new WeakMap<object, ReadonlySet<string>>()

/** What `references()` finds in a document; as long as that is in memory, it is looked for once. */
function referencesIn(document: object): ReadonlySet<string> {
  const before = known.get(document)
  if (before) return before
  const found = new Set(
    referencesOfHead(document) ??
      edgesOf(document).flatMap(({target, isSeen}) => (isSeen ? target : [])),
  )
  known.set(document, found)
  return found
}

/** Answers `references()`: whether a value refers to one of these ids, or of the ids in these lists. */
export function refersTo(value: unknown, ids: readonly unknown[]): boolean {
  if (!isRecord(value)) return false
  const found = referencesIn(value)
  return ids.flat().some((id) => typeof id === 'string' && found.has(id))
}
