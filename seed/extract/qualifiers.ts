import type {qualifiers} from '../../vocabulary/values.ts'
import type {Span} from './span.ts'

export type Qualifier = (typeof qualifiers)[number]['value']

/** What the words before a number say about it. */
export interface Qualified {
  /** Where the words that belong to the value begin. */
  readonly start: number
  readonly qualifier: Qualifier
  /** The words that say how exact it is, as printed: "nearly", "more than". */
  readonly qualifierWords: string | null
  /** Words before it that make it sound small without changing it: "Only". */
  readonly framing: Span | null
}

const wordings: readonly (readonly [Qualifier, string])[] = [
  [
    'moreThan',
    'more than|well over|just over|over|above|exceed(?:s|ed|ing)?|upwards of|in excess of|greater than|larger than',
  ],
  ['lessThan', 'less than|fewer than|just under|under|below|short of|smaller than'],
  ['atLeast', 'at least|no fewer than|no less than|a minimum of|not less than'],
  ['atMost', 'at most|up to|as many as|as much as|as high as|no more than|a maximum of'],
  [
    'approx',
    'about|around|roughly|approximately|some|nearly|almost|close to|an estimated|estimated|approach(?:es|ed|ing)?|circa',
  ],
]
// "no more than" must not be read as "more than": the longest wording that fits is taken.
const patterns = wordings.map(
  ([qualifier, words]) =>
    [qualifier, new RegExp(`(?<!\\p{L})(?:${words}) (?:an? )?$`, 'iu')] as const,
)
const between = /(?<!\p{L})between $/iu
const framings = /(?<!\p{L})(only|just|merely|a mere|as few as|as little as) $/iu

/** Reads backwards from a number: "Only about" before "9 per cent". */
export function readQualifier(text: string, number: number, isRange: boolean): Qualified {
  const range = isRange ? (between.exec(lineBefore(text, number))?.[0].length ?? 0) : 0
  const told = isRange ? undefined : longestWording(lineBefore(text, number))
  const start = number - range - (told?.words.length ?? 0)
  const framing = framings.exec(lineBefore(text, start))
  const [phrase = '', words = ''] = framing ?? []
  return {
    start,
    qualifier: isRange ? 'between' : (told?.qualifier ?? 'exact'),
    qualifierWords: told?.words.trim() ?? null,
    framing: framing && {
      start: start - phrase.length,
      end: start - phrase.length + words.length,
    },
  }
}

function longestWording(line: string) {
  return patterns
    .flatMap(([qualifier, pattern]) => {
      const [words] = pattern.exec(line) ?? []
      return words === undefined ? [] : [{qualifier, words}]
    })
    .sort((a, b) => b.words.length - a.words.length)[0]
}

function lineBefore(text: string, end: number): string {
  const near = text.slice(Math.max(0, end - 30), end)
  return near.slice(near.lastIndexOf('\n') + 1)
}
