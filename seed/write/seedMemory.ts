import {z} from 'zod'

import {memoryId, seedMemoryType} from '../../vocabulary/seedMemory.ts'
import {publishedIdOf} from '../documentIds.ts'
import type {Memory} from './mergeDocument.ts'

const seedMemory = z.object({
  _id: z.string(),
  _type: z.literal(seedMemoryType),
  fields: z.array(
    z.object({
      _key: z.string(),
      hash: z.string().optional(),
      run: z.string().optional(),
      before: z.string().optional(),
      base: z.string().optional(),
    }),
  ),
  closed: z.array(z.string()).optional(),
  isDraft: z.literal(true).optional(),
  createdBy: z.string().optional(),
  replaced: z.string().optional(),
  source: z.string().optional(),
})

/** How a field was before a run changed it. */
export interface FieldUndo {
  readonly run: string
  /** The value as JSON; `undefined` when the field was not there. */
  readonly before: string | undefined
  /** What was remembered of the field before. */
  readonly base: string | undefined
}

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
  /** The run that created the document, so that the run can be taken back. */
  readonly createdBy?: string | undefined
  /** The draft, as JSON, that was deleted when that run published in its place. */
  readonly replaced?: string | undefined
  /** For each field the last run that changed it, with what stood there before. */
  readonly undo?: ReadonlyMap<string, FieldUndo>
  /** For an article of an archive, a digest of what was read: the same one need not be read again. */
  readonly source?: string | undefined
}

/** A memory as a document; a document and its draft have the same. */
export function toMemoryDocument(documentId: string, memory: SeedMemory) {
  const {fields, closed, isDraft, createdBy, replaced, undo = new Map(), source} = memory
  const names = [...new Set([...fields.keys(), ...undo.keys()])].toSorted((a, b) =>
    a < b ? -1 : 1,
  )
  return {
    _id: memoryId(publishedIdOf(documentId)),
    _type: seedMemoryType,
    fields: names.map((_key) =>
      withoutUndefined({_key, hash: fields.get(_key), ...undo.get(_key)}),
    ),
    ...(closed.length > 0 && {closed: [...closed]}),
    ...(isDraft && {isDraft}),
    ...withoutUndefined({createdBy, replaced, source}),
  }
}

/** Reads a memory document; `undefined` when there is none. */
export function readMemory(document: unknown): SeedMemory | undefined {
  const parsed = seedMemory.safeParse(document)
  if (!parsed.success) return undefined
  const {fields, closed = [], isDraft = false, createdBy, replaced, source} = parsed.data
  return {
    fields: new Map(fields.flatMap(({_key, hash}) => (hash === undefined ? [] : [[_key, hash]]))),
    closed,
    isDraft,
    createdBy,
    replaced,
    source,
    undo: new Map(
      fields.flatMap(({_key, run, before, base}) =>
        run === undefined ? [] : [[_key, {run, before, base}] as const],
      ),
    ),
  }
}

function withoutUndefined(fields: object) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
