import type {Extraction} from '../extract/extract.ts'

/**
 * A reading in which everybody and everything goes by the id of a document. What has none is left
 * out: words that nobody has an entry for are not marked, and what they say has no speaker.
 */
export function ofDocuments(article: Extraction, ids: ReadonlyMap<string, string>): Extraction {
  return {
    ...article,
    entities: article.entities.flatMap((found) => {
      const entity = ids.get(found.entity)
      return entity === undefined ? [] : [{...found, entity}]
    }),
    mentions: article.mentions.flatMap((mention) => {
      const entity = ids.get(mention.entity)
      return entity === undefined ? [] : [{...mention, entity}]
    }),
    quotations: article.quotations.map((quotation) => ({
      ...quotation,
      speaker: quotation.speaker === null ? null : (ids.get(quotation.speaker) ?? null),
    })),
  }
}
