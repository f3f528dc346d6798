import type {SanityClient, SanityDocument} from '@sanity/client'

import {openLake} from '../lake/index.ts'
import {visitObjects} from '../lake/visitObjects.ts'
import type {Surroundings} from '../seed/validate/validateDocuments.ts'
import type {SeedDocument} from '../seed/write/writeDocuments.ts'
import {lakeClient} from './connect.ts'

/** A dataset as it will be once documents are written, to be validated against. */
export interface FutureDataset extends Surroundings {
  close(): Promise<void>
}

const PROJECT = {projectId: 'storygraph', dataset: 'candidates'}

/**
 * Puts candidates into a lake in memory, beside what rules look up in the dataset they are meant
 * for: documents that they refer to, and those with the same address.
 */
export async function futureDataset(
  client: SanityClient,
  candidates: readonly SeedDocument[],
): Promise<FutureDataset> {
  const ids = candidates.map(({_id}) => _id)
  const references = new Set<string>()
  const slugs = new Set<string>()
  for (const candidate of candidates) {
    visitObjects(candidate, (value) => {
      if (typeof value['_ref'] === 'string') references.add(value['_ref'])
      if (value['_type'] === 'slug' && typeof value['current'] === 'string') {
        slugs.add(value['current'])
      }
    })
  }
  const neighbours = await client.fetch<SanityDocument[]>(
    '*[!(_id in $ids) && (_id in $references || slug.current in $slugs)]',
    {ids, references: [...references], slugs: [...slugs]},
    {perspective: 'raw'},
  )

  const lake = openLake({projectId: PROJECT.projectId, datasets: [PROJECT.dataset]})
  const {url} = await lake.listen()
  const inMemory = lakeClient(PROJECT, url, lake.token)
  const transaction = inMemory.transaction()
  for (const document of [...neighbours, ...candidates])
    transaction.create(withWeakReferences(document))
  await transaction.commit({returnDocuments: false})
  return {
    client: inMemory,
    documentExists: async (id) => (await inMemory.getDocument(id)) !== undefined,
    close: () => lake.close(),
  }
}

/** A reference to nothing is for the validation to report, not for the lake in memory to refuse. */
function withWeakReferences<T extends object>(document: T): T {
  const copy = structuredClone(document)
  visitObjects(copy, (value) => {
    if ('_ref' in value) value['_weak'] = true
  })
  return copy
}
