/** A text made comparable, with the way back from each of its characters to the printed one. */
export interface Folded {
  readonly text: string
  /** The offset in the printed text of the character at `index` of the folded one. */
  offsetOf(index: number): number
}

const apostrophes = /[\u2018\u2019\u201B\u02BC\u2032`\u00B4]/u
const doubleMarks = /[\u201C\u201D\u201E\u201F\u2033]/u
const hyphens = /[\u2010\u2011]/u
const spaces = /[^\S\r\n\u2028\u2029]/u

/**
 * Makes two printings of the same name alike: typographic and typewriter quotation marks, hyphens
 * and spaces become one, accents fall away whether they were typed as part of the letter or after
 * it. Capitals are kept: "Polish" and "polish" are two words.
 */
export function fold(text: string): Folded {
  let folded = ''
  const offsets: number[] = []
  let offset = 0
  for (const character of text) {
    for (const part of character.normalize('NFD')) {
      const plain = foldCharacter(part)
      for (let unit = 0; unit < plain.length; unit += 1) offsets.push(offset)
      folded += plain
    }
    offset += character.length
  }
  offsets.push(text.length)
  return {text: folded, offsetOf: (index) => offsets[index] ?? text.length}
}

function foldCharacter(character: string): string {
  if (/\p{M}/u.test(character)) return ''
  if (apostrophes.test(character)) return "'"
  if (doubleMarks.test(character)) return '"'
  if (hyphens.test(character)) return '-'
  return spaces.test(character) ? ' ' : character
}
