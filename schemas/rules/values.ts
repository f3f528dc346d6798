import type {ValidationContext} from 'sanity'

import {percentUnit, qualifiersOfANumber} from '../../vocabulary/values.ts'
import {readKey} from './read.ts'

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
