import {z} from 'zod'

import {memoryId, seedMemoryType} from '../../vocabulary/seedMemory.ts'
import type {Memory} from './mergeDocument.ts'

const seedMemory = z.object({
  _id: z.string(),
  _type: z.literal(seedMemoryType),
  fields: z.array(z.object({_key: z.string(), hash: z.string()})),
  closed: z.array(z.string()).optional(),
})

/** What the seed knows of a document that it wrote. */
export interface SeedMemory {
  readonly fields: Memory
  /**
   * Fields that are no longer the seed's, whatever is asked of it: something that must not come back
   * was taken out of them. `everyField` stands for the whole document.
   */
  readonly closed: readonly string[]
}

/** A memory as a document. */
export function toMemoryDocument(documentId: string, {fields, closed}: SeedMemory) {
  const sorted = [...fields].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    _id: memoryId(documentId),
    _type: seedMemoryType,
    fields: sorted.map(([name, hash]) => ({_key: name, hash})),
    ...(closed.length > 0 && {closed: [...closed]}),
  }
}

/** Reads a memory document; `undefined` when there is none. */
export function readMemory(document: unknown): SeedMemory | undefined {
  const parsed = seedMemory.safeParse(document)
  if (!parsed.success) return undefined
  const {fields, closed = []} = parsed.data
  return {fields: new Map(fields.map(({_key, hash}) => [_key, hash])), closed}
}
