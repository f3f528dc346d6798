import {isRecord} from '../visitObjects.ts'
import {publishedIdOf} from '../documentId.ts'
import {foldLetters, foldText, NOT_IN_WORDS} from './foldText.ts'

/** Full stops that `match` takes out before it looks for words: "U.S." is "US" to it. */
const INNER_STOPS = /(\b\.+|\.+\b)/g

/**
 * The words of a text as the index of words has them: folded further than search folds, so that two
 * words that search or `match` may take for the same are the same here.
 */
export function indexWords(text: string): string[] {
  return foldFurther(foldText(text))
    .split(' ')
    .filter((word) => word !== '')
}

function foldFurther(letters: string): string {
  return letters.toUpperCase().toLowerCase().replaceAll('ς', 'σ').replaceAll('ι', '')
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

/**
 * What of a document a search, or `match`, can find it by: all its values but what the lake or Studio
 * keeps for itself, and the text that spans form together. What is not ASCII is folded as
 * `indexWords` does it; of the rest the index makes the same words by itself.
 */
export function indexedText(document: {_id: string}): string {
  const texts = [publishedIdOf(document._id)]
  const visit = (value: unknown, isPiece = false): void => {
    if (typeof value === 'string') texts.push(value)
    else if (typeof value === 'number' || typeof value === 'boolean') texts.push(String(value))
    else if (Array.isArray(value)) for (const item of value) visit(item)
    else if (isRecord(value)) {
      for (const name in value) {
        const child = value[name]
        if (name === 'children' && Array.isArray(child)) {
          addSpans(texts, child)
          for (const item of child) visit(item, isSpan(item))
        } else if (!(isPiece && name === 'text') && (!name.startsWith('_') || name === '_id')) {
          visit(child)
        }
      }
    }
  }
  visit(document)
  const whole = texts.join(' ')
  return [whole, ...withoutInnerStops(whole)].join(' ').replace(NOT_ASCII, foldOther)
}

const NOT_ASCII = /[^\0-\x7F]+/g

/** What stands between two spaces, where full stops are within a word: it is found without them too. */
function withoutInnerStops(text: string): string[] {
  const found: string[] = []
  let end = 0
  for (let stop = text.indexOf('.'); stop !== -1; stop = text.indexOf('.', stop + 1)) {
    GOES_ON.lastIndex = stop + 1
    if (stop < end || !GOES_ON.test(text)) continue
    const space = text.indexOf(' ', stop)
    end = space === -1 ? text.length : space
    found.push(text.slice(text.lastIndexOf(' ', stop) + 1, end).replace(INNER_STOPS, ''))
  }
  return found
}

/** What a word may go on with after a full stop. */
const GOES_ON = /[^\s\p{P}]/uy

/** A word may begin in one span and end in the next; within a span both readings are alike. */
function addSpans(texts: string[], children: readonly unknown[]): void {
  let whole = ''
  let last = ''
  for (const child of children) {
    if (!isSpan(child) || child.text === '') continue
    const {text} = child
    if (last !== '' && !last.endsWith(' ') && !text.startsWith(' ')) {
      const end = text.indexOf(' ')
      texts.push(last.slice(last.lastIndexOf(' ') + 1), end === -1 ? text : text.slice(0, end))
    }
    whole += text
    last = text
  }
  texts.push(whole)
}

/** Texts use the same letters and words again and again: what becomes of each is remembered. */
const MOST_REMEMBERED = 50_000
const remembered = new Map<string, string>()

function foldOther(letters: string): string {
  const known = remembered.get(letters)
  if (known !== undefined) return known
  const folded = foldFurther(foldLetters(letters)).replace(NOT_IN_WORDS, ' ')
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(letters, folded)
  return folded
}

function isSpan(child: unknown): child is {text: string} {
  return isRecord(child) && child['_type'] === 'span' && typeof child['text'] === 'string'
}
