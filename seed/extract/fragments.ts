import type {QuotedSpan} from './quotedSpans.ts'
import type {Span} from './span.ts'
import type {Token} from './tokens.ts'

const longestAside = 4

/** The words of a stretch of text. */
export function wordsIn(text: string, span: Span): string[] {
  return text.slice(span.start, span.end).match(/[\p{L}\p{N}][\p{L}\p{N}\u2019'-]*/gu) ?? []
}

/** Whether the marks may only set words apart: nobody is quoted with so few of them. */
export function isShort(text: string, quoted: Span): boolean {
  return wordsIn(text, quoted).length <= longestAside
}

/** Whether the narrator's own sentence runs into the quotation, or it is too short to be speech. */
export function isFragment(
  text: string,
  tokens: readonly Token[],
  index: number,
  quoted: QuotedSpan,
) {
  const before = tokens[index - 1]
  const runsIn =
    before !== undefined &&
    before.sentence === tokens[index]?.sentence &&
    !/^[,:\u2013\u2014]$/u.test(before.text) &&
    before.kind !== 'quotation'
  if (runsIn) return true
  const closed = /[.,!?\u2026]['\u2019]?["\u201D\u2019\u00BB]?$/u
  return (
    !closed.test(text.slice(quoted.start, quoted.end)) && !quoted.carriesOn && isShort(text, quoted)
  )
}
