import type {Extraction} from '../extract/extract.ts'
import type {Match} from '../register/draftRegister.ts'

/**
 * A reading in which everybody and everything goes by the id of a document. What has none is left
 * out: words that nobody has an entry for are not marked, and what they say has no speaker.
 */
export function ofDocuments(article: Extraction, matches: ReadonlyMap<string, Match>): Extraction {
  return {
    ...article,
    entities: article.entities.flatMap((found) => {
      const match = matches.get(found.entity)
      return match ? [{...found, entity: match.id, candidates: match.candidates}] : []
    }),
    mentions: article.mentions.flatMap((mention) => {
      const match = matches.get(mention.entity)
      return match ? [{...mention, entity: match.id}] : []
    }),
    quotations: article.quotations.map((quotation) => {
      const {speaker} = quotation
      const match = speaker === null ? undefined : matches.get(speaker)
      const candidates = quotation.candidates.flatMap(({entity, confidence}) => {
        const id = matches.get(entity)?.id
        return id === undefined ? [] : [{entity: id, confidence}]
      })
      return match
        ? {...quotation, speaker: match.id, candidates}
        : {...quotation, speaker: null, basis: 'unattributed', candidates}
    }),
  }
}
