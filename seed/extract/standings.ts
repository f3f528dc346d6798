import {percentUnit} from '../../vocabulary/values.ts'
import type {Figure} from './figures.ts'
import type {HeldView, Stance} from './heldViews.ts'
import {readPopulation} from './population.ts'
import type {Span} from './span.ts'

/** How a side stands with those asked: its support, its rating, or how far it is ahead. */
export type Standing = Omit<HeldView, 'isOpinion'> & {readonly rule: string}

const supportBehind =
  /^ (?:(?:of )?(?:job |overall |total |public |popular )*)(support|backing|approval|disapproval|favou?rable|favou?rability|unfavou?rable|unfavou?rability|opposition)\b/i
const supportBefore =
  /\b(support|backing|approval|disapproval|favou?rable|favou?rability|unfavou?rable|unfavou?rability)(?: ratings?| rates?| numbers?)?(?: (?:of|at|is|was|from|stands at|stood at|has been|among \p{L}[\p{L} ]{0,40} at|in \p{L}[^.,;]{0,40} (?:at|is|was))(?: (?:at|of|an? \p{L}+))?)? $/iu
const lead =
  /\b(?:lead(?:s|ing)?|led(?! by)|beat(?:s|ing)?|edged|edges|edging|trail(?:s|ed|ing)?|tops|topped|topping|ahead|behind|best(?:s|ed)|outpac(?:es?|ed|ing)|a lead|an? (?:advantage|edge))\b[^;]{0,60}$/iu
const heldBy =
  /\b(support|back|favou?r|oppos|chosen|picked|preferr|view|seen|regard|trust|approv|disapprov)(?:ed)?\b[^.;,]{0,70} by(?: an average of)? $/iu
const pairBehind =
  /^ (?:to|versus|vs\.?) (?:\p{Lu}[^\s,;]*['\u2019]s? |(?:\p{Lu}[^\s,;]* ){1,3})?(?:about |just |only )?\d/u
const pairBefore = /(?:\b(?:by|him|her|them|preferred|\p{Lu}[\p{L}\u2019'.]*)|[,:\u2014-]) $/u
const leadBehind =
  /^(?:[ -]points?)? (?:lead|advantage|edge|deficit|margin (?:over|ahead)|ahead|behind)\b/i
const outcome =
  /\b(?:w[io]n|wins|winning|los(?:es?|ing)|lost|defeat(?:s|ed|ing)?|precincts|ballots|counted|(?:early|election|official|final) results|turnout|carried|passed|referendum|tally|swept|elected|re-elected|delegates?|goals?|minutes?|quarter)\b/i

/** Reads the standing that a share gives: "5 percent support", "leads Quist by 43 percent". */
export function readStanding(text: string, sentence: Span, figure: Figure): Standing | undefined {
  const before = text.slice(Math.max(sentence.start, figure.start - 90), figure.start)
  const behind = text.slice(figure.end, sentence.end)
  const word = (supportBehind.exec(behind) ?? supportBefore.exec(before))?.[1]
  if (word !== undefined && figure.unit === percentUnit) {
    return {...clauseOf(text, sentence, figure), stance: stanceOf(word), rule: 'support'}
  }
  const held = heldBy.exec(before)?.[1]
  if (held !== undefined && figure.unit === percentUnit) {
    return {...clauseOf(text, sentence, figure), stance: stanceOf(held), rule: 'support'}
  }
  if (figure.unit === percentUnit && pairBehind.test(behind) && pairBefore.test(before)) {
    return {...clauseOf(text, sentence, figure), stance: 'other', rule: 'pair'}
  }
  if (leadBehind.test(behind) || lead.test(before)) {
    return {...clauseOf(text, sentence, figure), stance: 'other', rule: 'lead'}
  }
  return undefined
}

function stanceOf(word: string): Stance {
  if (/^(?:disapprov|unfavou?rab)/i.test(word)) return 'disapproved'
  if (/^(?:approv|favou?rab)/i.test(word)) return 'approved'
  if (/^oppos/i.test(word)) return 'opposed'
  return /^(?:support|back|favou?r|chosen|picked|preferr)/i.test(word) ? 'supported' : 'other'
}

/** Whether a sentence tells how a vote ended, or a match: leads there are counted, not asked. */
export function isOutcome(text: string, sentence: Span): boolean {
  return outcome.test(text.slice(sentence.start, sentence.end))
}

/** The clause that a share stands in, as its topic. */
export function clauseOf(
  text: string,
  sentence: Span,
  figure: Figure,
): Omit<HeldView, 'isOpinion'> {
  const first = figure.framing?.start ?? figure.start
  const before = text.slice(sentence.start, first)
  const opening = [...before.matchAll(/[;:\u2014]\s+|, (?:while|whereas|but|and|with) | -- /g)].at(
    -1,
  )
  const behind = /^[^,;:.!?\u2014]*/u.exec(text.slice(figure.end, sentence.end))?.[0] ?? ''
  const start = sentence.start + (opening ? opening.index + opening[0].length : 0)
  const end = figure.end + behind.trimEnd().length
  const base = readPopulation(text, figure.end, sentence.end) ?? null
  return {start, end, stance: 'other', topic: {start, end}, base}
}
