import type {Extraction} from '../extract/extract.ts'
import type {Match} from '../register/draftRegister.ts'

/** That of several people of one surname the first one is meant is a proposal, and no more. */
const confidenceOfOpen = 0.5

/**
 * A reading in which everybody and everything goes by the id of a document. What has none is left
 * out: words that nobody has an entry for are not marked, and what they say has no speaker. A bare
 * surname that may mean several proposes one of them and offers the others; it speaks for nobody.
 */
export function ofDocuments(article: Extraction, matches: ReadonlyMap<string, Match>): Extraction {
  return {
    ...article,
    entities: article.entities.flatMap((found) => {
      const match = matches.get(found.entity)
      return match && !match.isOpen
        ? [{...found, entity: match.id, candidates: match.candidates}]
        : []
    }),
    mentions: article.mentions.flatMap((mention) => {
      const match = matches.get(mention.entity)
      if (!match) return []
      const {id, candidates, isOpen} = match
      const open = {candidates, rule: 'sharedName', confidence: confidenceOfOpen}
      return [{...mention, entity: id, ...(isOpen && open)}]
    }),
    quotations: article.quotations.map((quotation) => {
      const {speaker} = quotation
      const match = speaker === null ? undefined : matches.get(speaker)
      const candidates = quotation.candidates.flatMap(({entity, confidence}) => {
        const id = matches.get(entity)?.id
        return id === undefined ? [] : [{entity: id, confidence}]
      })
      if (match && !match.isOpen) return {...quotation, speaker: match.id, candidates}
      const bearers = match ? [match.id, ...match.candidates] : []
      const likely = bearers.map((entity) => ({entity, confidence: 1 / bearers.length}))
      const offered = [...likely, ...candidates].slice(0, Math.max(2, candidates.length))
      return {...quotation, speaker: null, basis: 'unattributed', candidates: offered}
    }),
  }
}
