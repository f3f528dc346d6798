import {array, assert, constantFrom, oneof, property, string} from 'fast-check'
import {describe, expect, it} from 'vitest'

import {extract} from '../../../seed/extract/extract.ts'
import {findQuotedSpans} from '../../../seed/extract/quotedSpans.ts'
import type {Span} from '../../../seed/extract/span.ts'
import {covers, overlaps} from '../../../seed/extract/span.ts'

const scraps =
  "“ ” „ « » \" ' '' `` ‘ ’ ( ) , . : ; ! ? — - \u200B \u202E \uFEFF \uD800 \uDC00 \0 Лунд שלום 東京 said he she Mr. 12% half"
const scrap = constantFrom(...scraps.split(' '), ' ', '\n', '\r\n', 'Ada Quist')
const text = array(oneof(scrap, string({unit: 'binary', maxLength: 6})), {maxLength: 80})

const crosses = (a: Span, b: Span) => overlaps(a, b) && !covers(a, b) && !covers(b, a)

describe('any text', () => {
  it('gives spans that lie within it and never cross', () => {
    assert(
      property(text, (parts) => {
        const printed = parts.join('')
        const {title, paragraphs, quotations, mentions} = extract(printed, [])
        const lines = [...(title ? [title] : []), ...paragraphs].map(({start, end}) =>
          printed.slice(start, end),
        )
        const trimmed = printed
          .split(/[\r\n\u2028\u2029]+/)
          .map((line) => line.replace(/^[\s\uFEFF]+/, '').trimEnd())
        expect(lines).toEqual(trimmed.filter((line) => line !== ''))
        for (const {start, end} of [...quotations, ...mentions]) {
          expect(start >= 0 && start < end && end <= printed.length).toBe(true)
        }
        for (const quotation of quotations) {
          expect(paragraphs.filter((paragraph) => covers(paragraph, quotation))).toHaveLength(1)
          expect(quotation.nested.every((inner) => covers(quotation, inner))).toBe(true)
          expect(quotations.filter((other) => overlaps(other, quotation))).toEqual([quotation])
        }
        for (const [index, one] of mentions.entries()) {
          expect(mentions.slice(index + 1, index + 4).some((other) => crosses(one, other))).toBe(
            false,
          )
        }
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
})
