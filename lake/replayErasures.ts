import {randomUUID} from 'node:crypto'

import type {Erasures} from './erasures.ts'
import type {Store} from './store/store.ts'
import type {Change} from './transaction.ts'
import {holdsErased, isErasedId, withoutErased} from './withoutErased.ts'

/**
 * Erases again what an older state of a dataset brings back: documents, names in the documents that
 * stay, and whatever was recorded of either. Returns how many documents it changed or removed.
 */
export function replayErasures(store: Store, erasures: Erasures): number {
  if (erasures.isEmpty()) return 0
  const id = randomUUID()
  const timestamp = new Date().toISOString()
  const changes = store.all().flatMap((before): Change[] => {
    const documentId = before._id
    if (isErasedId(documentId, erasures)) {
      return [{documentId, before, after: undefined, mutations: [{delete: {id: documentId}}]}]
    }
    const content = withoutErased(before, erasures)
    if (JSON.stringify(content) === JSON.stringify(before)) return []
    const after = {...content, _rev: id, _updatedAt: timestamp}
    return [{documentId, before, after, mutations: [{createOrReplace: after}]}]
  })
  const recorded = store
    .documentsRecorded()
    .filter(
      (documentId) =>
        isErasedId(documentId, erasures) ||
        store.changes([documentId]).some(({mutations}) => holdsErased(mutations, erasures)),
    )
  if (changes.length > 0) {
    const record = {digest: '', response: JSON.stringify({transactionId: id, results: []})}
    store.write({id, timestamp, author: AUTHOR, changes}, record, [])
  }
  const touched = new Set([...changes.map(({documentId}) => documentId), ...recorded])
  store.forget([...touched])
  store.compact()
  return changes.length
}

/** Who the log says took these out. */
const AUTHOR = 'erasure'
