/**
 * Text as search sees it: lower case, diacritics removed, words between single spaces, with a space
 * at either end, so that a word or phrase is found by looking for it between spaces.
 */
export function foldText(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return words.length === 0 ? '' : ` ${words.join(' ')} `
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
