import type {Mutation, SanityDocument} from '@sanity/client'

import {isDraftId} from '../documentIds.ts'
import {fieldHash, fieldsOf} from './fieldHash.ts'
import {mergeDocument, type Memory, type Merge} from './mergeDocument.ts'
import {type FieldUndo, type SeedMemory, toMemoryDocument} from './seedMemory.ts'
import type {Outcome, SeedDocument} from './writeDocuments.ts'

/** What a dataset holds of a document that is to be written. */
export interface Stored {
  readonly published: SanityDocument | undefined
  readonly draft: SanityDocument | undefined
  readonly memory: SeedMemory | undefined
}

/** How a document is written. */
export interface Planning {
  readonly force: boolean
  /** The run that writes it, so that it can be taken back; without one it cannot. */
  readonly run?: string | undefined
  /** A digest of what the document was read from. */
  readonly source?: string | undefined
}

/** What becomes of one document, and the mutations that bring it about. */
export interface Plan {
  readonly outcome: Outcome
  readonly mutations: readonly Mutation[]
}

/**
 * Decides what is written of one document. One that editors took away, or a draft that they
 * published, is theirs: neither is brought back.
 */
export function planDocument(document: SeedDocument, stored: Stored, planning: Planning): Plan {
  const {published, draft, memory} = stored
  const isDraft = isDraftId(document._id)
  if (isDraft && published) return keep(document)
  const current = isDraft ? draft : published
  if (current) return merge(document, current, memory, planning)
  if (!memory) return create(document, planning)
  return memory.isDraft && draft && !isDraft
    ? publish(document, draft, memory, planning)
    : keep(document)
}

function keep(document: SeedDocument): Plan {
  return {outcome: outcomeOf(document, 'kept'), mutations: []}
}

function create(document: SeedDocument, {run, source}: Planning, replaced?: string): Plan {
  const fields = hashesOf(document)
  return {
    outcome: outcomeOf(document, 'created'),
    mutations: [
      {create: document},
      remember(document, {fields, closed: [], createdBy: run, source, replaced}),
    ],
  }
}

function merge(
  document: SeedDocument,
  current: SanityDocument,
  memory: SeedMemory | undefined,
  {force, run, source = memory?.source}: Planning,
): Plan {
  const {fields = new Map(), closed = []} = memory ?? {}
  const merged = mergeDocument(document, current, fields, {force, closed})
  const {set, unset, edited, conflicts} = merged
  const hasChanges = Object.keys(set).length + unset.length > 0
  const isKept = edited.length + conflicts.length > 0
  const status = hasChanges ? 'updated' : isKept ? 'kept' : 'unchanged'
  const isRemembered = sameFields(merged.memory, memory?.fields) && source === memory?.source
  const undo = undoOf(merged, current, memory, run)
  const {createdBy, replaced} = memory ?? {}
  const news = {fields: merged.memory, closed, createdBy, replaced, source, undo}
  return {
    outcome: outcomeOf(document, status, {edited, conflicts}),
    mutations: [
      ...(hasChanges ? [{patch: {id: document._id, ifRevisionID: current._rev, set, unset}}] : []),
      ...(hasChanges || !isRemembered ? [remember(document, news)] : []),
    ],
  }
}

/** What is to be remembered so that a run's changes can be taken back. */
function undoOf(
  {set, unset}: Merge,
  current: SanityDocument,
  memory: SeedMemory | undefined,
  run: string | undefined,
): ReadonlyMap<string, FieldUndo> {
  const undo = new Map(memory?.undo)
  for (const name of [...Object.keys(set), ...unset]) {
    // A run that is repeated goes back to what stood there before it began.
    if (run !== undefined && (undo.get(name)?.run === run || memory?.createdBy === run)) continue
    undo.delete(name)
    if (run === undefined) continue
    const before = JSON.stringify(current[name])
    undo.set(name, {run, before, base: memory?.fields.get(name)})
  }
  return undo
}

/**
 * A run that publishes takes the place of the draft that a run before it left. What editors changed
 * in that draft since then stays a draft: to publish it is for them.
 */
function publish(
  document: SeedDocument,
  draft: SanityDocument,
  {fields}: SeedMemory,
  planning: Planning,
): Plan {
  const found = hashesOf(draft)
  const edited = [...new Set([...found.keys(), ...fields.keys()])].filter(
    (name) => found.get(name) !== fields.get(name),
  )
  const outcome = outcomeOf(document, 'created', {edited, conflicts: []})
  if (edited.length > 0) return {outcome, mutations: create(document, planning).mutations}
  // The empty patch makes sure that nobody has edited the draft meanwhile.
  const removal: Mutation[] = [
    {patch: {id: draft._id, ifRevisionID: draft._rev, unset: []}},
    {delete: {id: draft._id}},
  ]
  const {mutations} = create(document, planning, JSON.stringify(draft))
  return {outcome, mutations: [...mutations, ...removal]}
}

function outcomeOf(
  {_id: id, _type: type}: SeedDocument,
  status: Outcome['status'],
  fields: Pick<Outcome, 'edited' | 'conflicts'> = {edited: [], conflicts: []},
): Outcome {
  return {id, type, status, ...fields}
}

function hashesOf(document: object): Memory {
  return new Map([...fieldsOf(document)].map(([name, value]) => [name, fieldHash(value)]))
}

function remember({_id}: SeedDocument, memory: Omit<SeedMemory, 'isDraft'>): Mutation {
  return {createOrReplace: toMemoryDocument(_id, {...memory, isDraft: isDraftId(_id)})}
}

function sameFields(a: Memory, b: Memory | undefined): boolean {
  return a.size === b?.size && [...a].every(([name, hash]) => b.get(name) === hash)
}
