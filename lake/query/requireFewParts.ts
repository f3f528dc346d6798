import {httpError, queryParseError} from '../errors.ts'

/** Strings, comments, words and numbers, and each sign of all others; the last string may have no end. */
const PART = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\/\/[^\n]*|[\w$]+|[^\s\w$]/gs

/** Four times what the longest query of a page has, and as many characters as the hosted lake takes. */
const MOST_PARTS = 10_000
const MOST_CHARACTERS = 300_000

/**
 * Refuses a query of very many parts: the parser takes time with the square of their number, during
 * which nobody else is answered and nothing can stop it.
 */
export function requireFewParts(query: string): void {
  if (query.length > MOST_CHARACTERS) {
    throw httpError(400, `The query has more than ${MOST_CHARACTERS} characters: ${WAY_OUT}.`)
  }
  if (query.length <= MOST_PARTS) return
  let count = 0
  for (const {index} of query.matchAll(PART)) {
    if (++count <= MOST_PARTS) continue
    const description = `The query has more than ${MOST_PARTS} parts: ${WAY_OUT}`
    throw queryParseError(query, {start: index, end: index + 1}, description)
  }
}

const WAY_OUT = 'pass long lists as parameters, or ask several queries'
