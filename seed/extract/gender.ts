import {givenNameGender} from './names/lexicon.ts'
import type {Token} from './tokens.ts'

/** The pronoun with which the narration takes up a person. */
export type Pronoun = 'he' | 'she'

const masculineForm =
  /^(?:mr|sir|lord|baron|duke|count|king|prince|emperor|tsar|father|brother|fr)$/i
const feminineForm =
  /^(?:mrs|ms|miss|dame|lady|baroness|duchess|countess|queen|princess|empress|mother|sister|madam)$/i
const masculineWord =
  /^(?:man|boy|father|son|brother|husband|uncle|grandfather|grandson|nephew|widower|boyfriend|businessman|chairman|congressman|councilman|councillor's|spokesman|salesman|policeman|fireman|fisherman|sportsman|frontman|statesman|clergyman|nobleman|actor|king|monk|priest|himself)$/i
const feminineWord =
  /^(?:woman|girl|mother|daughter|sister|wife|aunt|grandmother|granddaughter|niece|widow|girlfriend|businesswoman|chairwoman|congresswoman|councilwoman|spokeswoman|policewoman|sportswoman|stateswoman|actress|queen|nun|heroine|heiress|hostess|herself)$/i
const formVotes = 6
const wordVotes = 3
const listVotes = 2.5
const nearestWords = 6

/** What the text says about the gender of those it names, weighed; positive means "he". */
export class Genders {
  readonly #votes = new Map<string, number>()
  readonly #listed = new Map<string, Pronoun>()

  /** Reads the forms and words of one paragraph that stand with a person's name. */
  read(tokens: readonly Token[]): void {
    for (const [index, token] of tokens.entries()) {
      if (token.kind !== 'name' || token.mention.type !== 'person') continue
      const {entity} = token.mention
      this.vote(entity, formVotes * formOf(token.text, tokens[index - 1], tokens[index - 2]))
      this.vote(entity, wordVotes * wordNear(tokens, index))
      const listed = firstNameIn(token.text)
      if (listed) this.#listed.set(entity, listed)
    }
  }

  /** Counts evidence for a person: above 0 for "he", below for "she". */
  vote(entity: string, votes: number): void {
    if (votes !== 0) this.#votes.set(entity, (this.#votes.get(entity) ?? 0) + votes)
  }

  /** How the person is spoken of, by the text and else by the first name; nothing if neither tells. */
  pronounOf(entity: string): Pronoun | undefined {
    const votes = this.#votes.get(entity) ?? 0
    const listed = this.#listed.get(entity)
    return pronounFor(votes + (listed ? listVotes * (listed === 'he' ? 1 : -1) : 0))
  }

  /** Whether nothing but a list of first names tells. */
  isListedOnly(entity: string): boolean {
    return Math.abs(this.#votes.get(entity) ?? 0) < 1
  }
}

function pronounFor(votes: number): Pronoun | undefined {
  if (votes === 0) return undefined
  return votes > 0 ? 'he' : 'she'
}

function signOf(word: string, masculine: RegExp, feminine: RegExp): number {
  if (masculine.test(word)) return 1
  return feminine.test(word) ? -1 : 0
}

/** "Mrs Lund", printed with the name or before it. */
function formOf(name: string, before: Token | undefined, beforeThat: Token | undefined): number {
  const [first = ''] = name.split(/[.\s]/, 1)
  const inside = signOf(first, masculineForm, feminineForm)
  if (inside !== 0) return inside
  const title = before?.text === '.' ? beforeThat : before
  return /^\p{Lu}/u.test(title?.text ?? '')
    ? signOf(title?.text ?? '', masculineForm, feminineForm)
    : 0
}

/** "the chairwoman, Ada Quist", "Bo Lund, a father of two": words in apposition to the name. */
function wordNear(tokens: readonly Token[], index: number): number {
  const before = tokens[index - 1]?.text === ',' ? tokens[index - 2] : tokens[index - 1]
  const leading = signOf(before?.text ?? '', masculineWord, feminineWord)
  if (leading !== 0 && !/^\p{Lu}/u.test(before?.text ?? '')) return leading
  if (tokens[index + 1]?.text !== ',') return 0
  if (!/^(?:an?|the|one)$/i.test(tokens[index + 2]?.text ?? '')) return 0
  for (let at = index + 3; at < index + 3 + nearestWords; at += 1) {
    const token = tokens[at]
    if (token?.kind !== 'word' || /^(?:of|for|who|whose|in|at|from|with|to)$/.test(token.text))
      return 0
    const sign = signOf(token.text, masculineWord, feminineWord)
    if (sign !== 0) return sign
  }
  return 0
}

function firstNameIn(name: string): Pronoun | undefined {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word))
  if (words.length < 2) return undefined
  for (const word of words.slice(0, -1)) {
    const pronoun = givenNameGender(word)
    if (pronoun) return pronoun
  }
  return undefined
}
