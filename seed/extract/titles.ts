import {wordsIn} from './fragments.ts'
import type {Span} from './span.ts'
import type {Token} from './tokens.ts'

const smallWord =
  /^(?:a|an|the|of|in|on|for|to|and|or|nor|but|with|at|by|from|as|is|are|be|vs|v|via|de|la|le|el|der|die|das|du|des)$/i
const capital = /^[\p{Lu}\p{N}]/u
const givesTitle =
  /^(?:titled|entitled|subtitled|headlined|captioned|named|nicknamed|codenamed|dubbed|christened|book|books|memoir|novel|album|song|single|film|movie|documentary|play|musical|opera|show|series|programme|episode|podcast|exhibition|exhibit|painting|article|essay|commentary|op-ed|column|editorial|poem|report|study|paper|game|website|blog)$/i
const dash = /^[\u2013\u2014-]$/u
const year = /^(?:1[89]|20)\d\d$/
const longestSource = 16
const nearby = 6

/**
 * Whether the marks hold the title of a work or a coined name, which nobody says: it is printed in
 * capitals within the narrator's sentence, or a word like "entitled" or "her novel" leads up to it,
 * or it stands in a list of sources, with publisher and date behind a dash.
 */
export function isTitle(
  text: string,
  tokens: readonly Token[],
  index: number,
  quoted: Span,
  isTagged: boolean,
): boolean {
  if (isSource(tokens, index)) return true
  if (isTagged) return false
  const before = tokens[index - 1]?.text === ',' ? tokens[index - 2] : tokens[index - 1]
  if (before?.sentence === tokens[index]?.sentence && givesTitle.test(before?.text ?? ''))
    return true
  return isTitleCase(text, quoted) && isInPlainSentence(tokens, index)
}

function isTitleCase(text: string, quoted: Span): boolean {
  const words = wordsIn(text, quoted)
  const large = words.filter((word) => !smallWord.test(word))
  const [first = ''] = words
  if (words.length < 2 || !capital.test(first) || large.length < 2) return false
  return large.every((word) => capital.test(word))
}

/** In a headline every word has a capital, what somebody said too. */
function isInPlainSentence(tokens: readonly Token[], index: number): boolean {
  const near = tokens.slice(Math.max(0, index - nearby), index + 1 + nearby)
  return near.some(
    ({kind, text}) => kind === 'word' && !capital.test(text) && !smallWord.test(text),
  )
}

/** "“Fog closes the harbour” — Norland Times, 3 May 2020" */
function isSource(tokens: readonly Token[], index: number): boolean {
  if (!dash.test(tokens[index + 1]?.text ?? '')) return false
  const rest = tokens.slice(index + 2, index + 2 + longestSource)
  const end = rest.at(-1)?.text === '.' ? rest.at(-2) : rest.at(-1)
  return index + 2 + rest.length === tokens.length && year.test(end?.text ?? '')
}
