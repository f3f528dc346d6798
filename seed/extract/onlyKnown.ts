import type {Extraction} from './extract.ts'

/** The part of an extraction that speaks of the gazetteer's entities alone, for who has no others. */
export function onlyKnown(extraction: Extraction): Extraction {
  const entities = extraction.entities.filter(({known}) => known)
  const keys = new Set(entities.map(({entity}) => entity))
  return {
    ...extraction,
    entities,
    mentions: extraction.mentions.filter(({entity}) => keys.has(entity)),
    quotations: extraction.quotations.map((quotation) => {
      const {speaker} = quotation
      const candidates = quotation.candidates.filter(({entity}) => keys.has(entity))
      return speaker === null || keys.has(speaker)
        ? {...quotation, candidates}
        : {...quotation, candidates, speaker: null, basis: 'unattributed'}
    }),
  }
}
