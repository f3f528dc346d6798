import {z} from 'zod'

import {memoryId, seedMemoryType} from '../../vocabulary/seedMemory.ts'
import {publishedIdOf} from '../documentIds.ts'
import type {Memory} from './mergeDocument.ts'

const seedMemory = z.object({
  _id: z.string(),
  _type: z.literal(seedMemoryType),
  fields: z.array(z.object({_key: z.string(), hash: z.string()})),
  closed: z.array(z.string()).optional(),
  isDraft: z.literal(true).optional(),
})

/** What the seed knows of a document that it wrote. */
export interface SeedMemory {
  readonly fields: Memory
  /**
   * Fields that are no longer the seed's, whatever is asked of it: something that must not come back
   * was taken out of them. `everyField` stands for the whole document.
   */
  readonly closed: readonly string[]
  /** Whether it was written as a draft, so that its publication is the editors' or a later run's. */
  readonly isDraft: boolean
}

/** A memory as a document; a document and its draft have the same. */
export function toMemoryDocument(documentId: string, {fields, closed, isDraft}: SeedMemory) {
  const sorted = [...fields].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    _id: memoryId(publishedIdOf(documentId)),
    _type: seedMemoryType,
    fields: sorted.map(([name, hash]) => ({_key: name, hash})),
    ...(closed.length > 0 && {closed: [...closed]}),
    ...(isDraft && {isDraft}),
  }
}

/** Reads a memory document; `undefined` when there is none. */
export function readMemory(document: unknown): SeedMemory | undefined {
  const parsed = seedMemory.safeParse(document)
  if (!parsed.success) return undefined
  const {fields, closed = [], isDraft = false} = parsed.data
  return {fields: new Map(fields.map(({_key, hash}) => [_key, hash])), closed, isDraft}
}
