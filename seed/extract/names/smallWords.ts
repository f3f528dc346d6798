const small = new Set(
  'the a an this that these those his her their our my your its he she it we they you in on at by for from with of to as and but or nor if when while after before since until because although though so yet then there here what who how why where which some many most all both each every no not one two now today according under over like among between during despite once also only even still just more'.split(
    ' ',
  ),
)

/** A word that carries a capital only where a sentence or a title begins. */
export function isSmallWord(word: string): boolean {
  return small.has(word.toLowerCase())
}
