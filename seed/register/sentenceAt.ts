import type {Extraction} from '../extract/extract.ts'
import {sentencesIn} from '../extract/sentences.ts'
import {covers, type Span} from '../extract/span.ts'

/** The sentence of a paragraph that holds a finding; `undefined` for one in the headline. */
export function sentenceAt(
  {text, paragraphs}: Pick<Extraction, 'text' | 'paragraphs'>,
  finding: Span,
): Span | undefined {
  const paragraph = paragraphs.find((one) => covers(one, finding))
  return paragraph && sentencesIn(text, paragraph).find((one) => covers(one, finding))
}
