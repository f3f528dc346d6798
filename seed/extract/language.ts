/** Words that hold English sentences together and are rare in other languages. */
const commonest = new Set(
  'the of and to in that was for is on with as by at it his he from they her who their have had has were been be this which an are not but she said would will its after about'.split(
    ' ',
  ),
)
const leastShare = 0.18

/** Whether a language tag is that of English: `en`, `en-GB`. */
export function isEnglish(tag: string): boolean {
  return /^en(?:-|$)/i.test(tag)
}

/**
 * Whether a text is in English, told by its commonest words: about two in five words of an English
 * article are among them, of a German, Dutch or Spanish one few. A text of some ten words suffices.
 */
export function looksEnglish(text: string): boolean {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const common = words.filter((word) => commonest.has(word)).length
  return words.length > 0 && common / words.length >= leastShare
}
