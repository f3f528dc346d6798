import type {Extraction} from '../extract/extract.ts'
import {covers, type Span} from '../extract/span.ts'

const end =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|St|No|\p{Lu}))[.!?]["\u201D\u2019')]*(?=\s|$)/gu

/** The sentence of a paragraph that holds a finding; `undefined` for one in the headline. */
export function sentenceAt(
  {text, paragraphs}: Pick<Extraction, 'text' | 'paragraphs'>,
  finding: Span,
): Span | undefined {
  const paragraph = paragraphs.find((one) => covers(one, finding))
  if (!paragraph) return undefined
  const words = text.slice(paragraph.start, paragraph.end)
  const ends = [...words.matchAll(end)].map((stop) => paragraph.start + stop.index + stop[0].length)
  const stop = ends.find((at) => at >= finding.end) ?? paragraph.end
  const before = ends.findLast((at) => at <= finding.start) ?? paragraph.start
  const start = before + (/^\s*/.exec(text.slice(before, stop))?.[0].length ?? 0)
  return {start, end: stop}
}
