import {randomUUID} from 'node:crypto'

import type {SanityDocument} from '@sanity/client'

import {publishedIdOf} from './documentId.ts'
import type {Erasures} from './erasures.ts'
import {UNREPEATABLE, type Store} from './store/store.ts'
import {timestampAfter} from './timestamp.ts'
import type {Change} from './transaction.ts'
import {holdsErased, isErasedId, withoutErased} from './withoutErased.ts'

/**
 * Erases again what an older state of a dataset brings back: documents, names in the documents that
 * stay, and whatever was recorded of either. `current` are the documents whose past was forgotten:
 * they stay as they are. Returns how many documents it changed or removed.
 */
export function replayErasures(
  store: Store,
  erasures: Erasures,
  current: readonly SanityDocument[] = [],
): number {
  if (erasures.isEmpty()) return 0
  const id = randomUUID()
  const timestamp = timestampAfter(store.sequence.last()?.timestamp, Date.now())
  const kept = new Map(current.map((document) => [document._id, document]))
  const keptGroups = new Set(current.map(({_id}) => publishedIdOf(_id)))

  function settled(before: SanityDocument): SanityDocument | undefined {
    if (isErasedId(before._id, erasures)) return undefined
    if (keptGroups.has(publishedIdOf(before._id))) return kept.get(before._id)
    const content = withoutErased(before, erasures)
    const isSame = JSON.stringify(content) === JSON.stringify(before)
    return isSame ? before : {...content, _rev: id, _updatedAt: timestamp}
  }

  const changes = store.all().flatMap((before): Change[] => {
    const after = settled(before)
    return after === before || after?._rev === before._rev ? [] : [changeOf(before, after)]
  })
  const missing = current.filter(({_id}) => store.get(_id) === undefined)
  changes.push(...missing.map((document) => changeOf(undefined, document)))
  const recorded = store
    .documentsRecorded()
    .filter(
      (documentId) =>
        isErasedId(documentId, erasures) ||
        keptGroups.has(publishedIdOf(documentId)) ||
        store.changes([documentId]).some(({mutations}) => holdsErased(mutations, erasures)),
    )
  if (changes.length > 0) {
    store.write({id, timestamp, author: AUTHOR, changes}, UNREPEATABLE, [])
  }
  const touched = new Set([...changes.map(({documentId}) => documentId), ...recorded])
  store.forget([...touched])
  return changes.length
}

function changeOf(before: SanityDocument | undefined, after: SanityDocument | undefined): Change {
  const documentId = (after ?? before)?._id ?? ''
  const mutation = after ? {createOrReplace: after} : {delete: {id: documentId}}
  return {documentId, before, after, mutations: [mutation]}
}

/** Who the log says took these out. */
const AUTHOR = 'erasure'
