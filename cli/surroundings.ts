import type {SanityClient, SanityDocument} from '@sanity/client'

import {openLake} from '../lake/index.ts'
import {draftIdOf} from '../seed/documentIds.ts'
import {asPublished} from '../seed/validate/asPublished.ts'
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
 * for: documents that they refer to, and those with the same address. Candidates that are drafts
 * stand there as they will be published; what they wait for may be a draft of the dataset.
 */
export async function futureDataset(
  client: SanityClient,
  documents: readonly SeedDocument[],
): Promise<FutureDataset> {
  const candidates = documents.map(asPublished)
  const ids = candidates.map(({_id}) => _id)
  const references = new Set<string>()
  const awaited = new Set<string>()
  const slugs = new Set<string>()
  for (const document of documents) {
    visitObjects(document, (value) => {
      const id = value['_ref']
      if (typeof id === 'string') references.add(id)
      if (typeof id === 'string' && '_strengthenOnPublish' in value) awaited.add(draftIdOf(id))
      if (value['_type'] === 'slug' && typeof value['current'] === 'string') {
        slugs.add(value['current'])
      }
    })
  }
  const neighbours = await client.fetch<SanityDocument[]>(
    '*[!(_id in $own) && (_id in $references || slug.current in $slugs)]',
    {
      own: [...ids, ...ids.map(draftIdOf)],
      references: [...references, ...awaited],
      slugs: [...slugs],
    },
    {perspective: 'raw'},
  )

  const lake = openLake({projectId: PROJECT.projectId, datasets: [PROJECT.dataset]})
  const {url} = await lake.listen()
  const inMemory = lakeClient(PROJECT, url, lake.token)
  const future = [...neighbours, ...candidates]
  const transaction = inMemory.transaction()
  for (const document of future) transaction.create(withWeakReferences(document))
  await transaction.commit({returnDocuments: false})
  // Asked for each reference, several times over: the lake itself would say the same more slowly.
  const present = new Set(future.map(({_id}) => _id))
  return {
    client: inMemory,
    documentExists: async (id) =>
      present.has(id) || (awaited.has(draftIdOf(id)) && present.has(draftIdOf(id))),
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
