import {actorOf, mainSubject} from './clauses.ts'
import type {Actor} from './clauses.ts'
import {cueAt, farthestCue, lastCue, skipAdverbs} from './cues.ts'
import type {Mention} from './mentions.ts'
import type {NounPhrase} from './nounPhrases.ts'
import {phraseFrom, phraseUpTo} from './nounPhrases.ts'
import type {Span} from './span.ts'
import type {Token} from './tokens.ts'
import {judgingVerbs} from './verbs.ts'

/** What the words around a quotation say about its speaker, before anybody is looked up. */
export interface Attribution {
  readonly rule: string
  readonly phrase: NounPhrase
  /** The one the phrase names, when it names somebody known. */
  readonly mention: Mention | undefined
  readonly cue: Span
}

/** Who a quotation is given to by the words beside it; the first rule that applies decides. */
export function attributeBeside(tokens: readonly Token[], index: number): Attribution | undefined {
  return (
    cueBehind(tokens, index) ??
    accordingTo(tokens, index) ??
    nameBehindDash(tokens, index) ??
    cueBefore(tokens, index) ??
    nameBeforeColon(tokens, index) ??
    tagOfSentence(tokens, index) ??
    cueInSentence(tokens, index)
  )
}

/** Who is given the word at the end of a paragraph: "He replied:". */
export function attributeByLastWords(tokens: readonly Token[]): Attribution | undefined {
  if (!/^[:,]$/.test(tokens.at(-1)?.text ?? '')) return undefined
  const end = tokens.length - 1
  const cue = lastCue(tokens, end)
  if (cue !== undefined && tokens[cue]?.sentence === tokens[end]?.sentence) {
    return byActor(tokens, cue, 'cueEndsParagraph')
  }
  const phrase = mainSubject(tokens, end)
  const colon = tokens[end]
  return phrase && colon && attribution('colonEndsParagraph', tokens, {phrase}, colon)
}

/** "said X", "X said", "X, a lawyer, said" right behind the closing mark. */
function cueBehind(tokens: readonly Token[], index: number): Attribution | undefined {
  const start = tokens[index + 1]?.text === ',' ? index + 2 : index + 1
  const at = skipAdverbs(tokens, start)
  const cue = cueAt(tokens, at)
  if (!cue) return speakerThenCue(tokens, index, at)
  const phrase = phraseFrom(tokens, skipAdverbs(tokens, at + 1))
  return phrase && attribution('cueThenSpeaker', tokens, {phrase}, cue)
}

function speakerThenCue(
  tokens: readonly Token[],
  index: number,
  start: number,
): Attribution | undefined {
  const opening = tokens[start]
  if (!opening || opening.kind === 'quotation') return undefined
  for (let at = start + 1; at < tokens.length && at - start < farthestCue; at += 1) {
    const token = tokens[at]
    if (token?.sentence !== opening.sentence || token.kind === 'quotation') return undefined
    if (!cueAt(tokens, at)) continue
    if (pointsOn(tokens, index, at)) return undefined
    const found = byActor(tokens, at, 'speakerThenCue')
    if (!found || found.phrase.first < start) return undefined
    const isBehindStop = tokens[index]?.sentence !== opening.sentence
    if (found.phrase.run <= start) {
      return isBehindStop ? {...found, rule: 'speakerThenCue.nextSentence'} : found
    }
    if (opensTag(tokens, index, start, found.phrase))
      return {...found, rule: 'speakerThenCue.loose'}
  }
  return undefined
}

/** Whether a comma in the marks and a noun behind them tell that a tag follows, however long. */
function opensTag(tokens: readonly Token[], index: number, start: number, phrase: NounPhrase) {
  if (!endsInMark.test(tokens[index]?.text ?? '')) return false
  if (!/^(?:the|an?|one|another|\p{Lu}.*)$/u.test(tokens[start]?.text ?? '')) return false
  return tokens.slice(start, phrase.run).every(({text}) => text !== ',')
}

const closedByStop = /\.\s?['\u2019]?["\u201D\u2019\u00BB']*$/u
/** "“It is late,” the mayor and harbour master said": the comma tells that a tag follows. */
const endsInMark = /[,!?]\s?['\u2019]?["\u201D\u2019\u00BB']*$/u
const longestSignature = 12
const mostBehindTag = 4

/** Whether a sentence behind a full stop is no tag of the quotation but tells what comes next. */
function pointsOn(tokens: readonly Token[], index: number, cue: number): boolean {
  const quoted = tokens[index]
  const {sentence} = tokens[cue] ?? {}
  if (!quoted || quoted.sentence === sentence || !closedByStop.test(quoted.text)) return false
  const rest = tokens.slice(cue + 1, cue + 2 + mostBehindTag)
  const end = rest.findIndex((token) => token.sentence !== sentence)
  const tail = end === -1 ? rest : rest.slice(0, end)
  return tail.length > mostBehindTag || tail.some(({kind}) => kind === 'quotation')
}

function accordingTo(tokens: readonly Token[], index: number): Attribution | undefined {
  const sentence = tokens[index]?.sentence
  const end = Math.min(tokens.length, index + farthestCue)
  for (let at = Math.max(0, index - farthestCue); at < end; at += 1) {
    const cue = tokens[at]
    if (cue?.sentence !== sentence || !/^according$/i.test(cue?.text ?? '')) continue
    const phrase = phraseFrom(tokens, at + 2)
    return phrase && cue && attribution('accordingTo', tokens, {phrase}, cue)
  }
  return undefined
}

function nameBehindDash(tokens: readonly Token[], index: number): Attribution | undefined {
  const cue = tokens[index + 1]
  return cue && signature(tokens, index + 1)
}

/** Who signs what was quoted in the paragraph before: "— Ada Quist, sailor". */
export function attributeBySignature(tokens: readonly Token[]): Attribution | undefined {
  return tokens.length > longestSignature ? undefined : signature(tokens, 0)
}

function signature(tokens: readonly Token[], index: number): Attribution | undefined {
  const cue = tokens[index]
  if (!cue || !/^[\u2013\u2014\u2015-]$/u.test(cue.text)) return undefined
  const start = tokens[index + 1]?.text === '-' ? index + 2 : index + 1
  const phrase = phraseFrom(tokens, start)
  if (phrase?.kind !== 'name' || tokens.length - phrase.after > longestSignature) return undefined
  if (phrase.after < tokens.length && !/^[.,(]$/.test(tokens[phrase.after]?.text ?? ''))
    return undefined
  return attribution('nameBehindDash', tokens, {phrase}, cue)
}

/** "X said: “…”", "X said that “…”", "X called it “…”", "X called Y a “…”". */
function cueBefore(tokens: readonly Token[], index: number): Attribution | undefined {
  let at = index - 1
  while (/^(?:[,:]|that|it|him|her|them|an?|the|as)$/.test(tokens[at]?.text ?? '')) at -= 1
  if (!cueAt(tokens, at) || tokens[at]?.sentence !== tokens[index]?.sentence) return undefined
  const isBeside = index - at <= (/^(?:[,:]|that)$/.test(tokens[index - 1]?.text ?? '') ? 2 : 1)
  return byActor(tokens, at, isBeside ? 'cueBefore' : 'cueBeforePhrase')
}

/** "Lund: “…”" */
function nameBeforeColon(tokens: readonly Token[], index: number): Attribution | undefined {
  const cue = tokens[index - 1]
  if (cue?.text !== ':') return undefined
  const phrase = phraseUpTo(tokens, index - 1)
  if (phrase?.kind !== 'name' || tokens[phrase.run - 1]?.sentence === cue.sentence) return undefined
  return attribution('nameBeforeColon', tokens, {phrase}, cue)
}

/** "“…” than that of the others, X said", "“…” in the primary, said X". */
function tagOfSentence(tokens: readonly Token[], index: number): Attribution | undefined {
  const sentence = tokens[index]?.sentence
  for (let at = index + 1; at < tokens.length && at - index < farthestCue; at += 1) {
    const token = tokens[at]
    if (token?.sentence !== sentence) return undefined
    if (token?.text !== ',') continue
    const next = skipAdverbs(tokens, at + 1)
    const cue = cueAt(tokens, next)
    const phrase = cue && phraseFrom(tokens, next + 1)
    if (cue && phrase) return attribution('tagOfSentence', tokens, {phrase}, cue)
    const tag = cue ? undefined : tagBehind(tokens, at + 1)
    if (tag) return tag
  }
  return undefined
}

function tagBehind(tokens: readonly Token[], start: number): Attribution | undefined {
  for (let at = start + 1; at < start + 2 * mostBehindTag; at += 1) {
    if (tokens[at]?.sentence !== tokens[start]?.sentence) return undefined
    const found = cueAt(tokens, at) && byActor(tokens, at, 'tagOfSentence')
    if (found) return found.phrase.run === start ? found : undefined
  }
  return undefined
}

function cueInSentence(tokens: readonly Token[], index: number): Attribution | undefined {
  const at = lastCue(tokens, index)
  if (at === undefined || tokens[at]?.sentence !== tokens[index]?.sentence) return undefined
  return byActor(tokens, at, 'cueInSentence')
}

function byActor(tokens: readonly Token[], at: number, rule: string): Attribution | undefined {
  const cue = tokens[at]
  const actor = cue && actorOf(tokens, at)
  return actor && attribution(rule, tokens, actor, cue)
}

function attribution(
  rule: string,
  tokens: readonly Token[],
  {phrase, aside, far}: Actor,
  cue: Token,
): Attribution {
  // "A deputy, Bo Lund, said": the aside tells who it is.
  const teller = phrase.kind === 'description' && aside?.kind === 'name' ? aside : phrase
  const found = {...teller, run: phrase.run}
  const mention = found.mention ?? namedBehind(tokens, phrase) ?? authorOf(tokens, found)
  const isLoose = far === true || judgingVerbs.has(cue.text)
  const isKnown = mention !== undefined || found.kind === 'pronoun'
  const doubts = `${isLoose ? '.loose' : ''}${isKnown ? '' : '.noName'}`
  return {rule: `${rule}${doubts}`, phrase: found, mention, cue}
}

const utterance =
  /^(?:statement|letter|tweet|message|post|posting|speech|article|e-?mail|memo|op-ed|column|essay|note|announcement|analysis|review|blog|report|study|testimony|remarks|comments?|words|release)$/i

/** What somebody wrote speaks for them: "Lund's statement", "the Harbour Centre letter". */
function authorOf(tokens: readonly Token[], {first, after}: NounPhrase): Mention | undefined {
  const words = tokens.slice(first, after)
  if (!words.some(({text}) => utterance.test(text))) return undefined
  const author = words.find((token) => token.kind === 'name')
  return author?.kind === 'name' ? author.mention : undefined
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
