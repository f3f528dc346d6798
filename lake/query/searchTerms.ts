import {foldText} from './foldText.ts'

/** One thing a search asks for: `needle` stands, or must not stand, in the folded text. */
export interface SearchTerm {
  needle: string
  negated: boolean
}

/**
 * Reads what somebody typed into a search box: words, "quoted phrases", -negation and prefix*.
 * A word with a hyphen or dot inside is looked for as a phrase.
 */
export function searchTerms(text: string): SearchTerm[] {
  return [...text.matchAll(/(-?)(?:"([^"]*)"|([^\s"]+))(\*?)/g)].flatMap(
    ([, minus, phrase, word = '', star]) => {
      const folded = foldText(phrase ?? word)
      if (folded === '') return []
      const prefix = star === '*' || (phrase === undefined && word.endsWith('*'))
      return [{needle: prefix ? folded.slice(0, -1) : folded, negated: minus === '-'}]
    },
  )
}
