import type {stances} from '../../vocabulary/polls.ts'
import type {Figure} from './figures.ts'
import {readPopulation} from './population.ts'
import type {Span} from './span.ts'

export type Stance = (typeof stances)[number]['value']

/** What the words behind a share say about it: whose share it is and what those people think. */
export interface HeldView extends Span {
  readonly stance: Stance
  /** The words that say what the share supports, opposes or thinks; `null` when none follow. */
  readonly topic: Span | null
  /** The words that say whose share it is: "of *the country*". */
  readonly base: Span | null
  /** Whether the verb is one of opinion; "are" and "have" are only where people were asked. */
  readonly isOpinion: boolean
}

const views: readonly (readonly [Stance, RegExp])[] = [
  [
    'disapproved',
    /^(?:disapprov(?:e|es|ed|ing)(?: of)?|(?:ha(?:ve|d|s)|hold(?:ing|s)?|held|having) an? unfavou?rable (?:view|opinion|impression)s?(?: of)?)\b/i,
  ],
  [
    'approved',
    /^(?:approv(?:e|es|ed|ing)(?: of)?|(?:ha(?:ve|d|s)|hold(?:ing|s)?|held|having) an? favou?rable (?:view|opinion|impression)s?(?: of)?)\b/i,
  ],
  [
    'opposed',
    /^(?:oppos(?:e|es|ed|ing)|object(?:s|ed)? to|reject(?:s|ed)?|(?:is|are|was|were) (?:opposed to|against))\b/i,
  ],
  [
    'supported',
    /^(?:support(?:s|ed|ing)?|endors(?:e|es|ed|ing)|back(?:s|ed|ing)?|favou?r(?:s|ed|ing)?|(?:is|are|was|were) in favou?r of|would (?:vote|opt) for|(?:would )?(?:choose|pick|back|support))\b/i,
  ],
  [
    'other',
    /^(?:say|says|said|saying|think|thinks|thought|thinking|believe[sd]?|believing|want(?:s|ed|ing)?|agree[sd]?|agreeing|disagree(?:[sd]|ing)?|prefer(?:s|red|ring)?|(?:dis)?trust(?:s|ed|ing)?|feel|feels|felt|feeling|expect(?:s|ed|ing)?|consider(?:s|ed|ing)?|view(?:s|ed|ing)?|rat(?:e|es|ed|ing) |blam(?:e|es|ed|ing)|describ(?:e|es|ed|ing)|identif(?:y|ied|ying)|cit(?:e|ed|ing)|nam(?:e|ed|ing)|doubt(?:s|ed|ing)?|fear(?:s|ed|ing)?|worr(?:y|ied)|hope[sd]?|regard(?:s|ed)?|found it|call(?:s|ed|ing)?|predict(?:s|ed|ing)?|sa(?:w|y the same)|see|plan(?:s|ned|ning)? to|intend(?:s|ed)? to|told (?:the )?(?:poll|survey|interview)|come to (?:believe|think|see|feel|accept|expect|support|oppose)|(?:is|are|was|were) (?:un)?(?:decided|sure|certain|worried|concerned|afraid|scared|satisfied|dissatisfied|happy|unhappy|(?:more |less |very |somewhat )*(?:likely|unlikely|willing|confident|optimistic|pessimistic|enthusiastic|comfortable)|set on|leaning)|(?:would|will|could|might|may|did|do|does|can)(?:n[\u2019']t| not)? (?:not )?(?:want|think|believe|trust|know|vote|choose|pick|prefer|consider|feel|like|rather|agree|support|back|be (?:scared|happy|satisfied|proud|willing|more|less))|not (?:vote|want|know))\b/i,
  ],
]
/** What people are or do: an answer only where they were asked. */
const answers =
  /^(?:is|are|was|were|have|has|had|would|will|could|do|did|not|get|use|own|who|hold|held|go|went|live|voted?|voting|remain|report(?:ed)?|made|chose|wait|know|knew|ma(?:k|d)e)\b/i

const repetition =
  /^(?: ?[,(\u2014-]+ ?\d+(?:\.\d+)? ?(?:%|per ?cent)(?: ?[),\u2014-]+)?(?= )| majority(?= of ))?/
const gap =
  /^(?: \([^)]{1,40}\))?[ ,]+(?:(?:who|that|also|now|still|already|even|instead|\p{L}{3,}ly|(?:has|have|had)(?= (?:come|said|thought)))[ ,]+)*/u
const modifier =
  /^ (?:in|from|with|across|over|under|aged|between|polled|surveyed|questioned|overall|nationally|nationwide|or (?:less|more|fewer)|who)(?!\p{L})/u
const longestModifier = 9

/** Reads the view that stands behind a share: "of voters *backed the bridge*". */
export function readHeldView(text: string, sentence: Span, figure: Figure): HeldView | undefined {
  const again = pastRepetition(text, figure.end, sentence.end)
  const base = readPopulation(text, again, sentence.end, figure.form === 'ratio') ?? null
  const at = base ? pastRepetition(text, base.end, sentence.end) : again
  return viewAt(text, sentence, figure, base, at) ?? viewFurtherOn(text, sentence, figure, base, at)
}

/** A share may be told twice: "two-thirds, 67 percent, of voters". */
function pastRepetition(text: string, at: number, end: number): number {
  return at + (repetition.exec(text.slice(at, end))?.[0].length ?? 0)
}

/**
 * The view may stand behind words that narrow the base, "of voters *in the four counties* said",
 * or behind people that no list knows: "of the *beekeepers* said".
 */
function viewFurtherOn(
  text: string,
  sentence: Span,
  figure: Figure,
  base: Span | null,
  at: number,
): HeldView | undefined {
  const [rest = ''] =
    /^[^,;:.()\u2014]*/u.exec(text.slice(at, Math.min(sentence.end, at + 120))) ?? []
  if (!(base === null ? /^ of (?!what\b)(?=\p{L})/u : modifier).test(rest)) return undefined
  const gaps = [...rest.matchAll(/ (?=\p{L})/gu)].slice(base === null ? 2 : 1, longestModifier)
  for (const {index} of gaps) {
    if (base === null && !/[^su'\u2019]s$/.test(rest.slice(0, index))) continue
    const group = base ?? {start: at + ' of '.length, end: at + index}
    const view = viewAt(text, sentence, figure, group, at + index)
    if (view?.isOpinion) return view
  }
  return undefined
}

function viewAt(
  text: string,
  sentence: Span,
  figure: Figure,
  base: Span | null,
  at: number,
): HeldView | undefined {
  const between = gap.exec(text.slice(at, sentence.end))
  if (!between) return undefined
  const verbAt = at + between[0].length
  const words = text.slice(verbAt, sentence.end)
  const start = figure.framing?.start ?? figure.start
  for (const [stance, verb] of views) {
    const held = verb.exec(words)
    if (!held) continue
    const topic = readTopic(text, verbAt + held[0].length, sentence.end)
    const end = topic?.end ?? verbAt + held[0].length
    return {start, end, stance, topic, base, isOpinion: true}
  }
  if (!answers.test(words)) return undefined
  const topic = readTopic(text, verbAt, sentence.end)
  return {start, end: topic?.end ?? verbAt, stance: 'other', topic, base, isOpinion: false}
}

const clauseEnd =
  /[.;:!?\u2014](?:\s|["\u201D]|$)|,? (?:while|whereas|but|compared (?:to|with))\b|, (?:and|with|up|down|according)\b| and (?=(?:\p{Ll}+ ){0,2}\p{N})/u

function readTopic(text: string, start: number, end: number): Span | null {
  const rest = text.slice(start, end)
  const lead = /^\s*/.exec(rest)?.[0].length ?? 0
  const stop = clauseEnd.exec(rest)?.index ?? rest.length
  return stop > lead ? {start: start + lead, end: start + stop} : null
}
