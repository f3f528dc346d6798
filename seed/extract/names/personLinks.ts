import type {Candidate} from './candidates.ts'
import type {Item} from './items.ts'
import {givenNameGender} from './lexicon.ts'
import {properWords} from './longerNames.ts'
import {genderOfTitle} from './titles.ts'

/** Whether a shorter or other form can name the person whose full name another is. */
export function canNamePerson(short: Item, full: Item): boolean {
  const a = properWords(short)
  const b = properWords(full)
  if (a.length > b.length || b.length < 2) return false
  const [first = ''] = a
  if (!agreeInGender(short, full)) return false
  if (a.length === 1) return first === b.at(-1) || first === b[0]
  if (a.join(' ') === b.slice(-a.length).join(' ')) return true
  const isSameFamily = a.at(-1) === b.at(-1)
  const given = b[0] ?? ''
  const fits = first === given || (first.length === 1 && given.startsWith(first))
  return isSameFamily && fits && middleFits(a.slice(1, -1), b.slice(1, -1)) && a.length < b.length
}

/** "Mr Obama" is not Michelle Obama, unless a "Mrs Obama" is named too. */
function agreeInGender(short: Item, full: Item): boolean {
  const [gender] = short.genders
  const own = givenNameGender(full.words[0] ?? '')
  return short.genders.size !== 1 || own === undefined || own === gender
}

function middleFits(short: readonly string[], full: readonly string[]): boolean {
  return short.every((word) => full.some((other) => other.startsWith(word)))
}

/**
 * Of several people whom a bare name fits, the one who is meant at one place: by "Mr" and "Mrs",
 * as the only one introduced so far or named in full in the same paragraph, or as whom the bare
 * name has meant before.
 */
export function bearerMeant(
  printing: Candidate,
  bearers: readonly Item[],
  established: Item | undefined,
): Item | undefined {
  const gender = genderOfTitle(printing.title.map(({text}) => text))
  const genderOf = ({words}: Item) => givenNameGender(words[0] ?? '')
  const sure = gender ? bearers.filter((one) => genderOf(one) === gender) : []
  const fitting = gender ? bearers.filter((one) => (genderOf(one) ?? gender) === gender) : bearers
  const before = fitting.filter(({printings}) =>
    printings.some(({start}) => start < printing.start),
  )
  const line = printing.words[0]?.line
  const beside = before.filter(({printings}) =>
    printings.some(({start, words}) => start < printing.start && words[0]?.line === line),
  )
  const usual = established && fitting.includes(established) ? established : undefined
  return only(sure) ?? only(fitting) ?? only(before) ?? only(beside) ?? usual
}

function only<Value>(values: readonly Value[]): Value | undefined {
  return values.length === 1 ? values[0] : undefined
}
