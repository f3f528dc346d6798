import type {Mutation, SanityDocument} from '@sanity/client'

import {isDraftId} from '../documentIds.ts'
import {fieldHash, fieldsOf} from './fieldHash.ts'
import {mergeDocument, type Memory} from './mergeDocument.ts'
import {type SeedMemory, toMemoryDocument} from './seedMemory.ts'
import type {Outcome, SeedDocument} from './writeDocuments.ts'

/** What a dataset holds of a document that is to be written. */
export interface Stored {
  readonly published: SanityDocument | undefined
  readonly draft: SanityDocument | undefined
  readonly memory: SeedMemory | undefined
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
export function planDocument(document: SeedDocument, stored: Stored, force: boolean): Plan {
  const {published, draft, memory} = stored
  const isDraft = isDraftId(document._id)
  if (isDraft && published) return keep(document)
  const current = isDraft ? draft : published
  if (current) return merge(document, current, memory, force)
  if (!memory) return create(document)
  return memory.isDraft && draft && !isDraft ? publish(document, draft, memory) : keep(document)
}

function keep(document: SeedDocument): Plan {
  return {outcome: outcomeOf(document, 'kept'), mutations: []}
}

function create(document: SeedDocument): Plan {
  return {
    outcome: outcomeOf(document, 'created'),
    mutations: [{create: document}, remember(document, hashesOf(document))],
  }
}

function merge(
  document: SeedDocument,
  current: SanityDocument,
  memory: SeedMemory | undefined,
  force: boolean,
): Plan {
  const {fields = new Map(), closed = []} = memory ?? {}
  const merged = mergeDocument(document, current, fields, {force, closed})
  const {set, unset, edited, conflicts} = merged
  const hasChanges = Object.keys(set).length + unset.length > 0
  const isKept = edited.length + conflicts.length > 0
  const status = hasChanges ? 'updated' : isKept ? 'kept' : 'unchanged'
  const isRemembered = sameFields(merged.memory, memory?.fields)
  return {
    outcome: outcomeOf(document, status, {edited, conflicts}),
    mutations: [
      ...(hasChanges ? [{patch: {id: document._id, ifRevisionID: current._rev, set, unset}}] : []),
      ...(hasChanges || !isRemembered ? [remember(document, merged.memory, closed)] : []),
    ],
  }
}

/**
 * A run that publishes takes the place of the draft that a run before it left. What editors changed
 * in that draft since then stays a draft: to publish it is for them.
 */
function publish(document: SeedDocument, draft: SanityDocument, {fields}: SeedMemory): Plan {
  const found = hashesOf(draft)
  const edited = [...new Set([...found.keys(), ...fields.keys()])].filter(
    (name) => found.get(name) !== fields.get(name),
  )
  const {mutations} = create(document)
  // The empty patch makes sure that nobody has edited the draft meanwhile.
  const removal: Mutation[] = [
    {patch: {id: draft._id, ifRevisionID: draft._rev, unset: []}},
    {delete: {id: draft._id}},
  ]
  return {
    outcome: outcomeOf(document, 'created', {edited, conflicts: []}),
    mutations: edited.length === 0 ? [...mutations, ...removal] : mutations,
  }
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

function remember({_id}: SeedDocument, fields: Memory, closed: readonly string[] = []): Mutation {
  return {createOrReplace: toMemoryDocument(_id, {fields, closed, isDraft: isDraftId(_id)})}
}

function sameFields(a: Memory, b: Memory | undefined): boolean {
  return a.size === b?.size && [...a].every(([name, hash]) => b.get(name) === hash)
}
