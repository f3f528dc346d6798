import {companyMark, headKind} from './headWords.ts'
import type {Item} from './items.ts'
import {kindsOf} from './lexicon.ts'
import {initialsOf} from './longerNames.ts'

const movement = /^(?:church|order|party|front|brotherhood|movement|army|sisters|brothers) of$/
const stateOf =
  /^(?:state|republic|kingdom|city|town|province|commonwealth|municipality|region|county) of(?: the)?$/

/** Whether a short form can stand for a longer name of an organisation, a unit or a place. */
export function canNameBody(short: Item, full: Item): boolean {
  if (short === full || short.words.length > full.words.length) return false
  return isAbbreviation(short, full) || isShortened(short, full)
}

/** "NATO" for the words whose first letters it has, small words counted or not. */
export function isAbbreviation(short: Item, full: Item): boolean {
  const [letters = ''] = short.words
  const isWord = short.rule === 'knownPlace' || short.words.length > 1 || letters.length < 2
  if (isWord || full.type === 'person' || full.words.length < 2) return false
  return /^\p{Lu}[\p{Lu}\p{N}.&-]*s?$/u.test(short.form) && initialsOf(full).has(letters)
}

function isNational(word: string): boolean {
  return /^(?:us|uk|eu|un)$/.test(word) || kindsOf(word).has('place') || kindsOf(word).has('people')
}

function isShortened(short: Item, full: Item): boolean {
  if (short.type !== full.type) return false
  const {length} = short.words
  const name = short.words.join(' ')
  if (length === full.words.length) return false
  if (full.words.slice(0, length).join(' ') === name) {
    const rest = full.words.slice(length)
    return full.type === 'place'
      ? /^(?:dc|d c|state|city)$/.test(rest.join(' '))
      : rest.every((word) => headKind(word) !== undefined || companyMark.test(word)) ||
          (headKind(short.words.at(-1) ?? '') !== undefined &&
            /^(?:of|for|on)$/.test(rest[0] ?? ''))
  }
  if (full.words.slice(-length).join(' ') !== name) return false
  const dropped = full.words.slice(0, -length)
  if (full.type === 'place') return stateOf.test(dropped.join(' '))
  if (length === 1 && headKind(name) !== undefined) return true
  if (full.type === 'unit' && length > 1) return true
  if (movement.test(dropped.join(' '))) return length === 1
  return (
    length > 1 &&
    (dropped.every((word) => isNational(word)) || kindsOf(dropped.join(' ')).has('place'))
  )
}
