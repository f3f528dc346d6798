/** The first argument of the function that stands for `geo()` in a parsed query. */
export const CONSTRUCTOR = '\u0000geo'

const REPLACEMENT = `geo::latLng(${JSON.stringify(CONSTRUCTOR)},`

/** Strings, ended or not, and comments, which stay as they are, or the beginning of a call of `geo()`. */
const TOKEN =
  /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\/\/[^\n]*|(?<![\w$.:>])((?:global\s*::\s*)?geo\s*\()/gs

/**
 * The parser knows no `geo()`, though it knows the functions of that namespace: so one of them is
 * written in its place. `placeIn` leads from a place in the new text to the one in the query.
 */
export function nameConstructor(query: string): {text: string; placeIn: (at: number) => number} {
  const ends: {at: number; longer: number}[] = []
  let longer = 0
  const text = query.replaceAll(TOKEN, (token, constructor: string | undefined, at: number) => {
    if (constructor === undefined) return token
    longer += REPLACEMENT.length - token.length
    ends.push({at: at + token.length + longer, longer})
    return REPLACEMENT
  })
  return {text, placeIn: (place) => place - (ends.findLast(({at}) => at <= place)?.longer ?? 0)}
}
