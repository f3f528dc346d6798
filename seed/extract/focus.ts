import {actorOf} from './clauses.ts'
import {cueAt} from './cues.ts'
import {looksLikeVerb, phraseFrom} from './nounPhrases.ts'
import {Genders} from './gender.ts'
import type {Pronoun} from './gender.ts'
import type {Span} from './span.ts'
import {countBefore} from './span.ts'
import type {Token} from './tokens.ts'
import {isPossessive} from './tokens.ts'

/** A person in the narration, by name or pronoun, and whether the sentence is about them. */
export interface PersonInView extends Span {
  readonly entity: string
  readonly paragraph: number
  readonly sentence: number
  readonly isSubject: boolean
  /** Whether the narration lets them say something here. */
  readonly speaks: boolean
  /** Whether they are named here; else a pronoun takes them up. */
  readonly isNamed: boolean
}

/** Somebody a pronoun may stand for; the greater the weight, the likelier. */
export interface Referent {
  readonly entity: string
  readonly weight: number
}

/** The people whom a reader has in mind at each place of the narration. */
export interface Focus {
  /** In the order in which the narration speaks of them, by name or by a pronoun. */
  readonly people: readonly PersonInView[]
  /** Whom a pronoun can stand for, the likeliest first, by the offset at which it begins. */
  readonly referents: ReadonlyMap<number, readonly Referent[]>
}

const oblique =
  /^(?:of|from|against|to|by|with|for|in|on|at|about|over|into|under|like|than|between|and|or|told|tells|telling|called|accused|asked)$/i
const subjective = /^(?:he|she)$/i
const masculine = /^(?:he|him|his|himself)$/i
const feminine = /^(?:she|her|hers|herself)$/i
const longestMemory = 60
/** One pronoun proves little: it may mean somebody whose name was not found. */
const pronounVote = 0.6
/** What a pronoun adds once it has been given to somebody. */
const heardVote = 0.3
const paragraphsBack = 6
const mostNear = 8

/** What speaks for and against somebody, weighed on pronouns that people have looked up. */
const weights = {
  speaks: 3.6,
  subject: 3.4,
  sentenceAway: -0.8,
  paragraphAway: -2.2,
  sentenceOfParagraph: -0.6,
  genderUnknown: -0.3,
  genderOther: -4,
  namedInQuotation: -2.5,
}

/** Follows the people through the article: whoever is named, and whom each pronoun takes up. */
export function readFocus(paragraphs: readonly (readonly Token[])[]): Focus {
  const genders = new Genders()
  for (const tokens of paragraphs) genders.read(tokens)
  for (const tokens of paragraphs) readPronouns(tokens, genders)
  const people: PersonInView[] = []
  const referents = new Map<number, readonly Referent[]>()
  for (const [paragraph, tokens] of paragraphs.entries()) {
    const speaking = speakersIn(tokens)
    let subjectOf = -1
    for (const [index, token] of tokens.entries()) {
      const {start, end, sentence} = token
      const speaks = speaking.has(start)
      if (token.kind === 'name' && token.mention.type === 'person') {
        const {entity} = token.mention
        const isSubject = speaks || (subjectOf !== sentence && canBeSubject(tokens, index))
        if (isSubject) subjectOf = sentence
        people.push({start, end, sentence, paragraph, entity, isSubject, speaks, isNamed: true})
      } else if (isPersonal(token)) {
        const found = rank(tokens, index, paragraph, {people, genders})
        const {entity} = found[0] ?? {}
        referents.set(start, found)
        if (entity === undefined) continue
        genders.vote(entity, masculine.test(token.text) ? heardVote : -heardVote)
        const isSubject = subjective.test(token.text) && subjectOf !== sentence
        if (isSubject) subjectOf = sentence
        people.push({start, end, sentence, paragraph, entity, isSubject, speaks, isNamed: false})
      }
    }
  }
  return {people, referents}
}

/** Those whom the narration speaks of last before a place, in its order. */
export function peopleBefore({people}: Focus, offset: number): readonly PersonInView[] {
  const end = countBefore(people, offset)
  return people.slice(Math.max(0, end - longestMemory), end)
}

/** Whom the pronoun at an offset can stand for, the likeliest first. */
export function referentsOf({referents}: Focus, offset: number): readonly Referent[] {
  return referents.get(offset) ?? []
}

/** Where those stand to whom a paragraph gives the word: the subjects of its verbs of saying. */
function speakersIn(tokens: readonly Token[]): ReadonlySet<number> {
  const starts = new Set<number>()
  let told = -1
  for (const [index, {sentence}] of tokens.entries()) {
    const isTag = tokens[index - 1]?.kind === 'quotation'
    // "Lund said that Quist had promised …": the sentence lets Lund speak.
    if ((sentence === told && !isTag) || !cueAt(tokens, index)) continue
    told = sentence
    const phrase =
      (isTag ? phraseFrom(tokens, index + 1) : undefined) ?? actorOf(tokens, index)?.phrase
    for (const token of phrase ? tokens.slice(phrase.first, phrase.after) : []) {
      starts.add(token.start)
    }
  }
  return starts
}

/** Whether a name may be what its sentence is about, rather than whose, of whom, or for whom. */
function canBeSubject(tokens: readonly Token[], index: number): boolean {
  if (isPossessive(tokens, index) || isModifier(tokens, index)) return false
  const before = tokens[index - 1]
  if (!oblique.test(before?.text ?? '')) return true
  // "For Lund, the matter is closed."
  return before?.sentence !== tokens[index - 2]?.sentence && /^for$/i.test(before?.text ?? '')
}

/** "*Quist* adviser Bo Lund" */
function isModifier(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]
  const isNoun = next?.kind === 'word' && /^\p{Ll}/u.test(next.text) && !looksLikeVerb(next)
  return isNoun && tokens[index + 2]?.kind === 'name'
}

function isPersonal(token: Token | undefined): boolean {
  return token?.kind === 'word' && (masculine.test(token.text) || feminine.test(token.text))
}

interface Memory {
  readonly people: readonly PersonInView[]
  readonly genders: Genders
}

/** Weighs those named before a pronoun, leaving out whom the text calls otherwise. */
function rank(
  tokens: readonly Token[],
  index: number,
  paragraph: number,
  {people, genders}: Memory,
): Referent[] {
  const pronoun = tokens[index]
  if (!pronoun) return []
  const wanted: Pronoun = masculine.test(pronoun.text) ? 'he' : 'she'
  const quoted = namedBeside(tokens, index)
  const found = new Map<string, number>()
  for (const person of people.slice(-longestMemory)) {
    const {entity} = person
    const away = paragraph - person.paragraph
    const gender = genders.pronounOf(entity)
    const isOther = gender !== undefined && gender !== wanted
    if (away > paragraphsBack || (isOther && !genders.isListedOnly(entity))) continue
    const role = person.speaks ? weights.speaks : person.isSubject ? weights.subject : 0
    const place =
      away === 0
        ? weights.sentenceAway * Math.max(0, pronoun.sentence - person.sentence)
        : weights.paragraphAway * away + weights.sentenceOfParagraph * pronoun.sentence
    const known = gender === wanted ? 0 : isOther ? weights.genderOther : weights.genderUnknown
    const self = quoted.has(entity) ? weights.namedInQuotation : 0
    const weight = role + place + known + self + person.start / 1e9
    found.set(entity, Math.max(weight, found.get(entity) ?? -Infinity))
  }
  return [...found]
    .map(([entity, weight]) => ({entity, weight}))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
}

/** Those whom the quotation beside a pronoun names: people rarely speak of themselves so. */
function namedBeside(tokens: readonly Token[], index: number): ReadonlySet<string> {
  const near = tokens.slice(Math.max(0, index - 4), index + 5)
  const inQuotation = near.flatMap((token) => (token.kind === 'quotation' ? token.named : []))
  // "he said of Lund"
  const spokenOf = tokens
    .slice(index + 1, index + 5)
    .flatMap((token, at) =>
      token.kind === 'name' && /^(?:of|about)$/.test(tokens[index + at]?.text ?? '')
        ? [token.mention]
        : [],
    )
  return new Set([...inQuotation, ...spokenOf].map(({entity}) => entity))
}

/** Counts only pronouns that can mean one person: the sentence, or the one before, names no other. */
function readPronouns(tokens: readonly Token[], genders: Genders): void {
  let here: {entity: string; sentence: number}[] = []
  for (const token of tokens) {
    if (token.kind === 'name' && token.mention.type === 'person') {
      here = here.slice(-mostNear).filter(({sentence}) => sentence >= token.sentence - 1)
      here.push({entity: token.mention.entity, sentence: token.sentence})
    }
    if (!isPersonal(token)) continue
    const inSentence = here.filter(({sentence}) => sentence === token.sentence)
    const near =
      inSentence.length > 0
        ? inSentence
        : here.filter(({sentence}) => sentence === token.sentence - 1)
    const [only] = new Set(near.map(({entity}) => entity))
    if (only === undefined || near.some(({entity}) => entity !== only)) continue
    genders.vote(only, masculine.test(token.text) ? pronounVote : -pronounVote)
  }
}
