import {percentUnit} from '../../vocabulary/values.ts'
import type {NumberPhrase} from './numberPhrase.ts'
import {readNumber} from './numbers.ts'
import type {Qualified} from './qualifiers.ts'
import {readQualifier} from './qualifiers.ts'
import type {Evidence, Span} from './span.ts'
import {Taken} from './span.ts'
import {readUnit} from './units.ts'

/** A number that the text gives, with everything the words around it say about it. */
export interface Figure extends Span, Evidence, Omit<Qualified, 'start'> {
  readonly value: number | null
  /** Both ends of a range; then there is no single value. */
  readonly min: number | null
  readonly max: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly unit: string | null
  readonly form: NumberPhrase['form']
}

const numberStart = /(?<![\p{L}\p{N}]|[\p{N}][.,:/])[\p{L}\p{N}\u00BC-\u00BE\u2153-\u2158]/gu
const currencySign = /^[$\u00A3\u20AC\u00A5]$/u

/** What some words for a number say by themselves: "hundreds", "a majority". */
const impliedQualifiers = new Map<NumberPhrase['form'], Qualified['qualifier']>([
  ['magnitude', 'orderOfMagnitude'],
  ['majority', 'moreThan'],
])

/** Finds the figures of a text. Names and dates hold numbers that are none. */
export function findFigures(text: string, notFigures: readonly Span[]): Figure[] {
  const found: Figure[] = []
  const reserved = new Taken(text, notFigures)
  let taken = 0
  for (const {index} of text.matchAll(numberStart)) {
    if (index < taken) continue
    const phrase = readNumber(text, index)
    if (!phrase || reserved.meets({start: index, end: phrase.end})) continue
    const figure = readFigure(text, index, phrase)
    if (!figure) continue
    taken = figure.end
    found.push(figure)
  }
  return found
}

function readFigure(text: string, at: number, phrase: NumberPhrase): Figure | undefined {
  if (isPartOfWord(text, at, phrase.end) || isOne(phrase)) return undefined
  const range = readRange(text, at, phrase)
  const last = range ?? phrase
  const currency = currencySign.exec(text.slice(Math.max(0, at - 1), at))?.[0]
  const unit = currency ? {text: currency, end: last.end} : readUnit(text, last)
  const isAge = !unit && standsAsAge(text, at, phrase)
  if (!unit && !isAge && isSmallWord(phrase)) return undefined
  const {start, qualifier, qualifierWords, framing} = readQualifier(
    text,
    at - (currency?.length ?? 0),
    range !== undefined,
  )
  const isMeasured = unit !== undefined || isAge || isShareOf(phrase)
  return {
    start,
    end: unit?.end ?? last.end,
    value: range ? null : phrase.value,
    min: range ? phrase.value : null,
    max: range ? range.value : null,
    numerator: phrase.parts?.numerator ?? null,
    denominator: phrase.parts?.denominator ?? null,
    qualifier: impliedQualifiers.get(phrase.form) ?? qualifier,
    qualifierWords,
    framing,
    unit: unit?.text ?? (isShareOf(phrase) ? percentUnit : isAge ? 'years' : null),
    form: phrase.form,
    rule: isAge ? 'ageInCommas' : range ? 'range' : phrase.form,
    confidence: isMeasured ? 0.95 : 0.6,
  }
}

function isShareOf({form, parts}: NumberPhrase): boolean {
  return form === 'majority' || parts !== undefined
}

/** "F-16", "95th", "9/11", "the second half": the number belongs to something else. */
function isPartOfWord(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 10), start)
  if (/[\p{L}\p{N}][-\u2010-\u2013/.]$|[#/]$/u.test(before)) return true
  if (/\b(?:first|second|other|latter) $/i.test(before) && /^half/i.test(text.slice(start)))
    return true
  if (/\band (?:an? )?$/i.test(before) && /^(?:an? )?half$/i.test(text.slice(start, end)))
    return true
  return /^(?:\p{L}|\/\d|[:.]\d|-\p{Lu})/u.test(text.slice(end, end + 2))
}

/** "one poll", "one day", "no one": an article or a pronoun rather than a count. */
function isOne({form, value}: NumberPhrase): boolean {
  return form === 'words' && value === 1
}

/** A small number word without anything that it counts: "the two said". */
function isSmallWord({form, value}: NumberPhrase): boolean {
  return form === 'words' && value !== null && value < 20
}

function readRange(text: string, start: number, first: NumberPhrase): NumberPhrase | undefined {
  if (first.value === null) return undefined
  const before = text.slice(Math.max(0, start - 20), start)
  if (/\bfrom $/i.test(before)) return undefined
  const joint = /\bbetween (?:about |roughly )?$/i.test(before)
    ? /^(?:%| per ?cent)? and /
    : /^(?: to |[-\u2013])/u
  const [words] = joint.exec(text.slice(first.end, first.end + 20)) ?? []
  const second = words === undefined ? undefined : readNumber(text, first.end + words.length)
  return second?.value != null && second.value > first.value ? second : undefined
}

/** "Prokopiev, 50, rarely" and "the boy, 12." */
function standsAsAge(text: string, start: number, {form, value, end}: NumberPhrase): boolean {
  if (form !== 'digits' || value === null || value < 1 || value > 119) return false
  const before = text.slice(Math.max(0, start - 8), start)
  return /\p{L}, $|\b(?:aged?|turned) $/u.test(before) && /^[,.;)]/.test(text.slice(end))
}
