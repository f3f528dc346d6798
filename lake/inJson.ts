/** A word as it stands within a string of JSON. */
export function inJson(word: string): string {
  return JSON.stringify(word).slice(1, -1)
}
