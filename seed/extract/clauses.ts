import {cueAt, farthestCue, isParticiple, lastCue, skipAdverbsBack} from './cues.ts'
import type {NounPhrase} from './nounPhrases.ts'
import {phraseFrom, phraseUpTo, subjectFrom} from './nounPhrases.ts'
import type {Token} from './tokens.ts'

const preposition =
  /^(?:of|from|against|to|by|with|for|in|on|at|about|over|into|under|like|than|between|during|inside|outside|near|via|through|within|without|around|across|among|toward|towards|amid|upon|while|whilst|after|before|when|last|this|next|earlier)$/i
const subordinator =
  /^(?:after|before|as|when|while|if|although|though|because|since|until|once|unless|whereas|asked|speaking|in|on|at|by|during|with|without|for|from|to|of|about|according|despite|like|unlike|amid|among|under|over|through|later|earlier|hours|days|weeks|months|years|minutes|moments|last|this|that|meanwhile|\p{L}+ing|\p{L}+ly)$/iu
const conjunction = /^(?:and|but|or)$/i
const relative = /^(?:who|which|that)$/i
const dash = /^[\u2013\u2014]$/u
const mostSteps = 6

/** Whoever does the saying at an index, with what an aside adds: "X, *the harbour master*, said". */
export interface Actor {
  readonly phrase: NounPhrase
  readonly aside?: NounPhrase
  /** Whether it had to be looked for past other words, in another clause even. */
  readonly far?: true
}

/**
 * Finds the subject of a verb of saying: the phrase before it, past adverbs, what stands in commas
 * or brackets, and words that only tell where and when. A participle, or a second verb behind
 * "and", takes the subject of the verb before it.
 */
export function actorOf(tokens: readonly Token[], verb: number, depth = 0): Actor | undefined {
  const sentence = tokens[verb]?.sentence
  let end = skipAdverbsBack(tokens, verb)
  let aside: NounPhrase | undefined
  let skipped = false
  const hangs = isParticiple(tokens, verb) && end === verb
  for (let step = 0; step < mostSteps; step += 1) {
    const before = tokens[end - 1]
    if (before?.sentence !== sentence || !before) return undefined
    if (conjunction.test(before.text)) return actorBefore(tokens, end - 1, depth)
    if (hangs && (before.text === ',' || dash.test(before.text) || preposition.test(before.text))) {
      return actorBefore(tokens, end - 1, depth)
    }
    const opening = isBracketed(tokens, end - 2) ? undefined : openingOfAside(tokens, end - 1)
    if (opening !== undefined) {
      aside ??= phraseFrom(tokens, opening + 1)
      end = opening
      continue
    }
    if (before.text === ',') {
      end -= 1
      continue
    }
    if (relative.test(before.text)) {
      end = tokens[end - 2]?.text === ',' ? end - 2 : end - 1
      continue
    }
    const phrase = phraseUpTo(tokens, end)
    if (!phrase) return actorBefore(tokens, end, depth)
    const lead = tokens[phrase.run - 1]
    const isOblique = lead?.sentence === sentence && preposition.test(lead?.text ?? '')
    // "Lund sent a letter saying …"
    const isThing = hangs && phrase.kind === 'description' && lead?.text !== 'with'
    const writer = isThing ? actorBefore(tokens, phrase.run, depth) : undefined
    if (writer) return writer
    if (!isOblique || (hangs && step === 0)) {
      return {phrase, ...(aside && {aside}), ...(skipped && {far: true})}
    }
    skipped = true
    end = skipAdverbsBack(tokens, phrase.run - 1)
    if ((tokens[end - 1]?.text ?? '').endsWith('ed') && tokens[end - 1]?.kind === 'word') end -= 1
  }
  return undefined
}

/** The subject that an earlier part of the sentence has already named. */
function actorBefore(tokens: readonly Token[], end: number, depth: number): Actor | undefined {
  if (depth >= mostSteps) return undefined
  const cue = lastCue(tokens, end)
  if (cue !== undefined && tokens[cue]?.sentence === tokens[end]?.sentence) {
    const isTag = tokens[cue - 1]?.kind === 'quotation'
    const inverted = isTag ? phraseFrom(tokens, cue + 1) : undefined
    const actor = inverted ? {phrase: inverted} : actorOf(tokens, cue, depth + 1)
    return actor && {...actor, far: true}
  }
  const phrase = mainSubject(tokens, end)
  return phrase && {phrase, far: true}
}

/** The subject with which a sentence begins, past what leads up to it: "In 1991, *Lund* …". */
export function mainSubject(tokens: readonly Token[], end: number): NounPhrase | undefined {
  const sentence = tokens[Math.min(end, tokens.length - 1)]?.sentence
  let at = end
  while (at > 0 && tokens[at - 1]?.sentence === sentence && end - at < 2 * farthestCue) at -= 1
  if (at > 0 && tokens[at - 1]?.sentence === sentence) return undefined
  for (let step = 0; step < mostSteps && at < end; step += 1) {
    const opening = tokens[at]
    if (!opening) return undefined
    if (opening.kind !== 'name' && subordinator.test(opening.text)) {
      const comma = commaBetween(tokens, at, end)
      if (comma === undefined) return undefined
      at = comma + 1
    } else if (
      opening.kind === 'mark' ||
      opening.kind === 'quotation' ||
      conjunction.test(opening.text)
    ) {
      at += 1
    } else {
      const phrase = subjectFrom(tokens, at, end)
      const next = phrase && tokens[phrase.after]
      if (!phrase || next?.text !== ',' || !tellsTime(tokens, phrase)) return phrase
      at = phrase.after + 1
    }
  }
  return undefined
}

const time =
  /^(?:later|ago|earlier|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|evening|night|days?|weeks?|months?|years?|hours?|minutes?|today|yesterday)$/i

function tellsTime(tokens: readonly Token[], {first, after}: NounPhrase): boolean {
  return tokens.slice(first, after).some(({text}) => time.test(text))
}

/** "Kim Lund (Ind.), said" */
function isBracketed(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.text === ')' && tokens[index + 1]?.text === ','
}

function commaBetween(tokens: readonly Token[], start: number, end: number): number | undefined {
  for (let at = start; at < end; at += 1) if (tokens[at]?.text === ',') return at
  return undefined
}

/** Where the aside begins that a comma, dash or bracket closes; the words before it must be a name. */
function openingOfAside(tokens: readonly Token[], closing: number): number | undefined {
  const mark = tokens[closing]?.text ?? ''
  const sentence = tokens[closing]?.sentence
  if (mark !== ',' && mark !== ')' && !dash.test(mark)) return undefined
  const first = Math.max(0, closing - farthestCue)
  const holdsName = isPerson(tokens[closing - 1])
  let nearest: number | undefined
  for (let at = closing - 1; at > first && tokens[at]?.sentence === sentence; at -= 1) {
    const text = tokens[at]?.text ?? ''
    if (mark === ')' ? text === '(' : text === mark && isNamed(tokens[at - 1])) {
      // "Ada Quist, director of the museum in Bergen, Norland, said": the person begins it.
      if (mark !== ',' || holdsName || isPerson(tokens[at - 1])) return at
      nearest ??= at
    }
    const isRelative = relative.test(tokens[skipAdverbsBack(tokens, at) - 1]?.text ?? '')
    if (mark === ',' && cueAt(tokens, at) && !isParticiple(tokens, at) && !isRelative) break
  }
  return nearest
}

function isPerson(token: Token | undefined): boolean {
  return token?.kind === 'name' && token.mention.type === 'person'
}

function isNamed(token: Token | undefined): boolean {
  return token?.kind === 'name' || /^(?:\p{Lu}|he$|she$|\))/u.test(token?.text ?? '')
}
