import type {Mention} from './mentions.ts'
import type {Span} from './span.ts'
import type {Token} from './tokens.ts'
import {isPossessive} from './tokens.ts'

/** The words that name whoever speaks or acts, and what they tell about who it is. */
export interface NounPhrase extends Span {
  readonly kind: 'name' | 'pronoun' | 'group' | 'description'
  /** The index of its first token, and the index behind its last. */
  readonly first: number
  readonly after: number
  readonly mention?: Mention
}

const personPronoun = /^(?:he|she)$/i
const groupPronoun = /^(?:they|we)$/i
const emptyPronoun = /^(?:it|this|that|these|those|what|who|which|i|you|there)$/i
const determiner = /^(?:the|an?|one|another|his|her|their|its|our|my|some|several|many|two|three)$/i
const breaksPhrase =
  /^(?:that|when|while|but|because|if|whether|after|before|as|who|whom|which|where|how|why|since|until|so|then|yet|though|although|unless|and|or|in|on|at|to|by|with|about|from|into|during|under|over|between|against|is|was|were|are|be|been|has|had|have|will|would|could|can|not)$/i
const bindsPhrase = /^(?:of|for)$/i
const adverb =
  /^(?:also|later|then|further|once|again|recently|now|still|often|even|just|has|had|have|having|did|\p{L}{3,}ly)$/iu
const pluralHead = /(?:[^s]s|people|men|women|children|troops|police)$/iu
const longestPhrase = 10

/** Whether a token may stand between somebody and what they do: "she later also said". */
export function isAdverb(token: Token | undefined): boolean {
  return token?.kind === 'word' && adverb.test(token.text)
}

/** Reads the phrase that begins at a token: "said *the lieutenant*". */
export function phraseFrom(tokens: readonly Token[], start: number): NounPhrase | undefined {
  let after = start
  while (after < tokens.length && after - start < longestPhrase && continuesPhrase(tokens, after)) {
    if (isPronoun(tokens[after]))
      return after === start ? phraseOf(tokens, start, start + 1) : undefined
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
  let first = isNamed(last) ? end - 1 : run
  if (isNamed(last)) {
    while (first > run && isNamed(tokens[first - 1])) first -= 1
  } else {
    const opening = tokens.slice(run, end).findIndex(({text}) => determiner.test(text))
    if (opening > 0) first = run + opening
  }
  while (first < end - 1 && bindsPhrase.test(tokens[first]?.text ?? '')) first += 1
  return phraseOf(tokens, first, end)
}

function isPronoun(token: Token | undefined): boolean {
  const text = token?.kind === 'word' ? token.text : ''
  return personPronoun.test(text) || groupPronoun.test(text) || emptyPronoun.test(text)
}

function isNamed(token: Token | undefined): boolean {
  if (token?.kind === 'name') return true
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text) && !determiner.test(token.text)
}

function continuesPhrase(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  if (token?.kind === 'name') return true
  if (token?.kind === 'mark') return /^['\u2019]s?$/u.test(token.text) && index > 0
  return token?.kind === 'word' && !breaksPhrase.test(token.text)
}

function phraseOf(tokens: readonly Token[], first: number, after: number): NounPhrase | undefined {
  const head = tokens[after - 1]
  const opening = tokens[first]
  if (!head || !opening || emptyPronoun.test(head.text)) return undefined
  const span = {start: opening.start, end: head.end, first, after}
  if (personPronoun.test(head.text)) return {...span, kind: 'pronoun'}
  if (groupPronoun.test(head.text)) return {...span, kind: 'group'}
  const words = tokens.slice(first, after)
  const bound = words.some(({text}) => bindsPhrase.test(text))
  if (head.kind === 'name' && !bound && !isPossessive(tokens, after - 1)) {
    return {...span, kind: 'name', mention: head.mention}
  }
  if (isNamed(head) && !bound) return {...span, kind: 'name'}
  const noun = words[Math.max(0, words.findIndex(({text}) => bindsPhrase.test(text)) - 1)] ?? head
  const plural = pluralHead.test(bound ? noun.text : head.text)
  return {...span, kind: plural ? 'group' : 'description'}
}
