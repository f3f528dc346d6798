import type {Span} from './span.ts'

/** A sign that may open or close a quotation, judged by what stands on its two sides. */
export interface Mark extends Span {
  readonly sign: string
  readonly opens: boolean
  readonly closes: boolean
  /** The first mark behind it that could close it. */
  readonly partner: Mark | undefined
}

/** What closes a quotation that begins with the sign. `''` is how teletype and wire copy print `"`. */
const closersOf: Readonly<Record<string, readonly string[]>> = {
  '\u201C': ['\u201D', '"', '\u201C'],
  '\u201D': ['\u201D', '"'],
  '\u201E': ['\u201D', '\u201C', '"'],
  '\u00AB': ['\u00BB'],
  '\u00BB': ['\u00AB'],
  '"': ['"', '\u201D'],
  "''": ["''", '"'],
  '``': ["''", '"'],
  '\u2018': ['\u2019'],
  "'": ["'"],
  '\u2039': ['\u203A'],
}
const closers = new Set(Object.values(closersOf).flat())
const signs = /''(?!')|``|[\u201C\u201D\u201E\u00AB\u00BB"\u2018\u2019'\u2039\u203A]/gu
/** How far the partner of a mark is looked for that could be an apostrophe. */
const longestSingle = 2000

/** Whether the mark is one that also serves as an apostrophe. */
export function isSingle({sign}: Mark): boolean {
  return sign === '\u2018' || sign === "'"
}

/** Whether a mark closes what another one opened. */
export function canClose(opening: Mark, mark: Mark): boolean {
  if (!mark.closes || mark.start <= opening.end) return false
  return closersOf[opening.sign]?.includes(mark.sign) === true
}

/** Reads the quotation marks of a paragraph, in the order of the text. */
export function readMarks(text: string, paragraph: Span): Mark[] {
  const marks: Mark[] = []
  const nextCloser = new Map<string, Mark>()
  const found = [...text.slice(paragraph.start, paragraph.end).matchAll(signs)].toReversed()
  for (const {0: sign, index} of found) {
    const start = paragraph.start + index
    const span = {start, end: start + sign.length}
    const sides = sidesOf(text, paragraph, span)
    const opens = sign in closersOf && canOpenAt(sign, sides)
    const closes = closers.has(sign) && closesAt(sign, sides)
    const partner = nearest((closersOf[sign] ?? []).map((closer) => nextCloser.get(closer)))
    const isNear = partner && (sign.length > 1 || partner.start - start < longestSingle)
    const mark = {...span, sign, opens, closes, partner: isNear ? partner : undefined}
    if (closes) nextCloser.set(sign, mark)
    marks.push(mark)
  }
  return marks.toReversed()
}

function nearest(marks: readonly (Mark | undefined)[]): Mark | undefined {
  let near: Mark | undefined
  for (const mark of marks) if (mark && (!near || mark.start < near.start)) near = mark
  return near
}

interface Sides {
  readonly before: string
  readonly after: string
  /** What follows the character after the mark. */
  readonly beyond: string
}

function sidesOf(text: string, paragraph: Span, {start, end}: Span): Sides {
  return {
    before: start === paragraph.start ? ' ' : (text[start - 1] ?? ' '),
    after: end < paragraph.end ? (text[end] ?? ' ') : ' ',
    beyond: text.slice(end + 1, Math.min(end + 3, paragraph.end)),
  }
}

function canOpenAt(sign: string, {before, after, beyond}: Sides): boolean {
  const isFree = /[\s([/\u2013\u2014\u2018\u201C'"-]/u.test(before)
  if (/^[\u201C\u201E\u00AB\u2039]$/u.test(sign)) return isFree || !/[\s.,;:!?)\]]/u.test(after)
  const startsWord = /[^\s.,;:!?)\]>]/u.test(after) || (after === '.' && beyond === '..')
  if (/^[\u201D\u00BB]$/u.test(sign)) return /\s/u.test(before) && startsWord
  const isGlued = !/['\u2018]/u.test(sign) && /[,:.]/u.test(before) && /\p{Lu}/u.test(after)
  return (isFree || isGlued) && startsWord
}

function closesAt(sign: string, sides: Sides): boolean {
  const {before, after} = sides
  if (sign === '\u201C' || sign === '\u00AB') {
    return !/[\s([\u2013\u2014]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)
  }
  if (sign === '"' || sign === "''") return !/\s/u.test(before) || !/[\p{L}\p{N}]/u.test(after)
  return (sign !== "'" && sign !== '\u2019') || !isApostrophe(sides)
}

function isApostrophe({before, after, beyond}: Sides): boolean {
  if (/[\p{L}\p{N}]/u.test(after) || /\s/u.test(before)) return true
  return /s/iu.test(before) && /\s/u.test(after) && /^\p{Ll}/u.test(beyond)
}
