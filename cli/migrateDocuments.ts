import type {Mutation, SanityClient, SanityDocument} from '@sanity/client'
import {collectMigrationMutations, type Migration} from '@sanity/migrate'
import {SanityEncoder} from '@sanity/mutate'

/** How many documents are read at a time, and how many changes go into one transaction. */
const BATCH = 100

/** What a migration changed, or on a dry run would change. */
export interface MigrationReport {
  documents: number
  transactions: number
  mutations: Mutation[]
}

/**
 * Runs a migration made with `defineMigration` over the documents of its types, published ones and
 * drafts, in batches that are each one transaction. Changes carry the revision they were computed
 * from, so that nobody's edit is overwritten.
 */
export async function migrateDocuments(
  client: SanityClient,
  migration: Migration,
  {dryRun = false, progress = () => {}}: {dryRun?: boolean; progress?: (done: number) => void} = {},
): Promise<MigrationReport> {
  const report: MigrationReport = {documents: 0, transactions: 0, mutations: []}
  for await (const documents of batches(client, migration)) {
    const revisions = new Map(documents.map(({_id, _rev}) => [_id, _rev]))
    const mutations = (await mutationsFor(client, migration, documents, dryRun)).map((mutation) =>
      guarded(mutation, revisions),
    )
    report.documents += documents.length
    report.mutations.push(...mutations)
    if (mutations.length > 0 && !dryRun) {
      await client.mutate(mutations, {returnDocuments: false, visibility: 'sync'})
      report.transactions += 1
    }
    progress(report.documents)
  }
  return report
}

async function* batches(
  client: SanityClient,
  {documentTypes = [], filter = 'true'}: Migration,
): AsyncGenerator<SanityDocument[]> {
  const query = `*[_type in $documentTypes && (${filter}) && _id > $last] | order(_id) [0...${BATCH}]`
  let last = ''
  for (;;) {
    const documents = await client.fetch<SanityDocument[]>(
      query,
      {documentTypes, last},
      {perspective: 'raw'},
    )
    if (documents.length === 0) return
    yield documents
    last = documents.at(-1)?._id ?? last
  }
}

async function mutationsFor(
  client: SanityClient,
  migration: Migration,
  documents: readonly SanityDocument[],
  dryRun: boolean,
): Promise<Mutation[]> {
  async function* source() {
    yield* documents
  }
  const byIds = <T>(ids: string[]): Promise<T[]> =>
    client.fetch<T[]>('*[_id in $ids]', {ids}, {perspective: 'raw'})
  const context = {
    client,
    dryRun,
    filtered: {
      getDocument: async <T>(id: string): Promise<T | undefined> => (await byIds<T>([id]))[0],
      getDocuments: byIds,
    },
  }
  const mutations: Mutation[] = []
  for await (const change of collectMigrationMutations(migration, source, context)) {
    for (const one of [change].flat()) {
      const single = one.type === 'transaction' ? one.mutations : [one]
      // The two packages describe the same mutations with types that do not meet.
      mutations.push(...SanityEncoder.encodeAll(JSON.parse(JSON.stringify(single))))
    }
  }
  return mutations
}

function guarded(mutation: Mutation, revisions: ReadonlyMap<string, string>): Mutation {
  if (!('patch' in mutation) || !('id' in mutation.patch)) return mutation
  const ifRevisionID = revisions.get(String(mutation.patch.id))
  return ifRevisionID === undefined ? mutation : {patch: {...mutation.patch, ifRevisionID}}
}
