import {opensWithDash, spokenBehindDash} from './dashSpeech.ts'
import type {Mark} from './quotationMarks.ts'
import {canClose, isSingle, readMarks} from './quotationMarks.ts'
import type {Span} from './span.ts'

/** Words between quotation marks, the marks included. */
export interface QuotedSpan extends Span {
  /** Quotations inside it, with their marks. */
  readonly nested: readonly Span[]
  /** Whether the paragraph ends before the quotation does: it goes on in the next one. */
  readonly carriesOn: boolean
}

const opensParagraph = /^(?:[\u201C\u201E\u00AB\u2018"]|''|``|'(?=\p{Lu}))/u

/**
 * Finds the quotations of every paragraph. One that is never closed reaches to the end of its
 * paragraph; where the next paragraph opens with a mark, it is carried on there. Paragraphs in a row
 * that open with a dash are a dialogue.
 */
export function findQuotedSpans(text: string, paragraphs: readonly Span[]): QuotedSpan[] {
  return paragraphs.flatMap((paragraph, index) => {
    const next = paragraphs[index + 1]
    const opening = next && opensParagraph.exec(text.slice(next.start, next.start + 2))?.[0]
    const found = quotedIn(text, paragraph, opening)
    if (found.length > 0 || !opensWithDash(text, paragraph)) return found
    const beside = [paragraphs[index - 1], next]
    const isDialogue = beside.some((other) => other && opensWithDash(text, other))
    const spoken = isDialogue ? spokenBehindDash(text, paragraph) : undefined
    return spoken ? [{...spoken, nested: [], carriesOn: false}] : []
  })
}

function quotedIn(text: string, paragraph: Span, nextOpening: string | undefined): QuotedSpan[] {
  const marks = readMarks(text, paragraph)
  const found: QuotedSpan[] = []
  let outer: Mark | undefined
  let inner: Mark | undefined
  let nested: Span[] = []
  for (const [index, mark] of marks.entries()) {
    if (inner && canClose(inner, mark)) {
      nested.push({start: inner.start, end: mark.end})
      inner = undefined
    } else if (outer && canClose(outer, mark)) {
      found.push({start: outer.start, end: mark.end, nested, carriesOn: false})
      outer = undefined
    } else if (!mark.opens) {
      continue
    } else if (outer && !isSlip(outer, marks, index)) {
      if (!inner && mark.partner) inner = mark
    } else if (mark.partner || !isSingle(mark) || nextOpening === mark.sign) {
      outer = mark
      inner = undefined
      nested = []
    }
  }
  if (outer && staysOpen(text, outer, paragraph, nextOpening)) {
    const carriesOn = nextOpening !== undefined
    found.push({start: outer.start, end: paragraph.end, nested, carriesOn})
  }
  return found
}

/**
 * The mark of an open quotation opens again: the first was never closed, a slip of the printer.
 * Where two closing marks follow, it is one quotation in another instead.
 */
function isSlip(outer: Mark, marks: readonly Mark[], index: number): boolean {
  const [mark, first, second] = marks.slice(index, index + 3)
  if (mark?.sign !== outer.sign) return false
  const closesTwice = first === mark.partner && second?.closes === true && !second.opens
  return mark.partner === undefined || !closesTwice
}

/** Whether a mark without its partner opens speech; one in mid-sentence is taken for a slip. */
function staysOpen(text: string, opening: Mark, paragraph: Span, nextOpening: string | undefined) {
  if (isSingle(opening)) {
    const isPlain = opening.sign === '\u2018' || opening.start === paragraph.start
    return isPlain && nextOpening === opening.sign
  }
  return (
    nextOpening !== undefined ||
    opening.start === paragraph.start ||
    /[,:.]\s$/.test(text.slice(opening.start - 2, opening.start))
  )
}
