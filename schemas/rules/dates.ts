import type {ValidationContext} from '@sanity/types'

import {isText, readKey} from './read.ts'

type Parent = Pick<ValidationContext, 'parent'>

const year = String.raw`\d{4}`
const month = '(0[1-9]|1[0-2])'
const day = '(0[1-9]|[12]\\d|3[01])'
const pattern = new RegExp(`^(${year}(-${month}(-${day})?)?|XXXX-${month})$`)

/**
 * A date as precisely as the story gives it: a year, a month, a day, or a month of a year that
 * is not given. A day must exist in the calendar.
 */
export function checkFuzzyDate(value: unknown, context: Parent) {
  if (value === undefined) {
    return isText(readKey(context.parent, 'wording')) || 'Give a date, or the words of the story.'
  }
  return (
    (typeof value === 'string' && pattern.test(value) && existsInCalendar(value)) ||
    'Use YYYY, YYYY-MM or YYYY-MM-DD; write XXXX-04 when the year is not given.'
  )
}

/** A rule for the end of a period: it does not lie before the beginning, which is a field beside it. */
export function checkNotBefore(start: string) {
  return (end: unknown, {parent}: Parent) =>
    !isBefore(readKey(end, 'value'), readKey(readKey(parent, start), 'value')) ||
    'The end is before the start.'
}

/** A day that was agreed on has come: somebody must look again. */
export function checkReviewBy(value: unknown) {
  return (
    !isText(value) || value >= new Date().toISOString().slice(0, 10) || 'This is due for review.'
  )
}

/** Whether one date is surely before another: “2022-04” is neither before nor after “2022”. */
function isBefore(one: unknown, other: unknown): boolean {
  if (!isText(one) || !isText(other) || one.startsWith('XXXX') || other.startsWith('XXXX')) {
    return false
  }
  const precision = Math.min(one.length, other.length)
  return one.slice(0, precision) < other.slice(0, precision)
}

function existsInCalendar(value: string): boolean {
  if (value.length < 'YYYY-MM-DD'.length) return true
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}
