import type {Span} from './span.ts'

/** Words between quotation marks, the marks included. */
export interface QuotedSpan extends Span {
  /** Quotations inside it, with their marks. */
  readonly nested: readonly Span[]
  /** Whether the paragraph ends before the quotation does: it goes on in the next one. */
  readonly carriesOn: boolean
}

interface Opening {
  readonly at: number
  readonly mark: string
}

const closersOf = new Map([
  ['\u201C', '\u201D"'],
  ['\u201E', '\u201D\u201C'],
  ['\u00AB', '\u00BB'],
  ['"', '"\u201D'],
  ['\u2018', '\u2019'],
  ["'", "'"],
])
/** How far the partner of a mark is looked for that could be an apostrophe. */
const longestInner = 2000

const isSingle = (mark: string) => mark === '\u2018' || mark === "'"
const isTypographic = (mark: string) => /^[\u201C\u201E\u00AB]$/u.test(mark)

/**
 * Finds the quotations of every paragraph. One that is never closed reaches to the end of its
 * paragraph; where the next paragraph opens with a mark, it is carried on there.
 */
export function findQuotedSpans(text: string, paragraphs: readonly Span[]): QuotedSpan[] {
  return paragraphs.flatMap((paragraph, index) => {
    const next = paragraphs[index + 1]
    const nextOpens = next !== undefined && /^[\u201C\u201E\u00AB"]/u.test(text[next.start] ?? '')
    return quotedIn(text, paragraph, nextOpens)
  })
}

function quotedIn(text: string, paragraph: Span, nextOpens: boolean): QuotedSpan[] {
  const found: QuotedSpan[] = []
  let outer: Opening | undefined
  let inner: Opening | undefined
  let nested: Span[] = []
  const open = (opening: Opening) => {
    outer = opening
    inner = undefined
    nested = []
  }
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    if (inner && closesAt(text, at, inner, paragraph)) {
      nested.push({start: inner.at, end: at + 1})
      inner = undefined
    } else if (outer && closesAt(text, at, outer, paragraph)) {
      found.push({start: outer.at, end: at + 1, nested, carriesOn: false})
      outer = undefined
    } else if (opensAt(text, at, paragraph)) {
      const opening = {at, mark: text[at] ?? ''}
      if (outer ? isSlip(outer, opening) : opensSpeech(text, opening, paragraph)) open(opening)
      else if (outer && !inner && closesLater(text, opening, paragraph)) inner = opening
    }
  }
  if (outer && staysOpen(text, outer, paragraph, nextOpens)) {
    found.push({start: outer.at, end: paragraph.end, nested, carriesOn: nextOpens})
  }
  return found
}

/** The same typographic mark opens again: the first was never closed, a slip of the printer. */
function isSlip(outer: Opening, opening: Opening): boolean {
  return isTypographic(opening.mark) && opening.mark === outer.mark
}

/** A single mark may be an apostrophe, so it opens only what it closes. */
function opensSpeech(text: string, opening: Opening, paragraph: Span): boolean {
  return !isSingle(opening.mark) || closesLater(text, opening, paragraph)
}

function opensAt(text: string, at: number, paragraph: Span): boolean {
  const mark = text[at] ?? ''
  if (!closersOf.has(mark)) return false
  if (isTypographic(mark)) return true
  const before = at === paragraph.start ? ' ' : (text[at - 1] ?? ' ')
  const after = text.slice(at + 1, Math.min(at + 4, paragraph.end))
  return (
    /[\s([/\u2013\u2014\u2018\u201C'"-]/u.test(before) && /^(?:[^\s.,;:!?)\]]|\.\.\.)/u.test(after)
  )
}

function closesAt(text: string, at: number, opening: Opening, paragraph: Span): boolean {
  const mark = text[at] ?? ''
  const previous = text[at - 1] ?? ' '
  const next = at + 1 < paragraph.end ? (text[at + 1] ?? ' ') : ' '
  if (at <= opening.at + 1) return false
  // An opening mark printed where only a closing one makes sense.
  if (mark === opening.mark && isTypographic(mark)) {
    return /[.,!?\u2026]/u.test(previous) && /\s/u.test(next)
  }
  if (!closersOf.get(opening.mark)?.includes(mark)) return false
  if (mark === '"') return !(/\s/u.test(previous) && /[\p{L}\p{N}]/u.test(next))
  return !isSingle(opening.mark) || !isApostrophe(text, at, previous, next)
}

function isApostrophe(text: string, at: number, previous: string, next: string): boolean {
  if (/[\p{L}\p{N}]/u.test(next) || /\s/u.test(previous)) return true
  const pluralPossessive = /s/iu.test(previous) && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))
  return pluralPossessive && !/[.,!?\u2026]/u.test(previous)
}

function closesLater(text: string, opening: Opening, paragraph: Span): boolean {
  const end = Math.min(paragraph.end, opening.at + longestInner)
  for (let at = opening.at + 2; at < end; at += 1) {
    if (closesAt(text, at, opening, paragraph)) return true
  }
  return false
}

/** Whether a mark without its partner opens speech; one in mid-sentence is taken for a slip. */
function staysOpen(text: string, opening: Opening, paragraph: Span, nextOpens: boolean): boolean {
  if (isSingle(opening.mark)) return false
  return (
    nextOpens ||
    opening.at === paragraph.start ||
    /[,:.] $/.test(text.slice(opening.at - 2, opening.at))
  )
}
