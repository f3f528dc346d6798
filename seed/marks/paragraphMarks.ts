import type {Article} from '../../sanity.types.ts'
import type {Extraction} from '../extract/extract.ts'
import type {Figure} from '../extract/figures.ts'
import type {Mention} from '../extract/mentions.ts'
import type {Quotation} from '../extract/quotations.ts'
import {countBefore, covers, type Span, within} from '../extract/span.ts'
import {measuredValue} from './measuredValue.ts'
import {referenceTo} from './references.ts'

/** A mark as a paragraph of a story keeps it: a mention, a quotation or a figure. */
export type Mark = NonNullable<
  Extract<Article['body'][number], {_type: 'block'}>['markDefs']
>[number]

/** A mark, the stretch of text that it is for, and the finding that it was made from. */
export interface FoundMark extends Span {
  readonly mark: Mark
  readonly found: Mention | Quotation | Figure
}

/** What was found in a text, as far as words are marked for it. */
export type Reading = Pick<Extraction, 'text' | 'entities' | 'mentions' | 'quotations' | 'figures'>

/** How the marks of a paragraph are made: the key of its block, and what they must not clash with. */
export interface MarkOptions {
  readonly block: string
  readonly isTaken?: (key: string) => boolean
  readonly refer?: typeof referenceTo
}

/**
 * Everything that was found in one paragraph, as marks. Their keys are counted through (`p03m0`,
 * `p03m1`), so the same text gives the same marks. What somebody claims in a quotation is theirs.
 */
export function paragraphMarks(
  reading: Reading,
  paragraph: Span,
  {block, isTaken = () => false, refer = referenceTo}: MarkOptions,
): FoundMark[] {
  const {text, mentions, quotations, figures} = reading
  const found = <One extends FoundMark['found']>(
    all: readonly One[],
    letter: string,
    toMark: (one: One, key: string) => Mark,
  ) => {
    const nextKey = keysFrom(`${block}${letter}`, isTaken)
    return within(all, paragraph).map((one) => ({
      start: one.start,
      end: one.end,
      mark: toMark(one, nextKey()),
      found: one,
    }))
  }
  return [
    ...found(quotations, 'q', (one, key) => quotationMark(text, one, key, refer)),
    ...found(mentions, 'm', ({entity}, key) => ({
      _key: key,
      _type: 'mention',
      entity: refer(entity),
    })),
    ...found(figures, 'f', (one, key) => {
      const quotation = quotations[countBefore(quotations, one.start + 1) - 1]
      const speaker = quotation && covers(quotation, one) ? quotation.speaker : null
      return {
        _key: key,
        _type: 'figure',
        value: measuredValue(text, one),
        ...(speaker !== null && {attributedTo: refer(speaker)}),
      }
    }),
  ]
}

function keysFrom(prefix: string, isTaken: (key: string) => boolean): () => string {
  let next = 0
  return () => {
    while (isTaken(`${prefix}${next}`)) next++
    return `${prefix}${next++}`
  }
}

function quotationMark(
  text: string,
  {speaker, basis, kind, continues, cue, nested}: Quotation,
  key: string,
  refer: typeof referenceTo,
): Mark {
  return {
    _key: key,
    _type: 'quotation',
    ...(speaker !== null && {speaker: refer(speaker)}),
    basis: speaker === null ? 'unattributed' : basis,
    kind,
    continues,
    ...(cue && {cue: text.slice(cue.start, cue.end)}),
    ...(nested.length > 0 && {
      nested: nested.map(({start, end}, index) => ({
        _key: `n${index}`,
        _type: 'nestedQuotation' as const,
        text: text.slice(start + 1, end - 1),
      })),
    }),
  }
}
