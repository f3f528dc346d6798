/**
 * Text as search sees it: lower case, diacritics removed, words between single spaces, with a space
 * at either end, so that a word or phrase is found by looking for it between spaces.
 */
export function foldText(text: string): string {
  const words = foldLetters(text)
    .split(NOT_IN_WORDS)
    .filter((word) => word !== '')
  return words.length === 0 ? '' : ` ${words.join(' ')} `
}

/** What stands between words. */
export const NOT_IN_WORDS = /[^\p{L}\p{N}]+/gu

/** Text in lower case, its diacritics removed; each letter becomes the same wherever it stands. */
export function foldLetters(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** All strings of a document as one text; what the lake or Studio keeps for itself is left out. */
export function textOf(document: object): string {
  const strings: string[] = []
  const visit = (value: unknown): void => {
    if (typeof value === 'string') strings.push(value)
    else if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      for (const [name, child] of Object.entries(value)) {
        if (!name.startsWith('_') || name === '_id') visit(child)
      }
    }
  }
  visit(document)
  return strings.join(' \n ')
}
