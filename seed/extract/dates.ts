import type {Span} from './span.ts'
import {Taken} from './span.ts'

/** A date in the text. What the words leave open stays open: "in April" is `XXXX-04`. */
export interface DateFinding extends Span {
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `XXXX-MM`; `null` for a date told from today ("two years ago"). */
  readonly value: string | null
}

const months =
  'January February March April May June July August September October November December'.split(' ')
const month =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)'
const day = '(\\d{1,2})(?:st|nd|rd|th)?'
const year = '((?:1[5-9]|20)\\d{2})'
const edge = '(?![\\p{L}\\p{N}%]|[,.]\\d)'

interface DatePattern {
  readonly pattern: RegExp
  readonly read: (groups: readonly (string | undefined)[]) => string | null
}

const patterns: readonly DatePattern[] = [
  {
    pattern: new RegExp(`(?<!\\p{L})${day} ${month}(?:,? ${year})?${edge}`, 'gu'),
    read: ([, date, name, inYear]) => isoDate(inYear, name, date),
  },
  {
    pattern: new RegExp(`(?<!\\p{L})${month} ${day}(?:,? ${year})?${edge}`, 'gu'),
    read: ([, name, date, inYear]) => isoDate(inYear, name, date),
  },
  {
    pattern: new RegExp(`(?<!\\p{L})${month},? ${year}${edge}`, 'gu'),
    read: ([, name, inYear]) => isoDate(inYear, name),
  },
  {
    pattern: new RegExp(
      `(?<=(?:in|since|until|till|by|from|of|last|next|this|during|early|late|mid-?) ?)(?<!\\p{L})${month}${edge}`,
      'giu',
    ),
    read: ([, name]) => isoDate(undefined, name),
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}.,$\u00A3\u20AC])${year}s(?!\\p{L})`, 'gu'),
    read: () => null,
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:in|since|until|till|by|from|of|during|before|after|early|late|mid|the|an?|through|year|between|and|to)[ -])${year}(?:[\u2013-]\\d{2,4})?${edge}`,
      'giu',
    ),
    read: ([, inYear]) => inYear ?? null,
  },
  {
    pattern:
      /(?<!\p{L})(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a few|(?<!\d)\d{1,9}) )?(?:years?|months?|weeks?|days?|hours?|decades?|centuries|century) (?:ago|earlier|later)(?!\p{L})/giu,
    read: () => null,
  },
  {
    pattern:
      /(?<![\d.,:])\d{1,2}[:.]\d{2}(?= ?[ap]\.?m)|(?<![\d.,])\d{1,2}:\d{2}(?!\d)|(?<![\d.,])\d{1,2}(?= ?[ap]\.?m\b)/giu,
    read: () => null,
  },
]

/** Finds the dates of a text: they are numbers too, but no figures. */
export function findDates(text: string): DateFinding[] {
  const found: DateFinding[] = []
  const taken = new Taken(text)
  for (const {pattern, read} of patterns) {
    for (const match of text.matchAll(pattern)) {
      const span = {start: match.index, end: match.index + match[0].length}
      if (taken.meets(span)) continue
      taken.add(span)
      found.push({...span, value: read(match)})
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function isoDate(
  inYear: string | undefined,
  name: string | undefined,
  date?: string,
): string | null {
  const index = months.findIndex((full) => full.startsWith((name ?? '').slice(0, 3)))
  if (index === -1) return null
  const parts = [inYear ?? 'XXXX', String(index + 1).padStart(2, '0')]
  return (date === undefined ? parts : [...parts, date.padStart(2, '0')]).join('-')
}
