import type {Figure} from '../extract/figures.ts'
import type {Mention} from '../extract/mentions.ts'
import type {Quotation} from '../extract/quotations.ts'
import type {Span} from '../extract/span.ts'
import {covers} from '../extract/span.ts'
import {findingsOf} from '../register/pollFindingsOf.ts'
import type {Paragraph} from './documents.ts'
import {keyed} from './facts.ts'
import {measuredValue} from './measuredValue.ts'
import {referenceTo} from './references.ts'
import type {Story} from './story.ts'
import {blockKey, figureKey} from './story.ts'

type MarkDef = NonNullable<Paragraph['markDefs']>[number]

interface Annotation extends Span {
  readonly markDef: MarkDef
}

/**
 * The article's text as blocks, one a paragraph. What was found is marked on the words themselves;
 * the spans of a block, joined, are the printed paragraph to the letter.
 */
export function articleBody(story: Story): Paragraph[] {
  const {article} = story
  const pollOf = pollsByFigure(story)
  return article.paragraphs.map((paragraph, index) => {
    const key = blockKey(index)
    const within = (found: Span) => covers(paragraph, found)
    const annotations = [
      ...article.quotations
        .filter(within)
        .map((quotation, at) =>
          annotated(quotation, quotationMark(article.text, quotation, `${key}q${at}`)),
        ),
      ...article.mentions
        .filter(within)
        .map((mention, at) => annotated(mention, mentionMark(mention, `${key}m${at}`))),
      ...article.figures
        .filter(within)
        .map((figure) => annotated(figure, figureMark(story, figure, pollOf.get(figure)))),
    ]
    return {
      _key: key,
      _type: 'block',
      style: 'normal',
      markDefs: annotations.map(({markDef}) => markDef),
      children: spans(article.text, paragraph, annotations, key),
    }
  })
}

function annotated({start, end}: Span, markDef: MarkDef): Annotation {
  return {start, end, markDef}
}

/** Cuts a paragraph wherever an annotation begins or ends; overlapping ones share their spans. */
function spans(text: string, paragraph: Span, annotations: readonly Annotation[], key: string) {
  const edges = annotations.flatMap(({start, end}) => [start, end])
  const cuts = [...new Set([paragraph.start, ...edges, paragraph.end])].sort((a, b) => a - b)
  const pieces = cuts.slice(1).map((end, index) => ({start: cuts[index] ?? end, end}))
  return pieces.map((piece, index) => ({
    _key: `${key}s${index}`,
    _type: 'span' as const,
    text: text.slice(piece.start, piece.end),
    marks: annotations.filter((one) => covers(one, piece)).map(({markDef}) => markDef._key),
  }))
}

function mentionMark({entity}: Mention, key: string): MarkDef {
  return {_key: key, _type: 'mention', entity: referenceTo(entity)}
}

function quotationMark(text: string, quotation: Quotation, key: string): MarkDef {
  const {speaker, basis, kind, continues, cue, nested} = quotation
  return {
    _key: key,
    _type: 'quotation',
    ...(speaker !== null && {speaker: referenceTo(speaker)}),
    basis: speaker === null ? 'unattributed' : basis,
    kind,
    continues,
    ...(cue && {cue: text.slice(cue.start, cue.end)}),
    ...(nested.length > 0 && {
      nested: keyed('n', nested, ({start, end}) => ({
        _type: 'nestedQuotation' as const,
        text: text.slice(start + 1, end - 1),
      })),
    }),
  }
}

/** A finding of a poll points to it; what somebody claims in a quotation is theirs. */
function figureMark(story: Story, figure: Figure, poll: string | undefined): MarkDef {
  const key = figureKey(story, figure)
  const claimed = story.article.quotations.find((quotation) => covers(quotation, figure))
  const speaker = claimed?.speaker ?? undefined
  return {
    _key: key,
    _type: 'figure',
    value: measuredValue(story.article.text, figure),
    ...(speaker !== undefined && {attributedTo: referenceTo(speaker)}),
    ...(poll !== undefined && {poll: {_type: 'reference' as const, _ref: poll}, findingKey: key}),
  }
}

function pollsByFigure({article, register}: Story): ReadonlyMap<Figure, string> {
  return new Map(
    register.polls.flatMap((poll) =>
      findingsOf(article, register, poll).map(({figure}) => [figure, poll.id] as const),
    ),
  )
}
