import type {Mention} from './mentions.ts'
import type {Span} from './span.ts'
import type {Token} from './tokens.ts'
import {isPossessive} from './tokens.ts'
import {agencyVerbs, speechVerbs} from './verbs.ts'

/** The words that name whoever speaks or acts, and what they tell about who it is. */
export interface NounPhrase extends Span {
  readonly kind: 'name' | 'pronoun' | 'group' | 'description'
  /** The index of its first token, and the index behind its last. */
  readonly first: number
  readonly after: number
  /** Where the words begin that lead up to it without a break: "*the spokesman* Bo Lund". */
  readonly run: number
  readonly mention?: Mention
}

const personPronoun = /^(?:he|she)$/i
const groupPronoun = /^(?:they|we)$/i
const otherPronoun = /^(?:I|[Ii]t)$/
const emptyPronoun = /^(?:this|that|these|those|what|who|which|you|there)$/i
const determiner = /^(?:the|an?|one|another|his|her|their|its|our|my|some|several|many|two|three)$/i
const breaksPhrase =
  /^(?:that|when|while|but|because|if|whether|after|before|as|who|whom|which|where|how|why|since|until|so|then|yet|though|although|unless|and|or|in|on|at|to|by|with|about|from|into|during|under|over|between|against|inside|outside|near|during|via|through|within|without|around|across|among|toward|towards|amid|is|am|being|does|do|did|may|might|must|should|shall|was|were|are|be|been|has|had|have|will|would|could|can|not)$/i
const bindsPhrase = /^(?:of|for)$/i
const pluralHead = /(?:[^s]s|people|men|women|children|troops|police)$/iu
const longestPhrase = 10

/** Reads the phrase that begins at a token: "said *the lieutenant*". */
export function phraseFrom(tokens: readonly Token[], start: number): NounPhrase | undefined {
  let after = start
  while (after < tokens.length && after - start < longestPhrase && continuesPhrase(tokens, after)) {
    if (isPronoun(tokens[after])) {
      const isOneOf = bindsPhrase.test(tokens[after - 1]?.text ?? '')
      if (after === start) return phraseOf(tokens, start, start + 1)
      if (!isOneOf) return undefined
    }
    after += 1
  }
  while (after > start && bindsPhrase.test(tokens[after - 1]?.text ?? '')) after -= 1
  return after > start ? phraseOf(tokens, start, after) : undefined
}

/** Reads the phrase that ends before a token: "*a woman from Lviv* said". */
export function phraseUpTo(tokens: readonly Token[], end: number): NounPhrase | undefined {
  const last = tokens[end - 1]
  if (!last) return undefined
  if (isPronoun(last)) return phraseOf(tokens, end - 1, end)
  let run = end
  while (run > 0 && end - run < longestPhrase && continuesPhrase(tokens, run - 1)) run -= 1
  if (run === end) return undefined
  const binder = tokens.slice(run, end).findIndex(({text}) => bindsPhrase.test(text))
  const coreEnd = binder > 0 ? run + binder : end
  return phraseOf(tokens, coreStart(tokens, run, coreEnd), end, run)
}

/** Reads the phrase with which a clause begins, as far as its verb: "*the harbour master* left". */
export function subjectFrom(
  tokens: readonly Token[],
  start: number,
  end: number,
): NounPhrase | undefined {
  if (isPronoun(tokens[start])) return phraseOf(tokens, start, start + 1)
  let after = start
  let named = false
  while (after < end && after - start < longestPhrase && continuesPhrase(tokens, after)) {
    const token = tokens[after]
    const isName = isNamed(token)
    if (isPronoun(token) || (!isName && after > start && looksLikeVerb(token))) break
    const isLower = token?.kind === 'word' && !isName && !bindsPhrase.test(token.text)
    if (isLower && named && !isNamed(tokens[after + 1])) break
    named ||= isName
    after += 1
  }
  while (after > start && bindsPhrase.test(tokens[after - 1]?.text ?? '')) after -= 1
  return after > start ? phraseOf(tokens, start, after) : undefined
}

/** Whether a word has the form of a verb that tells what somebody did. */
export function looksLikeVerb(token: Token | undefined): boolean {
  const text = token?.kind === 'word' ? token.text : ''
  return speechVerbs.has(text) || agencyVerbs.has(text) || /(?:ed|ing)$/.test(text)
}

/** A name reaches back over its capitals, a description to the word that opens it: "the man". */
function coreStart(tokens: readonly Token[], run: number, end: number): number {
  if (!isNamed(tokens[end - 1])) {
    const opening = tokens.slice(run, end).findLastIndex(({text}) => determiner.test(text))
    return opening > 0 ? run + opening : run
  }
  let first = end - 1
  while (first > run && isNamed(tokens[first - 1])) first -= 1
  return first
}

function isPronoun(token: Token | undefined): boolean {
  const text = token?.kind === 'word' ? token.text : ''
  return [personPronoun, groupPronoun, otherPronoun, emptyPronoun].some((kind) => kind.test(text))
}

function isNamed(token: Token | undefined): boolean {
  if (token?.kind === 'name') return true
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text) && !determiner.test(token.text)
}

function continuesPhrase(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  if (token?.kind === 'name') return true
  if (token?.kind === 'mark') return /^['\u2019]s?$/u.test(token.text) && index > 0
  if (token?.kind !== 'word') return false
  if (/^(?:and|&)$/.test(token.text))
    return isNamed(tokens[index - 1]) && isNamed(tokens[index + 1])
  return !breaksPhrase.test(token.text) || /^(?:Will|May)$/.test(token.text)
}

function phraseOf(
  tokens: readonly Token[],
  first: number,
  after: number,
  run = first,
): NounPhrase | undefined {
  const words = tokens.slice(first, after)
  const binder = words.findIndex(({text}) => bindsPhrase.test(text))
  // "Quist of the Harbour Centre" is Quist, "a man from the Harbour Centre" is a man.
  const headIndex = binder > 0 ? first + binder - 1 : after - 1
  const head = tokens[headIndex]
  const [opening] = words
  const last = words.at(-1)
  if (!head || !opening || !last || emptyPronoun.test(last.text)) return undefined
  const phrase = {start: opening.start, end: last.end, first, after, run}
  if (personPronoun.test(head.text)) return {...phrase, kind: 'pronoun'}
  if (groupPronoun.test(head.text)) return {...phrase, kind: 'group'}
  if (otherPronoun.test(head.text)) return {...phrase, kind: 'description'}
  if (words.some(({text}) => text === 'and') && binder === -1) return {...phrase, kind: 'group'}
  if (isPossessive(tokens, headIndex)) return {...phrase, kind: 'description'}
  if (head.kind === 'name') return {...phrase, kind: 'name', mention: head.mention}
  if (isNamed(head)) return {...phrase, kind: 'name'}
  return {...phrase, kind: pluralHead.test(head.text) ? 'group' : 'description'}
}
