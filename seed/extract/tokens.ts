import type {Mention} from './mentions.ts'
import type {QuotedSpan} from './quotedSpans.ts'
import type {Span} from './span.ts'
import {inReadingOrder} from './span.ts'

interface Base extends Span {
  readonly text: string
  /** Counts the sentences of the paragraph from 0. */
  readonly sentence: number
}

/** The narration of a paragraph, read word by word; what stands in quotation marks is one token. */
export type Token =
  | (Base & {readonly kind: 'word' | 'mark'})
  | (Base & {readonly kind: 'name'; readonly mention: Mention})
  | (Base & {
      readonly kind: 'quotation'
      readonly quoted: QuotedSpan
      /** Those whom the quotation itself names. */
      readonly named: readonly Mention[]
    })

type Piece =
  | (Span & {readonly kind: 'name'; readonly mention: Mention})
  | (Span & {
      readonly kind: 'quotation'
      readonly quoted: QuotedSpan
      readonly named: readonly Mention[]
    })

const tokenPattern =
  /['\u2019]s(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+(?:(?:['\u2019.\u2010\u2011-]|,(?=\p{N}))(?!['\u2019]?s(?![\p{L}\p{N}]))[\p{L}\p{N}\p{M}]+)*|\S/gu

/** Reads the paragraphs into tokens, with their names and quotations kept whole. */
export function readParagraphs(
  text: string,
  paragraphs: readonly Span[],
  mentions: readonly Mention[],
  quotedSpans: readonly QuotedSpan[],
): Token[][] {
  const mentionsOf = sharedOut(paragraphs, mentions)
  const quotedOf = sharedOut(paragraphs, quotedSpans)
  return paragraphs.map((span, index) =>
    readTokens(text, span, mentionsOf[index] ?? [], quotedOf[index] ?? []),
  )
}

/** What lies in each of the stretches; both lists run in the order of the text. */
function sharedOut<Item extends Span>(
  stretches: readonly Span[],
  items: readonly Item[],
): Item[][] {
  let next = 0
  return stretches.map((stretch) => {
    while (next < items.length && (items[next]?.end ?? 0) <= stretch.start) next += 1
    let end = next
    while (end < items.length && (items[end]?.start ?? stretch.end) < stretch.end) end += 1
    const own = items.slice(next, end)
    next = end
    return own
  })
}

function readTokens(
  text: string,
  paragraph: Span,
  mentions: readonly Mention[],
  quoted: readonly QuotedSpan[],
): Token[] {
  const inQuotes = sharedOut(quoted, mentions)
  const spoken = new Set(inQuotes.flat())
  const named = mentions.filter((mention) => !spoken.has(mention))
  const pieces: Piece[] = [
    ...quoted.map((span, index) => ({
      kind: 'quotation' as const,
      start: span.start,
      end: span.end,
      quoted: span,
      named: inQuotes[index] ?? [],
    })),
    ...named.map((one) => ({kind: 'name' as const, start: one.start, end: one.end, mention: one})),
  ].sort(inReadingOrder)
  const tokens: Token[] = []
  let at = paragraph.start
  for (const piece of pieces) {
    for (const token of plainTokens(text, at, piece.start)) tokens.push(token)
    tokens.push({...piece, text: text.slice(piece.start, piece.end), sentence: 0})
    at = piece.end
  }
  for (const token of plainTokens(text, at, paragraph.end)) tokens.push(token)
  return withSentences(tokens)
}

function plainTokens(text: string, start: number, end: number): Token[] {
  return [...text.slice(start, end).matchAll(tokenPattern)].map((found) => ({
    kind: /^[\p{L}\p{N}]/u.test(found[0]) ? ('word' as const) : ('mark' as const),
    start: start + found.index,
    end: start + found.index + found[0].length,
    text: found[0],
    sentence: 0,
  }))
}

const abbreviations =
  /^(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Sen|Rep|Gov|Gen|Col|Maj|Capt|Lt|Sgt|Cpl|Pvt|St|Jr|Sr|vs|No|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|\p{Lu}|(?:\p{L}\.)+\p{L})$/u

function withSentences(tokens: readonly Token[]): Token[] {
  let sentence = 0
  return tokens.map((token, index) => {
    const current = {...token, sentence}
    if (endsSentence(token, tokens[index - 1], tokens[index + 1])) sentence += 1
    return current
  })
}

function endsSentence(token: Token, previous: Token | undefined, next: Token | undefined): boolean {
  if (!next) return false
  const nextOpens = next.kind === 'quotation' || /^[\p{Lu}\p{N}]/u.test(next.text)
  if (!nextOpens) return false
  if (token.kind === 'quotation') return /[.!?\u2026]['\u2019]?["\u201D\u2019']?$/u.test(token.text)
  if (token.kind !== 'mark' || !/^[.!?\u2026]$/u.test(token.text)) return false
  return token.text !== '.' || !previous || !abbreviations.test(previous.text)
}

/** Whether a possessive ending stands behind the token: "Lukashenko's". */
export function isPossessive(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  const next = tokens[index + 1]
  return /^['\u2019]s?$/u.test(next?.text ?? '') && next?.start === token?.end
}
