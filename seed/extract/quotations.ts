import type {quotationKinds} from '../../vocabulary/quotations.ts'
import {readFocus} from './focus.ts'
import {isFragment, isShort} from './fragments.ts'
import type {Span} from './span.ts'
import type {Attributed, Place, Spoken} from './speakers.ts'
import {attribute, carriedBack, goesOnFrom, isTagged, nobody} from './speakers.ts'
import {isTitle} from './titles.ts'
import type {Token} from './tokens.ts'

export type QuotationKind = (typeof quotationKinds)[number]['value']

/** Words in quotation marks, with the one who is given them. */
export interface Quotation extends Span, Attributed {
  readonly kind: QuotationKind
  /** Quotations inside it, with their marks. */
  readonly nested: readonly Span[]
}

/** Gives every quotation its speaker, reading the paragraphs in order. */
export function attributeQuotations(
  text: string,
  paragraphs: readonly (readonly Token[])[],
): Quotation[] {
  const focus = readFocus(paragraphs)
  const found: Quotation[] = []
  let last: Spoken | undefined
  /** Parts of a quotation over paragraphs that nobody has been given yet. */
  let unnamed: number[] = []
  for (const [paragraph, tokens] of paragraphs.entries()) {
    for (const [index, token] of tokens.entries()) {
      if (token.kind !== 'quotation') continue
      const place = {paragraphs, paragraph, tokens, index, quoted: token.quoted}
      const given = attribute(text, place, focus, last)
      const kind = kindOf(text, place, given)
      const answer = kind === 'scare' && given.speaker !== null ? nobody : given
      const {start, end} = token
      found.push({start, end, kind, nested: token.quoted.nested, ...answer})
      if (kind === 'scare') continue
      if (!last || !goesOnFrom(place, last)) unnamed = []
      if (answer.speakerWords === null) unnamed.push(found.length - 1)
      else unnamed = namedAtLast(found, unnamed, answer)
      last = {place, answer}
    }
  }
  return found
}

function namedAtLast(found: Quotation[], parts: readonly number[], answer: Attributed): [] {
  for (const index of parts) {
    const part = found[index]
    if (part) found[index] = {...part, ...carriedBack(part, answer)}
  }
  return []
}

function kindOf(text: string, place: Place, answer: Attributed): QuotationKind {
  const {tokens, index, quoted} = place
  if (!answer.continues && isTitle(text, tokens, index, quoted, isTagged(answer))) return 'scare'
  if (answer.continues || !isFragment(text, tokens, index, quoted)) return 'direct'
  const isGiven = answer.cue !== null || answer.speaker !== null
  return isGiven || !isShort(text, quoted) ? 'partial' : 'scare'
}
