import {percentUnit} from '../../vocabulary/values.ts'
import type {NumberPhrase} from './numberPhrase.ts'

/** What a number counts or measures, and where its words end. */
export interface Unit {
  readonly text: string
  readonly end: number
}

const percent = /^\s?%|^[\s-]per\s?cent(?!\p{L})/iu
const points = /^\s?(?:percentage|per cent|%)[\s-]points?\b/iu
const yearOld = /^[- ]years?[- ]olds?\b/iu
const hyphened = /^-(\p{Ll}[\p{Ll}-]*)/u
const plural =
  /(?:[^su'\u2019]s|ies|ses|people|men|women|children|troops|police|staff|personnel|aircraft|per cent)$/iu
const singular =
  /^(?:mile|kilometre|kilometer|metre|meter|year|month|week|day|hour|minute|second|person|dollar|pound|euro)$/iu
const notCounted =
  /^(?:of|in|on|at|to|by|for|from|with|and|or|but|than|that|which|who|as|is|was|were|are|has|had|have|said|says|the|an?|his|her|its|their|this|these|those|more|less|out|per|each|every|other|ago|later|minus|plus|times|vs|versus)$/iu

/** Reads what stands behind a number: "per cent", "-year-old", "miles", "political prisoners". */
export function readUnit(text: string, number: NumberPhrase): Unit | undefined {
  const {end} = number
  const rest = text.slice(end, end + 80)
  const point = points.exec(rest)
  if (point) return {text: 'percentage points', end: end + point[0].length}
  const share = percent.exec(rest)
  if (share) return {text: percentUnit, end: end + share[0].length}
  if (number.parts || number.form === 'majority') return undefined
  const age = yearOld.exec(rest)
  if (age) return {text: 'years', end: end + age[0].length}
  const joined = hyphened.exec(rest)
  if (joined) return {text: joined[1] ?? '', end: end + joined[0].length}
  return countedNoun(rest, end, number)
}

/** The noun that is counted, with up to two words that describe it. */
function countedNoun(rest: string, end: number, number: NumberPhrase): Unit | undefined {
  const opening = number.form === 'magnitude' ? /^(?: of)? / : /^ /
  const gap = opening.exec(rest)?.[0]
  if (gap === undefined) return undefined
  let at = gap.length
  for (let words = 0; words < 3; words += 1) {
    const word = /^\p{L}[\p{L}-]*/u.exec(rest.slice(at))?.[0]
    if (word === undefined || notCounted.test(word)) return undefined
    at += word.length
    if (plural.test(word) || (number.value === 1 && singular.test(word))) {
      return {text: rest.slice(gap.length, at), end: end + at}
    }
    if (rest[at] !== ' ') return undefined
    at += 1
  }
  return undefined
}
