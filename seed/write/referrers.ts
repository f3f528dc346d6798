import type {SanityClient} from '@sanity/client'

/** The ids of documents that refer to any of some others, drafts too, but for what the seed remembers. */
export async function referrersOf(client: SanityClient, ids: readonly string[]): Promise<string[]> {
  return client.fetch<string[]>(
    '*[references($ids) && !(_id in path("seed.**"))]._id',
    {ids},
    {perspective: 'raw'},
  )
}

/** The ids that a document refers to. */
export function referencedBy(document: object): Set<string> {
  const found = new Set<string>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      if ('_ref' in value && typeof value._ref === 'string') found.add(value._ref)
      Object.values(value).forEach(visit)
    }
  }
  visit(document)
  return found
}
