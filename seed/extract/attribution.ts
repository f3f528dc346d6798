import type {Mention} from './mentions.ts'
import type {NounPhrase} from './nounPhrases.ts'
import {isAdverb, phraseFrom, phraseUpTo} from './nounPhrases.ts'
import type {Evidence, Span} from './span.ts'
import type {Token} from './tokens.ts'
import {speechVerbs} from './verbs.ts'

/** What the words around a quotation say about its speaker, before anybody is looked up. */
export interface Attribution extends Evidence {
  readonly phrase: NounPhrase
  /** The one the phrase names, when it names somebody known. */
  readonly mention: Mention | undefined
  readonly cue: Span
}

const farthestCue = 30

/** Who a quotation is given to by the words beside it; the first rule that applies decides. */
export function attributeBeside(tokens: readonly Token[], index: number): Attribution | undefined {
  return (
    cueBehind(tokens, index) ??
    accordingTo(tokens, index) ??
    nameBehindDash(tokens, index) ??
    cueBefore(tokens, index) ??
    cueInSentence(tokens, index)
  )
}

/** Who is given the word at the end of a paragraph: "He replied:". */
export function attributeByLastWords(tokens: readonly Token[]): Attribution | undefined {
  if (tokens.at(-1)?.text !== ':') return undefined
  const found = lastCue(tokens, tokens.length)
  return found === undefined
    ? undefined
    : subjectOf(tokens, found, {rule: 'cueEndsParagraph', confidence: 0.85})
}

/** "said X", "X said", "X, a lawyer, said" right behind the closing mark. */
function cueBehind(tokens: readonly Token[], index: number): Attribution | undefined {
  let at = index + 1
  if (tokens[at]?.text === ',') at += 1
  while (isAdverb(tokens[at])) at += 1
  const cue = cueAt(tokens, at)
  if (cue) {
    let start = at + 1
    while (isAdverb(tokens[start])) start += 1
    const phrase = phraseFrom(tokens, start)
    if (!phrase) return undefined
    const mention = phrase.mention ?? namedBehind(tokens, phrase)
    return {phrase, mention, cue, rule: 'cueThenSpeaker', confidence: 0.95}
  }
  return speakerThenCue(tokens, at)
}

function speakerThenCue(tokens: readonly Token[], start: number): Attribution | undefined {
  const opening = tokens[start]
  if (!opening || opening.kind === 'quotation') return undefined
  for (let at = start + 1; at < tokens.length && at - start < farthestCue; at += 1) {
    const token = tokens[at]
    if (token?.sentence !== opening.sentence || token.kind === 'quotation') return undefined
    if (!cueAt(tokens, at)) continue
    const found = subjectOf(tokens, at, {rule: 'speakerThenCue', confidence: 0.95})
    return found && found.phrase.run <= start && start <= found.phrase.first ? found : undefined
  }
  return undefined
}

function accordingTo(tokens: readonly Token[], index: number): Attribution | undefined {
  const sentence = tokens[index]?.sentence
  const end = Math.min(tokens.length, index + farthestCue)
  for (let at = Math.max(0, index - farthestCue); at < end; at += 1) {
    const cue = tokens[at]
    if (cue?.sentence !== sentence || !/^according$/i.test(cue?.text ?? '')) continue
    const phrase = phraseFrom(tokens, at + 2)
    if (!phrase || !cue) return undefined
    const mention = phrase.mention ?? namedBehind(tokens, phrase)
    return {phrase, mention, cue, rule: 'accordingTo', confidence: 0.9}
  }
  return undefined
}

function nameBehindDash(tokens: readonly Token[], index: number): Attribution | undefined {
  const cue = tokens[index + 1]
  if (!cue || !/^[\u2013\u2014]$/u.test(cue.text)) return undefined
  const phrase = phraseFrom(tokens, index + 2)
  if (phrase?.kind !== 'name' || phrase.after !== tokens.length) return undefined
  return {phrase, mention: phrase.mention, cue, rule: 'nameBehindDash', confidence: 0.85}
}

/** "X said: “…”", "X said that “…”", "X called it “…”". */
function cueBefore(tokens: readonly Token[], index: number): Attribution | undefined {
  let at = index - 1
  while (/^(?:[,:]|that)$/.test(tokens[at]?.text ?? '')) at -= 1
  if (!cueAt(tokens, at) || tokens[at]?.sentence !== tokens[index]?.sentence) return undefined
  return subjectOf(tokens, at, {rule: 'cueBefore', confidence: 0.92})
}

function cueInSentence(tokens: readonly Token[], index: number): Attribution | undefined {
  const sentence = tokens[index]?.sentence ?? -1
  const at = lastCue(tokens, index)
  if (at === undefined || tokens[at]?.sentence !== sentence) return undefined
  return subjectOf(tokens, at, {rule: 'cueInSentence', confidence: 0.8})
}

function lastCue(tokens: readonly Token[], end: number): number | undefined {
  for (let at = end - 1; at >= 0 && end - at < farthestCue; at -= 1) {
    if (cueAt(tokens, at) && tokens[at - 1]?.text !== 'to') return at
  }
  return undefined
}

const beforeNoun = /^(?:the|an?|his|her|their|its|this|that|no|any)$/i

/** The verb of saying at an index. "The report" and "his claim" are things, though verbs too. */
function cueAt(tokens: readonly Token[], index: number): Token | undefined {
  const token = tokens[index]
  if (token?.kind !== 'word' || !speechVerbs.has(token.text)) return undefined
  const before = tokens[index - 1]
  const isNoun = beforeNoun.test(before?.text ?? '') || /^['\u2019]s?$/u.test(before?.text ?? '')
  return isNoun ? undefined : token
}

/** Whoever does the saying: the phrase before the verb, past adverbs and what stands in commas. */
function subjectOf(
  tokens: readonly Token[],
  cueIndex: number,
  evidence: Evidence,
): Attribution | undefined {
  const cue = tokens[cueIndex]
  if (!cue) return undefined
  let end = cueIndex
  while (isAdverb(tokens[end - 1])) end -= 1
  let aside: NounPhrase | undefined
  if (tokens[end - 1]?.text === ',') {
    const opening = openingComma(tokens, end - 1)
    if (opening === undefined) return undefined
    aside = phraseFrom(tokens, opening + 1)
    end = opening
  }
  const phrase = phraseUpTo(tokens, end)
  if (!phrase || tokens[phrase.first]?.sentence !== cue.sentence) return undefined
  const named = phrase.mention ?? (phrase.kind === 'name' ? undefined : aside?.mention)
  return {phrase, mention: named, cue, ...evidence}
}

function openingComma(tokens: readonly Token[], closing: number): number | undefined {
  const sentence = tokens[closing]?.sentence
  const first = Math.max(0, closing - farthestCue)
  for (let at = closing - 1; at >= first && tokens[at]?.sentence === sentence; at -= 1) {
    const previous = tokens[at - 1]
    if (tokens[at]?.text !== ',') continue
    if (previous?.kind === 'name' || /^\p{Lu}|^he$|^she$/u.test(previous?.text ?? '')) return at
  }
  return undefined
}

const givesName =
  /^(?:identified|known|named|called|codenamed|nicknamed|introduced|referred|described)$/i
const beforeName = /^(?:only|simply|just|himself|herself|themselves|as|by|to)$/i

/** "said the director, X" and "said a soldier who gave his name only as X". */
function namedBehind(tokens: readonly Token[], phrase: NounPhrase): Mention | undefined {
  if (phrase.kind !== 'description') return undefined
  const next = tokens[phrase.after + 1]
  if (tokens[phrase.after]?.text === ',' && next?.kind === 'name') return next.mention
  const sentence = tokens[phrase.first]?.sentence
  const end = phrase.after + farthestCue
  for (let at = phrase.after; at < end && tokens[at]?.sentence === sentence; at += 1) {
    const gives = givesName.test(tokens[at]?.text ?? '') || tokens[at]?.text === 'name'
    if (!gives) continue
    let named = at + 1
    while (beforeName.test(tokens[named]?.text ?? '')) named += 1
    const token = tokens[named]
    if (token?.kind === 'name' && named > at + 1) return token.mention
  }
  return undefined
}
