import type {ValidationContext} from '@sanity/types'

import {percentUnit, qualifiersOfANumber} from '../../vocabulary/values.ts'
import {itemsOf, readKey} from './read.ts'

type Parent = Pick<ValidationContext, 'parent'>

/** A qualifier such as “more than” needs its number; a percentage lies between 0 and 100. */
export function checkNumber(value: unknown, {parent}: Parent) {
  const qualifier = readKey(parent, 'qualifier')
  if (value === undefined) {
    return !qualifiersOfANumber.some((one) => one === qualifier) || 'Give the number in figures.'
  }
  return checkPercentage(value, {parent})
}

/** A percentage lies between 0 and 100; other units are free. */
export function checkPercentage(value: unknown, {parent}: Parent) {
  if (typeof value !== 'number' || readKey(parent, 'unit') !== percentUnit) return true
  return (value >= 0 && value <= 100) || 'A percentage lies between 0 and 100.'
}

/** “Between” needs both ends, the lower one first. Reported on the upper end. */
export function checkUpperEnd(max: unknown, {parent}: Parent) {
  const min = readKey(parent, 'min')
  if (readKey(parent, 'qualifier') === 'between' && (min === undefined || max === undefined)) {
    return 'Give both ends of the range.'
  }
  if (typeof min === 'number' && typeof max === 'number' && min >= max) {
    return 'The upper end must be larger than the lower end.'
  }
  return checkPercentage(max, {parent})
}

/** A fraction has both parts or none: “two-thirds” is 2 of 3. Reported on the lower part. */
export function checkDenominator(denominator: unknown, {parent}: Parent) {
  const hasNumerator = readKey(parent, 'numerator') !== undefined
  return hasNumerator === (denominator !== undefined) || 'Give both parts of the fraction.'
}

/** The figures printed in the words of the story are those of the number beside them. */
export function checkWording(wording: unknown, {parent}: Parent) {
  const printed = numbersIn(wording)
  const own = ['value', 'min', 'max', 'numerator', 'denominator']
    .map((name) => readKey(parent, name))
    .filter((one) => typeof one === 'number')
  if (printed.length === 0 || own.length === 0) return true
  return (
    printed.some((number) => own.includes(number)) ||
    'The number in these words is another one than in the figures.'
  )
}

/** The shares of one question are parts of one whole; two points more are put down to rounding. */
export function checkShares(findings: unknown) {
  const totals = new Map<string, number>()
  for (const finding of itemsOf(findings)) {
    const share = readKey(finding['value'], 'value')
    if (readKey(finding['value'], 'unit') !== percentUnit || typeof share !== 'number') continue
    const question = [finding['topic'], finding['question'], finding['base']].join('\n')
    totals.set(question, (totals.get(question) ?? 0) + share)
  }
  const isTooMuch = [...totals.values()].some((total) => total > 102)
  return !isTooMuch || 'These shares add up to more than 100.'
}

/** People are counted in whole numbers, from one. */
export function checkNumberOfPeople(value: unknown) {
  return (
    value === undefined ||
    (Number.isInteger(value) && Number(value) > 0) ||
    'Give the number of people as a whole number.'
  )
}

/** A margin of error can be worked out for a random sample only. */
export function checkMarginOfError(value: unknown, {parent}: Parent) {
  return (
    value === undefined ||
    readKey(parent, 'sampling') === 'random' ||
    'A margin of error says something about a random sample only.'
  )
}

const magnitudes: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1_000,
  k: 1_000,
  million: 1_000_000,
  m: 1_000_000,
  billion: 1_000_000_000,
  bn: 1_000_000_000,
}

/** The numbers that a text prints in digits: “1,000”, “1.5 million”, “11 per cent”. */
function numbersIn(text: unknown): number[] {
  if (typeof text !== 'string') return []
  const pattern = /(\d[\d,]*(?:\.\d+)?)\s?(hundred|thousand|million|billion|k|m|bn)?(?![a-z])/gi
  return [...text.matchAll(pattern)].map(([, digits = '', magnitude = '']) => {
    const number = Number(digits.replaceAll(',', ''))
    return number * (magnitudes[magnitude.toLowerCase()] ?? 1)
  })
}
