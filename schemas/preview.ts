/** The words that are there, joined for a line of a list; empty values leave no trace. */
export function joinWords(...words: readonly unknown[]): string {
  return words.filter((word) => typeof word === 'string' && word.trim() !== '').join(' · ')
}

/** One line of a list: never empty, and never “undefined”. */
export function listLine(fallback: string, ...words: readonly unknown[]): string {
  return joinWords(...words) || fallback
}
