import {isRecord} from '../visitObjects.ts'
import {publishedIdOf} from '../documentId.ts'
import {foldText} from './foldText.ts'

/** Full stops that `match` takes out before it looks for words: "U.S." is "US" to it. */
const INNER_STOPS = /(\b\.+|\.+\b)/g

/**
 * The words of a text as the index of words has them: folded further than search folds, so that two
 * words that search or `match` may take for the same are the same here.
 */
export function indexWords(text: string): string[] {
  return foldText(text)
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll('ι', '')
    .split(' ')
    .filter((word) => word !== '')
}

/** Texts use the same words again and again: what becomes of each is remembered. */
const MOST_REMEMBERED = 50_000
const remembered = new Map<string, string[]>()

/** The words of what stands between two spaces; where full stops are within it, without them too. */
function wordsBetweenSpaces(piece: string): string[] {
  const known = remembered.get(piece)
  if (known) return known
  const words = indexWords(piece)
  if (/\S\.+\S/.test(piece)) words.push(...indexWords(piece.replace(INNER_STOPS, '')))
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(piece, words)
  return words
}

/**
 * Every word of a document by which a search, or `match`, can find it, once each: those of all its
 * values but what the lake or Studio keeps for itself, and of the text that spans form together.
 */
export function wordsOf(document: {_id: string}): Set<string> {
  const pieces = new Set<string>()
  const add = (text: string): void => {
    for (const piece of text.split(/\s+/)) pieces.add(piece)
  }
  const visit = (value: unknown): void => {
    if (typeof value === 'string') add(value)
    else if (typeof value === 'number' || typeof value === 'boolean') add(String(value))
    else if (Array.isArray(value)) value.forEach(visit)
    else if (isRecord(value)) {
      const {children} = value
      if (Array.isArray(children)) {
        // A word may begin in one span and end in the next.
        add(children.map((child) => (isRecord(child) ? textOfSpan(child) : '')).join(''))
      }
      for (const [name, child] of Object.entries(value)) {
        if (!name.startsWith('_') || name === '_id') visit(child)
      }
    }
  }
  visit(document)
  add(publishedIdOf(document._id))
  return new Set([...pieces].flatMap(wordsBetweenSpaces))
}

function textOfSpan({_type, text}: Record<string, unknown>): string {
  return _type === 'span' && typeof text === 'string' ? text : ''
}
