import type {attributionBases} from '../../vocabulary/quotations.ts'
import type {Attribution} from './attribution.ts'
import {attributeBeside, attributeByLastWords, attributeBySignature} from './attribution.ts'
import {mainSubject} from './clauses.ts'
import {confidenceOf, leastToAnswer} from './confidence.ts'
import type {Focus, PersonInView, Referent} from './focus.ts'
import {peopleBefore, referentsOf} from './focus.ts'
import {isFragment, isShort} from './fragments.ts'
import type {QuotedSpan} from './quotedSpans.ts'
import type {Evidence, Span} from './span.ts'
import type {Token} from './tokens.ts'

export type AttributionBasis = (typeof attributionBases)[number]['value']

/** Somebody else who may have said it, and how likely that is. */
export interface SpeakerCandidate {
  readonly entity: string
  readonly confidence: number
}

/** Who is given a quotation, and what tells so. */
export interface Attributed extends Evidence {
  /** The speaker; `null` when nobody is named, or it is too uncertain who is meant. */
  readonly speaker: string | null
  /** The words that name the speaker, beside this quotation or the one that it goes on from. */
  readonly speakerWords: Span | null
  readonly basis: AttributionBasis
  /** The words that give it to the speaker, verb included: "said Prokopiev". */
  readonly cue: Span | null
  /** Whether it goes on with the quotation before it, broken only by its own attribution. */
  readonly continues: boolean
  /** The two likeliest others; where the speaker stays open, the two likeliest of all. */
  readonly candidates: readonly SpeakerCandidate[]
}

/** A quotation in its paragraph. */
export interface Place {
  readonly paragraphs: readonly (readonly Token[])[]
  readonly paragraph: number
  readonly tokens: readonly Token[]
  readonly index: number
  readonly quoted: QuotedSpan
}

/** The quotation before, already attributed. */
export interface Spoken {
  readonly place: Place
  readonly answer: Attributed
}

/** An answer before its rule's confidence is looked up. */
type Answer = Omit<Attributed, 'confidence' | 'candidates'> & {
  /** Others whom the rule weighed, the likeliest first. */
  readonly others?: readonly string[]
  /** What the answer rests on besides its own rule: it is no surer than that. */
  readonly atMost?: number
}

const open: Answer = {
  speaker: null,
  speakerWords: null,
  basis: 'unattributed',
  cue: null,
  continues: false,
  rule: 'nobodyNamed',
}

/** The answer when nothing tells who speaks. */
export const nobody: Attributed = {...open, candidates: [], confidence: confidenceOf(open.rule)}

/** Finds the speaker of a quotation: a sieve, in which the first rule that applies decides. */
export function attribute(
  text: string,
  place: Place,
  focus: Focus,
  last: Spoken | undefined,
): Attributed {
  const fragment = isFragment(text, place.tokens, place.index, place.quoted)
  const carried = carriedOver(place, last)
  const isTold = carried !== undefined && carried.speakerWords !== null
  const answer =
    (isTold ? carried : byWordsBeside(text, place, focus, last)) ??
    carried ??
    (fragment ? bySentence(text, place, focus) : byContext(place, focus, last))
  return answer ? weighed(answer) : nobody
}

/** Whether the quotation's own sentence says that somebody says it. */
export function isTagged({rule}: Evidence): boolean {
  return /^(?:cueThenSpeaker|speakerThenCue|cueBefore|cueEndsParagraph|nameBehindDash)/.test(rule)
}

/** Gives an answer its confidence; below the least that is worth an answer, the speaker is left open. */
function weighed({others = [], atMost = 1, ...answer}: Answer): Attributed {
  const confidence = Math.min(confidenceOf(answer.rule), atMost)
  const rest = (1 - confidence) / 2
  const candidates = others.map((entity, index) => ({entity, confidence: rest / (index + 1)}))
  if (answer.speaker === null || confidence >= leastToAnswer) {
    return {...answer, confidence, candidates: candidates.slice(0, 2)}
  }
  const best = {entity: answer.speaker, confidence}
  return {...answer, speaker: null, confidence, candidates: [best, ...candidates].slice(0, 2)}
}

/** A quotation left open at the end of a paragraph goes on at the beginning of the next. */
function carriedOver(place: Place, last: Spoken | undefined): Answer | undefined {
  return last && goesOnFrom(place, last) ? goOn(last, true, 'carriedOver') : undefined
}

/** Whether a quotation goes on with one that the paragraph before left open. */
export function goesOnFrom(place: Place, last: Spoken): boolean {
  const {quoted, paragraph} = last.place
  return place.index === 0 && quoted.carriesOn && paragraph === place.paragraph - 1
}

/** A quotation over several paragraphs belongs to whom the words behind its last part name. */
export function carriedBack(part: Attributed, given: Attributed): Attributed {
  const {speaker, speakerWords, candidates} = given
  const confidence = Math.min(given.confidence, confidenceOf('carriedOver'))
  const basis = speaker === null ? given.basis : 'context'
  return {...part, speaker, speakerWords, basis, candidates, rule: 'carriedOver', confidence}
}

function goOn(last: Spoken, continues: boolean, rule: string): Answer {
  const {speaker, speakerWords, basis, confidence, candidates} = last.answer
  const told = basis === 'collective' || basis === 'unattributed' ? basis : 'context'
  const others = candidates.map(({entity}) => entity)
  const answer = {speaker, speakerWords, basis: told, cue: null, continues, rule} as const
  return {...answer, others, atMost: speakerWords ? confidence : 1}
}

function byWordsBeside(
  text: string,
  place: Place,
  focus: Focus,
  last: Spoken | undefined,
): Answer | undefined {
  const {paragraphs, paragraph, tokens, index} = place
  const isFirst = index === 0
  const isLast = index === tokens.length - 1
  const attribution =
    attributeBeside(tokens, index) ??
    (isFirst ? attributeByLastWords(paragraphs[paragraph - 1] ?? []) : undefined) ??
    (isLast ? attributeBySignature(paragraphs[paragraph + 1] ?? []) : undefined)
  if (!attribution) return undefined
  const {phrase, mention, rule} = attribution
  const {start, end} = phrase
  const cue = {
    start: Math.min(start, attribution.cue.start),
    end: Math.max(end, attribution.cue.end),
  }
  const answer = {...open, speakerWords: {start, end}, cue, rule}
  if (mention && mention.type !== 'place') {
    return {...answer, speaker: mention.entity, basis: 'name'}
  }
  if (phrase.kind === 'group') return {...answer, basis: 'collective'}
  if (phrase.kind !== 'pronoun') return answer
  return {...answer, ...byPronoun(text, attribution, place, focus, last), basis: 'pronoun'}
}

function byPronoun(
  text: string,
  {phrase, rule}: Attribution,
  place: Place,
  focus: Focus,
  last: Spoken | undefined,
): Pick<Answer, 'speaker' | 'rule' | 'others'> {
  if (last && isStillUnnamed(text, last, place, focus, phrase)) {
    const others = referentsOf(focus, phrase.start).map(({entity}) => entity)
    return {speaker: null, rule: `${rule}.unnamed`, others}
  }
  const spoke = last?.place.paragraph === place.paragraph ? last.answer.speaker : null
  const [best, ...rest] = referentsOf(focus, phrase.start)
    .map((one) => (one.entity === spoke ? {...one, weight: one.weight + 1} : one))
    .sort((a, b) => b.weight - a.weight)
  if (!best) return {speaker: null, rule: `${rule}.unknown`}
  const others = rest.map(({entity}) => entity)
  return {speaker: best.entity, rule: `${rule}.${lead(best, rest[0])}`, others}
}

/** Whether the one before, who has no name, still speaks: nobody has been named since. */
function isStillUnnamed(
  text: string,
  last: Spoken,
  place: Place,
  focus: Focus,
  pronoun: Span,
): boolean {
  const {speaker, speakerWords} = last.answer
  const isNear = place.paragraph - last.place.paragraph <= 1
  if (!isNear || speaker !== null || !speakerWords || !isNewcomer(text, speakerWords)) return false
  const named = peopleBefore(focus, pronoun.start).findLast(({isNamed}) => isNamed)
  return named === undefined || named.start < speakerWords.start
}

/** "a lieutenant" is somebody new, "the lieutenant" somebody whom the text has named. */
function isNewcomer(text: string, words: Span): boolean {
  return /^(?:an?|one|another)\s/i.test(text.slice(words.start, words.end))
}

const clearLead = 1.2

function lead(best: Referent, second: Referent | undefined): string {
  const ahead = second ? best.weight - second.weight : Infinity
  if (ahead >= 2 * clearLead) return 'pronounAlone'
  return ahead >= clearLead ? 'pronounClear' : 'pronounOpen'
}

/** A long fragment without a verb of saying belongs to whom its sentence is about. */
function bySentence(text: string, place: Place, focus: Focus): Answer | undefined {
  if (isShort(text, place.quoted)) return undefined
  const {tokens, index} = place
  const sentence = tokens[index]?.sentence
  const subject = subjectsBefore(place, focus).find((person) => person.sentence === sentence)
  if (subject) return spokenBy(subject, 'subjectOfSentence')
  const phrase = mainSubject(tokens, index)
  if (!phrase) return undefined
  const {start, end, mention} = phrase
  const isSomebody = mention !== undefined && mention.type !== 'place'
  const speaker = isSomebody ? mention.entity : null
  return {...open, speaker, speakerWords: {start, end}, basis: 'context', rule: 'phraseOfSentence'}
}

/** Whole sentences without a verb of saying go on from the last speaker. */
function byContext(place: Place, focus: Focus, last: Spoken | undefined): Answer | undefined {
  const subject = subjectInMind(place, focus)
  if (last?.place.paragraph === place.paragraph) {
    if (isOnlyInterrupted(last, place)) return goOn(last, true, 'interrupted')
    const isSomebodyElse =
      subject && subject.start > last.place.quoted.end && subject.entity !== last.answer.speaker
    if (!isSomebodyElse) return goOn(last, false, 'sameParagraph')
  }
  if (subject) return spokenBy(subject, subject.speaks ? 'speakerBefore' : 'subjectBefore')
  if (last?.place.paragraph === place.paragraph - 1 && place.index === 0) {
    return goOn(last, false, 'paragraphBefore')
  }
  if (place.index > 0) return undefined
  const above = peopleBefore(focus, place.quoted.start).findLast(({isSubject}) => isSubject)
  return above?.paragraph === place.paragraph - 1 ? spokenBy(above, 'subjectAbove') : undefined
}

/** Whoever has spoken in the sentences just before, else whom they are about. */
function subjectInMind(place: Place, focus: Focus): PersonInView | undefined {
  const subjects = subjectsBefore(place, focus)
  const sentence = place.tokens[place.index]?.sentence ?? 0
  const near = subjects.filter((one) => one.sentence >= sentence - 2)
  return near.findLast(({speaks}) => speaks) ?? subjects.at(-1)
}

function subjectsBefore(place: Place, focus: Focus): PersonInView[] {
  return peopleBefore(focus, place.quoted.start).filter(
    ({paragraph, isSubject}) => paragraph === place.paragraph && isSubject,
  )
}

function spokenBy({entity, start, end}: PersonInView, rule: string): Answer {
  return {...open, speaker: entity, speakerWords: {start, end}, basis: 'context', rule}
}

/** Whether nothing but the earlier quotation's own attribution stands between the two. */
function isOnlyInterrupted(last: Spoken, place: Place): boolean {
  const between = place.tokens.slice(last.place.index + 1, place.index)
  const [first] = between
  if (!first) return true
  const {cue} = last.answer
  const isBehind = cue !== null && cue.start > last.place.quoted.start
  return isBehind && between.every(({sentence}) => sentence === first.sentence)
}
