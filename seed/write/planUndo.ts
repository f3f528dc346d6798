import type {Mutation, SanityDocument} from '@sanity/client'

import {memoryId} from '../../vocabulary/seedMemory.ts'
import {fieldHash, fieldsOf} from './fieldHash.ts'
import type {Stored} from './planDocument.ts'
import {type FieldUndo, type SeedMemory, toMemoryDocument} from './seedMemory.ts'

/** What became of a document when a run was taken back, and why it was kept. */
export interface UndoOutcome {
  readonly id: string
  readonly type: string
  readonly status: 'deleted' | 'restored' | 'kept' | 'gone'
  /** The fields that were restored, or that kept the document as it is. */
  readonly fields?: readonly string[]
  readonly reason?: string
}

/** One step of taking a run back; without mutations there is nothing to do. */
export interface Undo {
  readonly outcome: UndoOutcome
  readonly mutations: readonly Mutation[]
  /** The id of the document that would be deleted. */
  readonly deletes?: string
}

/** Decides what is taken back of what a run did to one document. */
export function planUndo(
  id: string,
  stored: Stored & {readonly memory: SeedMemory},
  run: string,
): Undo[] {
  const {published, draft, memory} = stored
  const current = memory.isDraft ? draft : published
  if (!current) {
    // A draft that is published, or a document that is deleted: editors decided about it.
    const reason = published ? 'was published since' : 'was deleted since'
    const document = {_id: id, _type: published?._type ?? ''}
    return [kept(document, published ? 'kept' : 'gone', reason)]
  }
  if (memory.createdBy !== run) return restore(id, current, memory, run)
  if (!memory.isDraft && draft) return [kept(current, 'kept', 'has a draft that somebody works on')]
  const other = [...(memory.undo ?? [])].find(([, undo]) => undo.run !== run)?.[1].run
  if (other) return [kept(current, 'kept', `was changed by run ${other} since`)]
  const edited = editedFields(current, memory)
  if (edited.length > 0) return [kept(current, 'kept', 'was edited since', edited)]
  return [remove(id, current, memory)]
}

function remove(id: string, current: SanityDocument, memory: SeedMemory): Undo {
  const {_id, _type: type, _rev} = current
  return {
    outcome: {id: _id, type, status: 'deleted'},
    deletes: _id,
    mutations: [
      // The empty patch makes sure that nobody has edited it meanwhile.
      {patch: {id: _id, ifRevisionID: _rev, unset: []}},
      {delete: {id: _id}},
      ...(memory.replaced === undefined
        ? [{delete: {id: memoryId(id)}}]
        : bringBack(JSON.parse(memory.replaced))),
    ],
  }
}

/** The draft that stood there before a run published in its place. */
function bringBack(draft: SanityDocument): Mutation[] {
  const {_rev, _createdAt, _updatedAt, ...document} = draft
  const fields = new Map([...fieldsOf(draft)].map(([name, value]) => [name, fieldHash(value)]))
  const memory = toMemoryDocument(draft._id, {fields, closed: [], isDraft: true})
  return [{createOrReplace: document}, {createOrReplace: memory}]
}

function restore(id: string, current: SanityDocument, memory: SeedMemory, run: string): Undo[] {
  const changed = [...(memory.undo ?? [])].filter(([, undo]) => undo.run === run)
  const edited = editedFields(current, memory)
  const due = changed.filter(([name]) => !edited.includes(name))
  const stay = changed.flatMap(([name]) => (edited.includes(name) ? [name] : []))
  const undos = stay.length === 0 ? [] : [kept(current, 'kept', 'was edited since', stay)]
  if (due.length === 0) return undos
  const set: Record<string, unknown> = {}
  const unset: string[] = []
  for (const [name, {before}] of due) {
    if (before === undefined) unset.push(name)
    else set[name] = JSON.parse(before)
  }
  const {_id, _type: type, _rev} = current
  return [
    {
      outcome: {id: _id, type, status: 'restored', fields: due.map(([name]) => name)},
      mutations: [
        {patch: {id: _id, ifRevisionID: _rev, set, unset}},
        {createOrReplace: toMemoryDocument(id, forgetting(memory, due))},
      ],
    },
    ...undos,
  ]
}

/** What is remembered once changes have been taken back. */
function forgetting(memory: SeedMemory, due: readonly (readonly [string, FieldUndo])[]) {
  const fields = new Map(memory.fields)
  const undo = new Map(memory.undo)
  for (const [name, {base}] of due) {
    undo.delete(name)
    if (base === undefined) fields.delete(name)
    else fields.set(name, base)
  }
  // What was read since is to be read again by the next run.
  return {...memory, fields, undo, source: undefined}
}

function editedFields(current: SanityDocument, {fields}: SeedMemory): string[] {
  const found = fieldsOf(current)
  return [...new Set([...found.keys(), ...fields.keys()])].filter((name) => {
    const value = found.get(name)
    return (value === undefined ? undefined : fieldHash(value)) !== fields.get(name)
  })
}

function kept(
  {_id: id, _type: type}: {readonly _id: string; readonly _type: string},
  status: 'kept' | 'gone',
  reason: string,
  fields?: readonly string[],
): Undo {
  return {outcome: {id, type, status, reason, ...(fields && {fields})}, mutations: []}
}
