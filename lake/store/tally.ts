import type {DatabaseSync} from 'node:sqlite'

import {layerOf, publishedIdOf} from '../documentId.ts'
import type {Change} from '../transaction.ts'

/** How many documents of one type lie in one layer under one root. */
export interface Heap {
  type: string
  layer: string
  /** The id of one of them: who may read it may read them all, assets apart. */
  example: string
  count: number
}

/** Counts documents by type, layer and root, so that nobody has to. */
export interface Tally {
  ofType(type: string): Iterable<Heap>
  /** Takes notice of a transaction that was stored. */
  update(changes: readonly Change[]): void
  /** Starts anew when it is next asked for. */
  forget(): void
}

export function openTally(database: DatabaseSync): Tally {
  const all = database.prepare('SELECT id, type FROM documents INDEXED BY documents_by_type')
  all.setReturnArrays(true)
  let heaps: Map<string, Map<string, Heap>> | undefined

  function counted(): Map<string, Map<string, Heap>> {
    if (!heaps) {
      heaps = new Map()
      for (const row of all.iterate()) {
        const [id, type] = Object.values(row)
        add(heaps, String(id), String(type), 1)
      }
    }
    return heaps
  }

  return {
    ofType: (type) => counted().get(type)?.values() ?? [],
    update: (changes) => {
      if (!heaps) return
      for (const {documentId, before, after} of changes) {
        if (before) add(heaps, documentId, before._type, -1)
        if (after) add(heaps, documentId, after._type, 1)
      }
    },
    forget: () => {
      heaps = undefined
    },
  }
}

function add(
  heaps: Map<string, Map<string, Heap>>,
  id: string,
  type: string,
  difference: number,
): void {
  const published = publishedIdOf(id)
  const layer = layerOf(id)
  const root = published.includes('.') ? published.slice(0, published.indexOf('.') + 1) : ''
  const ofType = heaps.get(type) ?? new Map<string, Heap>()
  heaps.set(type, ofType)
  const key = `${layer} ${root}`
  const heap = ofType.get(key)
  if (heap) heap.count += difference
  else ofType.set(key, {type, layer, example: id, count: difference})
}
