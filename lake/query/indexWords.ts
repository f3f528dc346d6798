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

/** What documents are called by. */
const HEADINGS = new Set(['title', 'name', 'alternateNames'])
/** Stands before a word that occurs in a heading; no text has it within a word. */
const MARK = '\uE000'

/** Whether an attribute of a document is indexed as a heading. */
export function isHeading(name: string): boolean {
  return HEADINGS.has(name)
}

/** How a word is indexed a second time that occurs in a heading. */
export function inHeading(word: string): string {
  return `${MARK}${word}`
}

/** The words of a document's headings, so that these can be searched alone. */
export function headingWords(document: object): Set<string> {
  const words = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      const texts = [value, value.replace(INNER_STOPS, '')]
      for (const word of texts.flatMap(indexWords)) words.add(inHeading(word))
    } else if (Array.isArray(value)) value.forEach(visit)
    else if (isRecord(value)) Object.values(value).forEach(visit)
  }
  for (const [name, value] of Object.entries(document)) if (isHeading(name)) visit(value)
  return words
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
      // A word may begin in one span and end in the next; within a span both readings are alike.
      const spans = Array.isArray(children) ? children.filter(isSpan) : []
      if (spans.length > 0) add(spans.map(({text}) => text).join(''))
      for (const {text} of spans) {
        add(text.slice(0, text.indexOf(' ') + 1))
        add(text.slice(text.lastIndexOf(' ') + 1))
      }
      for (const [name, child] of Object.entries(value)) {
        if (Array.isArray(child) && child === children) child.forEach(visitChild)
        else if (!name.startsWith('_') || name === '_id') visit(child)
      }
    }
  }
  const visitChild = (child: unknown): void => {
    if (!isSpan(child)) visit(child)
    else {
      const {text, ...rest} = child
      visit(rest)
    }
  }
  visit(document)
  add(publishedIdOf(document._id))
  const words = new Set<string>()
  for (const piece of pieces) for (const word of wordsBetweenSpaces(piece)) words.add(word)
  return words
}

function isSpan(child: unknown): child is {text: string} {
  return isRecord(child) && child['_type'] === 'span' && typeof child['text'] === 'string'
}
