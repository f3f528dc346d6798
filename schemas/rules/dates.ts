import type {ValidationContext} from 'sanity'

import {isText, readKey} from './read.ts'

const year = String.raw`\d{4}`
const month = '(0[1-9]|1[0-2])'
const day = '(0[1-9]|[12]\\d|3[01])'
const pattern = new RegExp(`^(${year}(-${month}(-${day})?)?|XXXX-${month})$`)

/**
 * A date as precisely as the story gives it: a year, a month, a day, or a month of a year that
 * is not given. A day must exist in the calendar.
 */
export function checkFuzzyDate(value: unknown, context: Pick<ValidationContext, 'parent'>) {
  if (value === undefined) {
    return isText(readKey(context.parent, 'wording')) || 'Give a date, or the words of the story.'
  }
  return (
    (typeof value === 'string' && pattern.test(value) && existsInCalendar(value)) ||
    'Use YYYY, YYYY-MM or YYYY-MM-DD; write XXXX-04 when the year is not given.'
  )
}

function existsInCalendar(value: string): boolean {
  if (value.length < 'YYYY-MM-DD'.length) return true
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}
