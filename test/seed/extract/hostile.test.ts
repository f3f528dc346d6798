import {array, assert, constantFrom, oneof, property, string} from 'fast-check'
import {describe, expect, it} from 'vitest'

import {itemsOf} from '../../../schemas/rules/read.ts'
import {draftStory} from '../../../seed/compose/draftStory.ts'
import {extract} from '../../../seed/extract/extract.ts'
import type {Extraction} from '../../../seed/extract/extract.ts'
import {findQuotedSpans} from '../../../seed/extract/quotedSpans.ts'
import type {Span} from '../../../seed/extract/span.ts'
import {covers, overlaps} from '../../../seed/extract/span.ts'
import {knownFrom} from '../../../seed/known/known.ts'
import {paragraphMarks} from '../../../seed/marks/paragraphMarks.ts'
import {derivedIds} from '../../../seed/register/derivedIds.ts'
import {readLongTexts} from '../../support/longTexts.ts'

const scraps =
  "“ ” „ « » \" ' '' `` ‘ ’ ( ) , . : ; ! ? — - \u200B \u202E \uFEFF \uD800 \uDC00 \0 Лунд שלום 東京 said he she Mr. 12% half"
const scrap = constantFrom(...scraps.split(' '), ' ', '\n', '\r\n', 'Ada Quist')
const text = array(oneof(scrap, string({unit: 'binary', maxLength: 6})), {maxLength: 80})

const id = 'article-0000000001'
const newId = derivedIds('secret', id)
const textOf = ({text}: Readonly<Record<string, unknown>>) => text

/** The marks of a paragraph that share some of their words with another, and not all. */
function crossing(found: Extraction, paragraph: Span): Span[] {
  const marks = paragraphMarks(found, paragraph, {block: 'p00'})
  return marks.filter((one) => marks.some((other) => crosses(one, other)))
}

const crosses = (a: Span, b: Span) => overlaps(a, b) && !covers(a, b) && !covers(b, a)

describe('any text', () => {
  it('gives spans that lie within it and never cross', () => {
    assert(
      property(text, (parts) => {
        const printed = `Head\n${parts.join('')}`
        const found = extract(printed, [])
        const {title, paragraphs, quotations, mentions, figures, dates} = found
        const lines = [...(title ? [title] : []), ...paragraphs].map(({start, end}) =>
          printed.slice(start, end),
        )
        const trimmed = printed
          .split(/[\r\n\u2028\u2029]+/)
          .map((line) => line.replace(/^[\s\uFEFF]+/, '').trimEnd())
        expect(lines).toEqual(trimmed.filter((line) => line !== ''))
        for (const {start, end} of [...quotations, ...mentions, ...figures, ...dates]) {
          expect(start >= 0 && start < end && end <= printed.length).toBe(true)
        }
        for (const quotation of quotations) {
          expect(paragraphs.filter((paragraph) => covers(paragraph, quotation))).toHaveLength(1)
          expect(quotation.nested.every((inner) => covers(quotation, inner))).toBe(true)
          expect(quotations.filter((other) => overlaps(other, quotation))).toEqual([quotation])
        }
        expect(paragraphs.flatMap((one) => crossing(found, one))).toEqual([])
        if (paragraphs.length === 0) return
        const {documents} = draftStory({article: {id, text: printed}, known: knownFrom(), newId})
        const [{body} = {body: undefined}] = documents
        const joined = itemsOf(body).map(({children}) => itemsOf(children).map(textOf).join(''))
        expect(joined).toEqual(paragraphs.map(({start, end}) => printed.slice(start, end)))
      }),
      {numRuns: 300},
    )
  })

  it.each(['"', '“', "'a ", "''a ", '(', 'he said “x” ', '“a\n'])(
    'reads a long run of %j',
    (part) => {
      const printed = `H\n${part.repeat(200_000 / part.length)}`
      const before = performance.now()
      const spans = findQuotedSpans(printed, [{start: 2, end: printed.length}])
      expect(spans.every(({end}) => end <= printed.length)).toBe(true)
      expect(performance.now() - before).toBeLessThan(10_000)
    },
  )

  readLongTexts(250_000)
})
