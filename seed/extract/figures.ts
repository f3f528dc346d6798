import type {qualifiers} from '../../vocabulary/values.ts'
import {percentUnit} from '../../vocabulary/values.ts'
import type {NumberPhrase} from './numberPhrase.ts'
import {readNumber} from './numbers.ts'
import type {Evidence, Span} from './span.ts'
import {overlaps} from './span.ts'
import {readUnit} from './units.ts'

export type Qualifier = (typeof qualifiers)[number]['value']

/** A number that the text gives, with everything the words around it say about it. */
export interface Figure extends Span, Evidence {
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly qualifier: Qualifier
  /** The words that say how exact it is, as printed: "nearly", "more than". */
  readonly qualifierWords: string | null
  /** Words before it that make it sound small without changing it: "Only". */
  readonly framing: Span | null
  readonly unit: string | null
  readonly form: NumberPhrase['form']
}

const qualifierWords: readonly (readonly [Qualifier, string])[] = [
  [
    'moreThan',
    'more than|well over|just over|over|above|exceed(?:s|ed|ing)?|upwards of|in excess of|greater than|larger than',
  ],
  ['lessThan', 'less than|fewer than|just under|under|below|short of|smaller than'],
  ['atLeast', 'at least|no fewer than|no less than|a minimum of|not less than'],
  ['atMost', 'at most|up to|as many as|as much as|as high as|no more than|a maximum of'],
  [
    'approx',
    'about|around|roughly|approximately|some|nearly|almost|close to|an estimated|estimated|approach(?:es|ed|ing)?|or so|circa',
  ],
]
const before = qualifierWords.map(
  ([qualifier, words]) =>
    [qualifier, new RegExp(`(?<!\\p{L})(?:${words}) (?:an? )?$`, 'iu')] as const,
)
const framingBefore = /(?<!\p{L})(only|just|merely|a mere|as few as|as little as) $/iu
const candidate = /(?<![\p{L}\p{N}]|[\p{N}][.,:/])[\p{L}\p{N}\u00BC-\u00BE\u2153-\u2158]/gu

/** Finds the figures of a text. Names and dates hold numbers that are none. */
export function findFigures(text: string, notFigures: readonly Span[]): Figure[] {
  const found: Figure[] = []
  let taken = 0
  for (const {index} of text.matchAll(candidate)) {
    if (index < taken) continue
    const figure = readFigure(text, index)
    if (!figure || notFigures.some((span) => overlaps(span, figure.number))) continue
    taken = figure.end
    const {number: _, ...rest} = figure
    found.push(rest)
  }
  return found
}

function readFigure(text: string, at: number): (Figure & {readonly number: Span}) | undefined {
  const phrase = readNumber(text, at)
  if (!phrase || isPartOfWord(text, at, phrase.end)) return undefined
  // "one poll", "one day", "no one": an article or a pronoun rather than a count.
  if (phrase.form === 'words' && phrase.value === 1) return undefined
  const range = phrase.value === null ? undefined : readRange(text, at, phrase)
  const last = range ?? phrase
  const currency = /[$\u00A3\u20AC\u00A5]$/u.exec(text.slice(0, at))?.[0]
  const unit = currency ? {text: currency, end: last.end} : readUnit(text, last)
  const isAge = !unit && phrase.form === 'digits' && standsAsAge(text, at, phrase)
  if (!unit && !isAge && isLoneWord(phrase)) return undefined
  const start = currency ? at - currency.length : at
  const told = readQualifier(text, start, range !== undefined)
  const end = Math.max(last.end, unit?.end ?? 0)
  const open = range === undefined && phrase.value !== null
  return {
    start: told.start,
    end,
    number: {start: at, end: last.end},
    value: open ? phrase.value : null,
    min: range ? phrase.value : null,
    max: range ? range.value : null,
    numerator: phrase.parts?.numerator ?? null,
    denominator: phrase.parts?.denominator ?? null,
    qualifier:
      phrase.form === 'magnitude' ? 'orderOfMagnitude' : range ? 'between' : told.qualifier,
    qualifierWords: told.words,
    framing: told.framing,
    unit: unit?.text ?? (phrase.parts ? percentUnit : isAge ? 'years' : null),
    form: phrase.form,
    rule: isAge ? 'ageInCommas' : range ? 'range' : phrase.form,
    confidence: unit || isAge || phrase.parts ? 0.95 : 0.8,
  }
}

/** "F-16", "95th", "3D", "9/11": the digits belong to something else. */
function isPartOfWord(text: string, start: number, end: number): boolean {
  if (/[\p{L}\p{N}][-\u2010-\u2013/.]$|[#/]$/u.test(text.slice(Math.max(0, start - 2), start))) {
    return true
  }
  return /^(?:\p{L}|\/\d|[:.]\d|-\p{Lu})/u.test(text.slice(end, end + 2))
}

/** A small number word without anything that it counts: "the two said". */
function isLoneWord(phrase: NumberPhrase): boolean {
  return phrase.form === 'words' && phrase.value !== null && phrase.value < 20
}

function readRange(text: string, start: number, first: NumberPhrase): NumberPhrase | undefined {
  const between = /\bbetween (?:about |roughly )?$/i.test(
    text.slice(Math.max(0, start - 20), start),
  )
  const joint = (between ? /^(?:%| per ?cent)? and / : /^(?: to |[-\u2013])/u).exec(
    text.slice(first.end, first.end + 20),
  )
  if (!joint || /\bfrom $/i.test(text.slice(Math.max(0, start - 5), start))) return undefined
  const second = readNumber(text, first.end + joint[0].length)
  if (!second || second.value === null || first.value === null) return undefined
  return second.value > first.value ? second : undefined
}

interface Told {
  readonly start: number
  readonly qualifier: Qualifier
  readonly words: string | null
  readonly framing: string | null
}

function readQualifier(text: string, number: number, isRange: boolean): Told {
  let start = number
  let words: string | null = null
  let qualifier: Qualifier = 'exact'
  const line = (end: number) =>
    text.slice(Math.max(text.lastIndexOf('\n', end - 1) + 1, end - 30), end)
  const between = isRange ? /\bbetween $/i.exec(line(start)) : null
  if (between) start -= between[0].length
  for (const [name, pattern] of before) {
    const told = pattern.exec(line(start))?.[0]
    if (told === undefined) continue
    qualifier = name
    words = told.trim()
    start -= told.length
    break
  }
  const framing = framingBefore.exec(line(start))?.[1] ?? null
  if (framing !== null) start -= framing.length + 1
  return {start, qualifier, words, framing}
}

/** "Prokopiev, 50, rarely" and "the boy, 12." */
function standsAsAge(text: string, start: number, phrase: NumberPhrase): boolean {
  if (phrase.value === null || phrase.value < 1 || phrase.value > 119) return false
  const opens = /\p{L}[\u2019']?s?, $|\b(?:aged?|turned) $/u.test(
    text.slice(Math.max(0, start - 8), start),
  )
  return opens && /^[,.;)]/.test(text.slice(phrase.end))
}
