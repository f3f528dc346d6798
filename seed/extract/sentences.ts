import type {Span} from './span.ts'
import {abbreviations} from './tokens.ts'

const sentenceEnd =
  /[.!?\u2026]["\u201D\u2019')\]]{0,4}\s+(?=["\u201C\u2018'([]{0,3}[\p{Lu}\p{N}])/gu
const longestAbbreviation = 12

/** Cuts a paragraph into its sentences; "Mr. Quist" and "U.S. Navy" end none. */
export function sentencesIn(text: string, paragraph: Span): Span[] {
  const words = text.slice(paragraph.start, paragraph.end)
  const sentences: Span[] = []
  let start = 0
  for (const {index, 0: mark} of words.matchAll(sentenceEnd)) {
    const before = words.slice(Math.max(0, index - longestAbbreviation), index)
    const lastWord = /[\p{L}\p{N}.]*$/u.exec(before)?.[0] ?? ''
    if (/^\.\s/.test(mark) && abbreviations.test(lastWord)) continue
    sentences.push({start, end: index + mark.trimEnd().length})
    start = index + mark.length
  }
  return [...sentences, {start, end: words.length}].map((sentence) => ({
    start: paragraph.start + sentence.start,
    end: paragraph.start + sentence.end,
  }))
}
