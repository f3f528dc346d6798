import type {Mutation, SanityClient} from '@sanity/client'

import {memoryId} from '../../vocabulary/seedMemory.ts'
import {draftIdOf, publishedIdOf} from '../documentIds.ts'
import {documentsById} from './documentsById.ts'
import {planDocument} from './planDocument.ts'
import {readMemory} from './seedMemory.ts'
import {isConflict, sender, type SendMutations} from './sendMutations.ts'

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
  /** The run that the documents are written in, so that `undoRun` can take it back. */
  run?: string
  /** For each published id a digest of what the document was read from. */
  sources?: ReadonlyMap<string, string>
  /** Sends a transaction; by default at once, and again after a pause where the lake asks for one. */
  send?: SendMutations
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
  const {send = sender(client)} = options
  for (let attempt = 1; ; attempt++) {
    const {outcomes, mutations} = await plan(client, documents, options)
    if (options.dryRun || mutations.length === 0) return {outcomes, transactionId: null}
    try {
      return {outcomes, transactionId: await send(mutations)}
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error
    }
  }
}

async function plan(
  client: SanityClient,
  documents: readonly SeedDocument[],
  {force = false, run, sources}: WriteOptions,
): Promise<{outcomes: Outcome[]; mutations: Mutation[]}> {
  const published = documents.map(({_id}) => publishedIdOf(_id))
  const ids = published.flatMap((id) => [id, draftIdOf(id), memoryId(id)])
  const byId = await documentsById(client, ids)
  const plans = documents.map((document) => {
    const id = publishedIdOf(document._id)
    const found = {
      published: byId.get(id),
      draft: byId.get(draftIdOf(id)),
      memory: readMemory(byId.get(memoryId(id))),
    }
    return planDocument(document, found, {force, run, source: sources?.get(id)})
  })
  return {
    outcomes: plans.map(({outcome}) => outcome),
    mutations: plans.flatMap(({mutations}) => mutations),
  }
}
