import type {SanityClient, SanityDocument} from '@sanity/client'

/** Documents that refer to any of some others, drafts included; what the seed remembers does not. */
export async function referrersOf(
  client: SanityClient,
  ids: readonly string[],
): Promise<SanityDocument[]> {
  return client.fetch<SanityDocument[]>(
    '*[references($ids) && !(_id in path("seed.**"))]',
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
