import type {Mutation, SanityClient, SanityDocument} from '@sanity/client'

import {memoryId} from '../../vocabulary/seedMemory.ts'
import {fieldHash, fieldsOf} from './fieldHash.ts'
import {mergeDocument, type Memory} from './mergeDocument.ts'
import {readMemory, type SeedMemory, toMemoryDocument} from './seedMemory.ts'

/** A document to be seeded: id, type and whatever fields it has. */
export interface SeedDocument {
  _id: string
  _type: string
  [field: string]: unknown
}

/** What became, or would become, of one document. */
export interface Outcome {
  id: string
  type: string
  status: 'created' | 'updated' | 'unchanged' | 'kept'
  /** Fields kept because an editor changed them, here alone or against a change in the seed. */
  edited: string[]
  conflicts: string[]
}

export interface WriteReport {
  outcomes: Outcome[]
  /** The transaction that was written; `null` when there was nothing to write, or nothing was to be. */
  transactionId: string | null
}

export interface WriteOptions {
  /** Says what would be done, and does nothing. */
  dryRun?: boolean
  /** Overwrites what editors changed. What they deleted, anonymised or erased stays so. */
  force?: boolean
}

/** A simultaneous edit makes the whole computation start again, this often. */
const ATTEMPTS = 5

/**
 * Writes documents in one transaction, without losing what editors did since the last run: each
 * field is compared with what was written then. Running it again changes nothing.
 */
export async function writeDocuments(
  client: SanityClient,
  documents: readonly SeedDocument[],
  options: WriteOptions = {},
): Promise<WriteReport> {
  for (let attempt = 1; ; attempt++) {
    const {outcomes, mutations} = await plan(client, documents, options)
    if (options.dryRun || mutations.length === 0) return {outcomes, transactionId: null}
    try {
      const {transactionId} = await client.mutate(mutations, {
        returnDocuments: false,
        visibility: 'sync',
        // An embedded lake then takes out what it was told to forget.
        tag: 'storygraph.import.seed',
      })
      return {outcomes, transactionId}
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error
    }
  }
}

async function plan(
  client: SanityClient,
  documents: readonly SeedDocument[],
  {force = false}: WriteOptions,
): Promise<{outcomes: Outcome[]; mutations: Mutation[]}> {
  const ids = documents.flatMap(({_id}) => [_id, memoryId(_id)])
  const stored = await client.fetch<SanityDocument[]>('*[_id in $ids]', {ids}, {perspective: 'raw'})
  const byId = new Map(stored.map((document) => [document._id, document]))

  const mutations: Mutation[] = []
  const outcomes = documents.map((document): Outcome => {
    const {_id: id, _type: type} = document
    const current = byId.get(id)
    const memory = readMemory(byId.get(memoryId(id)))
    const none = {edited: [], conflicts: []}
    if (current === undefined) {
      // Known and gone: an editor took it away.
      if (memory !== undefined) return {id, type, status: 'kept', ...none}
      mutations.push({create: document}, remember(id, {fields: hashFields(document), closed: []}))
      return {id, type, status: 'created', ...none}
    }
    const {fields = new Map(), closed = []} = memory ?? {}
    const merge = mergeDocument(document, current, fields, {force, closed})
    const {set, unset, edited, conflicts} = merge
    const changes = Object.keys(set).length + unset.length
    if (changes > 0) {
      mutations.push({patch: {id, ifRevisionID: current._rev, set, unset}})
    }
    if (changes > 0 || !sameFields(merge.memory, memory?.fields)) {
      mutations.push(remember(id, {fields: merge.memory, closed}))
    }
    const kept = edited.length + conflicts.length > 0
    const status = changes > 0 ? 'updated' : kept ? 'kept' : 'unchanged'
    return {id, type, status, edited, conflicts}
  })
  return {outcomes, mutations}
}

function hashFields(document: object): Memory {
  return new Map([...fieldsOf(document)].map(([name, value]) => [name, fieldHash(value)]))
}

function remember(id: string, memory: SeedMemory): Mutation {
  return {createOrReplace: toMemoryDocument(id, memory)}
}

function sameFields(a: Memory, b: Memory | undefined): boolean {
  return a.size === b?.size && [...a].every(([name, hash]) => b.get(name) === hash)
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 409
}
