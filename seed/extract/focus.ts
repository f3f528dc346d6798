import type {Span} from './span.ts'
import type {Token} from './tokens.ts'
import {isPossessive} from './tokens.ts'

/** A person named in the narration, and whether the sentence is about them. */
export interface PersonInView extends Span {
  readonly entity: string
  readonly paragraph: number
  readonly sentence: number
  readonly isSubject: boolean
}

/** The people a pronoun can stand for, in the order in which the narration names them. */
export interface Focus {
  readonly people: readonly PersonInView[]
  /** Whether the narration speaks of the person as he or she; nothing when it does not tell. */
  readonly pronounOf: ReadonlyMap<string, 'he' | 'she'>
}

const oblique =
  /^(?:of|from|against|to|by|with|for|in|on|at|about|over|into|under|like|than|between|and|or)$/i
const masculine = /^(?:he|him|his|himself)$/i
const feminine = /^(?:she|her|hers|herself)$/i

/** Gathers who is in view, paragraph by paragraph. */
export function readFocus(paragraphs: readonly (readonly Token[])[]): Focus {
  const people = paragraphs.flatMap((tokens, paragraph) => peopleIn(tokens, paragraph))
  return {people, pronounOf: pronouns(paragraphs, people)}
}

function peopleIn(tokens: readonly Token[], paragraph: number): PersonInView[] {
  const sentencesWithSubject = new Set<number>()
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'name' || token.mention.type !== 'person') return []
    const free = !isPossessive(tokens, index) && !oblique.test(tokens[index - 1]?.text ?? '')
    const isSubject = free && !sentencesWithSubject.has(token.sentence)
    if (isSubject) sentencesWithSubject.add(token.sentence)
    const {start, end, sentence} = token
    return [{start, end, sentence, paragraph, isSubject, entity: token.mention.entity}]
  })
}

/** Counts only pronouns that can mean one person: the sentence, or the one before, names no other. */
function pronouns(
  paragraphs: readonly (readonly Token[])[],
  people: readonly PersonInView[],
): ReadonlyMap<string, 'he' | 'she'> {
  const votes = new Map<string, number>()
  for (const [paragraph, tokens] of paragraphs.entries()) {
    const here = people.filter((person) => person.paragraph === paragraph)
    for (const token of tokens) {
      const vote = masculine.test(token.text) ? 1 : feminine.test(token.text) ? -1 : 0
      if (vote === 0 || token.kind !== 'word') continue
      const before = here.filter(({start}) => start < token.start)
      const inSentence = before.filter(({sentence}) => sentence === token.sentence)
      const near =
        inSentence.length > 0
          ? inSentence
          : before.filter(({sentence}) => sentence === token.sentence - 1)
      const [only] = new Set(near.map(({entity}) => entity))
      if (only === undefined || near.some(({entity}) => entity !== only)) continue
      votes.set(only, (votes.get(only) ?? 0) + vote)
    }
  }
  return new Map(
    [...votes].flatMap(([entity, sum]) =>
      sum === 0 ? [] : [[entity, sum > 0 ? ('he' as const) : ('she' as const)] as const],
    ),
  )
}

/** Somebody who has just spoken, and where. */
export interface LastSpeaker {
  readonly entity: string
  readonly paragraph: number
}

/**
 * Resolves "he" or "she" at a place of the narration: of those who are named before it and whom
 * the text does not call otherwise, whoever has just spoken, else the subject nearest before it.
 */
export function resolvePronoun(
  focus: Focus,
  pronoun: Token,
  paragraph: number,
  lastSpeaker: LastSpeaker | undefined,
): string | undefined {
  const wanted = masculine.test(pronoun.text) ? 'he' : 'she'
  const scores = new Map<string, number>()
  for (const person of focus.people) {
    const away = paragraph - person.paragraph
    if (person.start >= pronoun.start || away > 4) continue
    if ((focus.pronounOf.get(person.entity) ?? wanted) !== wanted) continue
    const sentences = away === 0 ? Math.max(0, pronoun.sentence - person.sentence) : away + 1
    const score = (person.isSubject ? 3 : 0) - sentences + person.start / 1e7
    scores.set(person.entity, Math.max(score, scores.get(person.entity) ?? -Infinity))
  }
  if (lastSpeaker && paragraph - lastSpeaker.paragraph <= 1) {
    const score = scores.get(lastSpeaker.entity)
    const bonus = lastSpeaker.paragraph === paragraph ? 3 : 1
    if (score !== undefined) scores.set(lastSpeaker.entity, score + bonus)
  }
  return [...scores].sort((a, b) => b[1] - a[1])[0]?.[0]
}
