import type {Token} from './tokens.ts'
import {speechVerbs} from './verbs.ts'

/** How many tokens away from a quotation the words are looked for that give it to somebody. */
export const farthestCue = 40

const beforeNoun =
  /^(?:the|an?|his|her|my|our|your|their|its|this|that|these|no|any|of|former|recent)$/i
const afterTo = /^(?:on|went|continued|continues|proceeded|goes|going)$/i
const participle = /ing$/
const auxiliary =
  /^(?:am|is|are|was|were|be|been|being|has|have|had|did|does|do|will|would|could|can|may|might|must|should|shall|not|to|then)$/i
const adverb =
  /^(?:also|later|then|further|once|again|recently|now|still|often|even|just|already|too|instead|first|simply|reportedly|not|never|ever|always|back|himself|herself|\p{L}{3,}ly)$/iu

/** The verb of saying at an index. "The report" and "his claim" are things, though verbs too. */
export function cueAt(tokens: readonly Token[], index: number): Token | undefined {
  const token = tokens[index]
  if (token?.kind !== 'word' || !isSpeechVerb(token.text, tokens[index + 1])) return undefined
  const before = tokens[index - 1]?.text ?? ''
  if (/^['\u2019]s?$/u.test(before)) return undefined
  if (before === 'to') return afterTo.test(tokens[index - 2]?.text ?? '') ? token : undefined
  if (isPassive(tokens, index) || !agrees(token.text, tokens[index - 1])) return undefined
  const isNoun = beforeNoun.test(before) && !isParticiple(tokens, index)
  return isNoun && !(before === 'that' && /(?:ed|says|said)$/.test(token.text)) ? undefined : token
}

/** "said", in a headline "Tells", and "shot back". */
function isSpeechVerb(verb: string, next: Token | undefined): boolean {
  if (/^(?:continu|beg[ai]n|offer|hop)/.test(verb) && next?.text === 'to') return false
  if (speechVerbs.has(verb)) return true
  if (/^(?:go|goes|went|going)$/.test(verb)) return next?.text === 'on'
  if (/^(?:put|puts|putting)$/.test(verb)) return next?.text === 'it'
  if (/^(?:shot|shoots|fired|fires|hit|hits|pushed|pushes|punched)$/.test(verb))
    return next?.text === 'back'
  return /^\p{Lu}\p{Ll}+s$/u.test(verb) && speechVerbs.has(verb.toLowerCase())
}

/** "Lund was asked" says what somebody else said. */
function isPassive(tokens: readonly Token[], index: number): boolean {
  if (!/^(?:asked|told|urged|warned|thanked)$/.test(tokens[index]?.text ?? '')) return false
  return /^(?:was|were|been|being|is|are)$/.test(tokens[index - 1]?.text ?? '')
}

const inflected = /(?:s|ed|ing|said|told|wrote|thought|began|went|put|held|read)$/
const takesBaseForm =
  /^(?:i|we|they|you|who|that|\p{L}*[^\P{L}s]s|people|women|men|police|not|\p{L}+ly|\p{L}{2,4})$/iu

/** "Officials comment" is a verb, "a Twitter comment" a thing. */
function agrees(verb: string, before: Token | undefined): boolean {
  return inflected.test(verb) || before === undefined || takesBaseForm.test(before.text)
}

/** The nearest verb of saying before an index. */
export function lastCue(tokens: readonly Token[], end: number): number | undefined {
  for (let at = end - 1; at >= 0 && end - at < farthestCue; at -= 1) {
    if (cueAt(tokens, at)) return at
  }
  return undefined
}

/** Whether the verb hangs on another clause: "X shrugged, *saying* …". */
export function isParticiple(tokens: readonly Token[], index: number): boolean {
  return participle.test(tokens[index]?.text ?? '')
}

/** Whether a token may stand between somebody and what they do: "she later also said". */
export function isAdverb(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || /^(?:Will|May)$/.test(token.text)) return false
  return adverb.test(token.text) || auxiliary.test(token.text)
}

/** The index behind the adverbs and auxiliaries that begin at an index. */
export function skipAdverbs(tokens: readonly Token[], start: number): number {
  let at = start
  while (at < start + farthestCue && isAdverb(tokens[at])) at += 1
  return at
}

/** The index behind the last word that is no adverb or auxiliary of the verb at an index. */
export function skipAdverbsBack(tokens: readonly Token[], verb: number): number {
  let end = verb
  while (verb - end < farthestCue && isAdverb(tokens[end - 1])) end -= 1
  // "went on to say", "continued to argue"
  if (end < verb && afterTo.test(tokens[end - 1]?.text ?? '')) {
    while (
      verb - end < farthestCue &&
      /^(?:on|went|continued|continues|proceeded|goes|going)$/i.test(tokens[end - 1]?.text ?? '')
    )
      end -= 1
    return skipAdverbsBack(tokens, end)
  }
  return end
}
