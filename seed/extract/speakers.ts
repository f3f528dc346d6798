import type {attributionBases} from '../../vocabulary/quotations.ts'
import type {Attribution} from './attribution.ts'
import {attributeBeside, attributeByLastWords, attributeBySignature} from './attribution.ts'
import type {Focus, PersonInView} from './focus.ts'
import {isFragment, isShort} from './fragments.ts'
import type {QuotedSpan} from './quotedSpans.ts'
import type {Evidence, Span} from './span.ts'
import type {Token} from './tokens.ts'

export type AttributionBasis = (typeof attributionBases)[number]['value']

/** Who is given a quotation, and what tells so. */
export interface Attributed extends Evidence {
  /** The known speaker; `null` when nobody is named, or nobody whom the gazetteer knows. */
  readonly speaker: string | null
  /** The words that name the speaker, beside this quotation or the one that it goes on from. */
  readonly speakerWords: Span | null
  readonly basis: AttributionBasis
  /** The words that give it to the speaker, verb included: "said Prokopiev". */
  readonly cue: Span | null
  /** Whether it goes on with the quotation before it, broken only by its own attribution. */
  readonly continues: boolean
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

/** The answer when nothing tells who speaks. */
export const nobody: Attributed = {
  speaker: null,
  speakerWords: null,
  basis: 'unattributed',
  cue: null,
  continues: false,
  rule: 'nobodyNamed',
  confidence: 0.6,
}

/** Finds the speaker of a quotation: a sieve, in which the first rule that applies decides. */
export function attribute(
  text: string,
  place: Place,
  focus: Focus,
  last: Spoken | undefined,
): Attributed {
  const fragment = isFragment(text, place.tokens, place.index, place.quoted)
  return (
    carriedOver(place, last) ??
    byWordsBeside(place, focus, last) ??
    (fragment ? bySentence(text, place, focus) : byContext(place, focus, last)) ??
    nobody
  )
}

/** A quotation left open at the end of a paragraph goes on at the beginning of the next. */
function carriedOver(place: Place, last: Spoken | undefined): Attributed | undefined {
  const goesOn =
    place.index === 0 &&
    last?.place.quoted.carriesOn === true &&
    last.place.paragraph === place.paragraph - 1
  return goesOn ? goOn(last, true, {rule: 'carriedOver', confidence: 0.95}) : undefined
}

function goOn(last: Spoken, continues: boolean, evidence: Evidence): Attributed {
  const {speaker, speakerWords, basis} = last.answer
  const told = basis === 'collective' || basis === 'unattributed' ? basis : 'context'
  return {speaker, speakerWords, basis: told, cue: null, continues, ...evidence}
}

function byWordsBeside(
  place: Place,
  focus: Focus,
  last: Spoken | undefined,
): Attributed | undefined {
  const {paragraphs, paragraph, tokens, index} = place
  const isFirst = index === 0
  const isLast = index === tokens.length - 1
  const attribution =
    attributeBeside(tokens, index) ??
    (isFirst ? attributeByLastWords(paragraphs[paragraph - 1] ?? []) : undefined) ??
    (isLast ? attributeBySignature(paragraphs[paragraph + 1] ?? []) : undefined)
  if (!attribution) return undefined
  const {phrase, mention, rule} = attribution
  const confidence = 0.9
  const {start, end} = phrase
  const cue = {
    start: Math.min(start, attribution.cue.start),
    end: Math.max(end, attribution.cue.end),
  }
  const answer = {...nobody, speakerWords: {start, end}, cue, rule, confidence}
  if (mention && mention.type !== 'place') {
    return {...answer, speaker: mention.entity, basis: 'name'}
  }
  if (phrase.kind === 'group') return {...answer, basis: 'collective'}
  if (phrase.kind !== 'pronoun') return answer
  return {...answer, ...byPronoun(place, attribution, focus, last), basis: 'pronoun'}
}

function byPronoun(
  place: Place,
  {phrase, cue, rule}: Attribution,
  focus: Focus,
  last: Spoken | undefined,
): Pick<Attributed, 'speaker' | 'rule' | 'confidence'> {
  const isInParagraphBefore = cue.start < (place.tokens[0]?.start ?? 0)
  const paragraph = isInParagraphBefore ? place.paragraph - 1 : place.paragraph
  const pronoun = place.paragraphs[paragraph]?.[phrase.first]
  const [best, second] = focus.referents.get(pronoun?.start ?? -1) ?? []
  if (!best) return {speaker: null, rule: `${rule}.pronoun`, confidence: 0.5}
  const isClear = !second || best.weight - second.weight > 1.5
  const ending = isClear ? (last?.answer.speaker === best.entity ? 'Again' : 'Clear') : 'Open'
  return {speaker: best.entity, rule: `${rule}.pronoun${ending}`, confidence: 0.8}
}

/** A long fragment without a verb of saying belongs to whom its sentence is about. */
function bySentence(text: string, place: Place, focus: Focus): Attributed | undefined {
  if (isShort(text, place.quoted)) return undefined
  const sentence = place.tokens[place.index]?.sentence
  const subject = subjectsBefore(place, focus).find((person) => person.sentence === sentence)
  return subject && spokenBy(subject, {rule: 'subjectOfSentence', confidence: 0.6})
}

/** Whole sentences without a verb of saying go on from the last speaker. */
function byContext(place: Place, focus: Focus, last: Spoken | undefined): Attributed | undefined {
  const subject = subjectInMind(place, focus)
  if (last?.place.paragraph === place.paragraph) {
    if (isOnlyInterrupted(last, place)) {
      return goOn(last, true, {rule: 'interrupted', confidence: 0.95})
    }
    const isSomebodyElse =
      subject && subject.start > last.place.quoted.end && subject.entity !== last.answer.speaker
    if (!isSomebodyElse) return goOn(last, false, {rule: 'sameParagraph', confidence: 0.85})
  }
  if (subject) return spokenBy(subject, {rule: 'subjectBefore', confidence: 0.65})
  if (last?.place.paragraph === place.paragraph - 1 && place.index === 0) {
    return goOn(last, false, {rule: 'paragraphBefore', confidence: 0.75})
  }
  return undefined
}

/** Whoever has spoken in the sentences just before, else whom they are about. */
function subjectInMind(place: Place, focus: Focus): PersonInView | undefined {
  const subjects = subjectsBefore(place, focus)
  const sentence = place.tokens[place.index]?.sentence ?? 0
  const near = subjects.filter((one) => one.sentence >= sentence - 2)
  return near.findLast(({speaks}) => speaks) ?? subjects.at(-1)
}

function subjectsBefore(place: Place, focus: Focus): PersonInView[] {
  return focus.people.filter(
    ({paragraph, start, isSubject}) =>
      paragraph === place.paragraph && isSubject && start < place.quoted.start,
  )
}

function spokenBy({entity, start, end}: PersonInView, evidence: Evidence): Attributed {
  return {...nobody, speaker: entity, speakerWords: {start, end}, basis: 'context', ...evidence}
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

/** Whether the quotation's own sentence says that somebody says it. */
export function isTagged({rule}: Attributed): boolean {
  return /^(?:cueThenSpeaker|speakerThenCue|cueBefore|cueEndsParagraph|nameBehindDash)/.test(rule)
}
