import type {SanityClient, SanityDocument} from '@sanity/client'

/** Ids that one request can name: its address must not grow too long. */
const CHUNK = 100

/** Fetches documents by their ids, drafts and dotted ones too; what is not there is left out. */
export async function documentsById(
  client: SanityClient,
  ids: readonly string[],
): Promise<Map<string, SanityDocument>> {
  const unique = [...new Set(ids)]
  const chunks = Array.from({length: Math.ceil(unique.length / CHUNK)}, (_, index) =>
    unique.slice(index * CHUNK, (index + 1) * CHUNK),
  )
  const found = await Promise.all(chunks.map((chunk) => client.getDocuments(chunk)))
  return new Map(
    found.flat().flatMap((document) => (document ? [[document._id, document] as const] : [])),
  )
}
