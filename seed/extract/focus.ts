import {cueAt} from './cues.ts'
import {Genders} from './gender.ts'
import type {Pronoun} from './gender.ts'
import type {Span} from './span.ts'
import type {Token} from './tokens.ts'
import {isPossessive} from './tokens.ts'

/** A person in the narration, by name or pronoun, and whether the sentence is about them. */
export interface PersonInView extends Span {
  readonly entity: string
  readonly paragraph: number
  readonly sentence: number
  readonly isSubject: boolean
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
const paragraphsBack = 6

/** How much the place of the last mention tells, learnt from whom reporters mean. */
const weights = {
  subject: 3,
  possessor: 1,
  samePerson: 1,
  sentenceAway: -1,
  paragraphAway: -1.2,
  firstParagraph: -0.3,
  genderUnknown: -0.8,
  genderListed: -0.2,
  named: 0.15,
  namedInQuotation: -4,
}

/** Follows the people through the article: whoever is named, and whom each pronoun takes up. */
export function readFocus(paragraphs: readonly (readonly Token[])[]): Focus {
  const genders = new Genders()
  for (const tokens of paragraphs) genders.read(tokens)
  for (const tokens of paragraphs) readPronouns(tokens, genders)
  const people: PersonInView[] = []
  const referents = new Map<number, readonly Referent[]>()
  const counts = new Map<string, number>()
  for (const [paragraph, tokens] of paragraphs.entries()) {
    let subjectOf = -1
    for (const [index, token] of tokens.entries()) {
      const {start, end, sentence} = token
      const free = !oblique.test(tokens[index - 1]?.text ?? '') || startsTag(tokens, index)
      if (token.kind === 'name' && token.mention.type === 'person') {
        const {entity} = token.mention
        const isSubject = free && !isPossessive(tokens, index) && subjectOf !== sentence
        if (isSubject) subjectOf = sentence
        counts.set(entity, (counts.get(entity) ?? 0) + 1)
        people.push({start, end, sentence, paragraph, entity, isSubject})
      } else if (isPersonal(token)) {
        const found = rank(tokens, index, paragraph, {people, genders, counts})
        referents.set(start, found)
        const [best] = found
        if (!best) continue
        const isSubject = subjective.test(token.text) && subjectOf !== sentence
        if (isSubject) subjectOf = sentence
        people.push({start, end, sentence, paragraph, entity: best.entity, isSubject})
      }
    }
  }
  return {people, referents}
}

/** "said Lund": behind the verb of a quotation the name is its subject. */
function startsTag(tokens: readonly Token[], index: number): boolean {
  return cueAt(tokens, index - 1) !== undefined && tokens[index - 2]?.kind === 'quotation'
}

function isPersonal(token: Token | undefined): boolean {
  return token?.kind === 'word' && (masculine.test(token.text) || feminine.test(token.text))
}

interface Memory {
  readonly people: readonly PersonInView[]
  readonly genders: Genders
  readonly counts: ReadonlyMap<string, number>
}

/** Weighs those named before a pronoun, leaving out whom the text calls otherwise. */
function rank(
  tokens: readonly Token[],
  index: number,
  paragraph: number,
  {people, genders, counts}: Memory,
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
    if (away > paragraphsBack || (gender !== undefined && gender !== wanted)) continue
    const role = person.isSubject ? weights.subject : 0
    const place =
      away === 0
        ? weights.sentenceAway * Math.max(0, pronoun.sentence - person.sentence)
        : weights.paragraphAway * away + weights.firstParagraph * pronoun.sentence
    const known = gender === undefined ? weights.genderUnknown : genders.isSure(entity) ? 0 : weights.genderListed
    const named = weights.named * Math.log(1 + (counts.get(entity) ?? 0))
    const self = quoted.has(entity) ? weights.namedInQuotation : 0
    const weight = role + place + known + named + self + person.start / 1e9
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
  return new Set(
    near.flatMap((token) =>
      token.kind === 'quotation' ? token.named.map(({entity}) => entity) : [],
    ),
  )
}

/** Counts only pronouns that can mean one person: the sentence, or the one before, names no other. */
function readPronouns(tokens: readonly Token[], genders: Genders): void {
  let here: {entity: string; sentence: number}[] = []
  for (const token of tokens) {
    if (token.kind === 'name' && token.mention.type === 'person') {
      here = here.filter(({sentence}) => sentence >= token.sentence - 1)
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
    genders.vote(only, masculine.test(token.text) ? 1 : -1)
  }
}
