import {z} from 'zod'

import type {Memory} from './mergeDocument.ts'

/**
 * What the seed remembers of a document it wrote. The id has a dot: no reader without a token sees
 * it, and no list in Studio shows it.
 */
const seedMemory = z.object({
  _id: z.string(),
  _type: z.literal('seedMemory'),
  fields: z.array(z.object({_key: z.string(), hash: z.string()})),
})

/** The id under which the memory of a document is kept. */
export function memoryId(documentId: string): string {
  return `seed.${documentId}`
}

/** A memory as a document. */
export function toMemoryDocument(documentId: string, memory: Memory) {
  const fields = [...memory].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    _id: memoryId(documentId),
    _type: 'seedMemory',
    fields: fields.map(([name, hash]) => ({_key: name, hash})),
  }
}

/** Reads a memory document; `undefined` when there is none. */
export function readMemory(document: unknown): Memory | undefined {
  const parsed = seedMemory.safeParse(document)
  if (!parsed.success) return undefined
  return new Map(parsed.data.fields.map(({_key, hash}) => [_key, hash]))
}
