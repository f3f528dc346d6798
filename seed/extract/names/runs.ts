import {headKind, isOrdinal} from './headWords.ts'
import {kindsOf} from './lexicon.ts'
import {isSmallWord} from './smallWords.ts'
import {isTitle} from './titles.ts'
import type {Word} from './words.ts'

/** Words with capitals that belong together, small words between them included. */
export type Run = readonly Word[]

const particle =
  /^(?:de|da|di|del|della|der|den|dem|do|dos|das|du|la|le|van|von|vom|zu|zur|bin|bint|ibn|al|el|ul|ben|abu|ter|ten|y|e|af|av)$/
const joiner = /^(?:of|for|on|and|in|the|to|against|with|&)$/
const opensPhrase = /^(?:of|for|on|against)$/
const abstract = /(?:s|dom|ness|ion|ment|ity|hood|ship|[ae]nce|ice)$/
const nationwide =
  /^(?:National|International|Royal|Federal|European|American|British|United|U\.S\.|US|UK|World|State)$/
/** More capitals in a row are a list or a shout, and no name. */
const longestRun = 14
const space = /^[^\S\r\n]$/u
const initialGap = /^\.[^\S\r\n]?$/u
const abbreviated =
  /^(?:\p{Lu}|Mr|Mrs|Ms|Mx|Dr|St|Ste|Sr|Jr|Gen|Col|Maj|Capt|Lt|Sgt|Cpl|Cmdr|Adm|Gov|Sen|Sens|Rep|Reps|Rev|Hon|Prof|Supt|Insp|Pres|Mt|Ft|\p{Lu}\p{Ll})$/u

/** Finds the runs of capitals of a text, sentence openers included. */
export function findRuns(words: readonly Word[]): Run[] {
  const runs: Run[] = []
  let index = 0
  while (index < words.length) {
    const start = startOfRun(words, index)
    if (start === undefined) {
      index += 1
      continue
    }
    const end = withLowerHead(words, start, endOfRun(words, start))
    runs.push(words.slice(start, end))
    index = end
  }
  return runs
}

function startOfRun(words: readonly Word[], index: number): number | undefined {
  const word = words[index]
  if (!word) return undefined
  if (word.isCapital) return index
  const next = words[index + 1]
  if (!next?.isCapital || !space.test(next.gap)) return undefined
  return isOrdinal(word.text) ? index : undefined
}

/** "Free Norland *legion*". */
function withLowerHead(words: readonly Word[], start: number, end: number): number {
  const next = words[end]
  const isHead = next !== undefined && space.test(next.gap) && headKind(next.text) === 'unit'
  const own = words.slice(start, end).filter(({text}) => !isSmallWord(text))
  return own.length > 1 && isHead && !words[end - 1]?.isPossessive ? end + 1 : end
}

/** The index behind the last word of the run that begins at `start`. */
function endOfRun(words: readonly Word[], start: number): number {
  let end = start + 1
  for (;;) {
    const last = words[end - 1]
    const next = words[end]
    if (!last || !next || end - start >= longestRun) return end
    if (end - start === 1 && last.gap === '-') return end
    if (last.isPossessive && !keepsPossessive(words, start, end)) return end
    if (isTied(last, next) && next.isCapital && !isSmallWord(next.text) && !isLabel(words, end)) {
      end += 1
      continue
    }
    const bridged = bridge(words, start, end)
    if (bridged === undefined) return end
    end = bridged
  }
}

/** "… in Paris. *Image*: Ada Quist": a credit line that has lost its full stop. */
export function isLabel(words: readonly Word[], index: number): boolean {
  const isCredit = /^(?:Image|Photo|Photograph|Picture|Credit|Source|Video|File)s?$/.test(
    words[index]?.text ?? '',
  )
  return isCredit && words[index + 1]?.gap.startsWith(':') === true
}

function isTied(last: Word, next: Word): boolean {
  const gap = last.isPossessive ? next.gap.replace(/^['\u2019]s?/, '') : next.gap
  if (space.test(gap)) return true
  return initialGap.test(gap) && abbreviated.test(last.text) && !isAcronymEnd(last, next)
}

/** A single letter or an abbreviated title takes a full stop; the end of a sentence does not. */
function isAcronymEnd(last: Word, next: Word): boolean {
  return next.opensSentence && !/^\p{Lu}\p{Ll}{0,4}$/u.test(last.text)
}

const people =
  /^(?:People|Women|Men|Children|Workers|Farmers|Teachers|Veterans|Nurses|Writers|Lawyers|Doctors|Kids|Players|Citizens|Students|Employees|King|Queen|St|Saint)$/

/** "Women's Institute" and "Seafarers' Union" are one name, "Norland's Ministry" is two. */
function keepsPossessive(words: readonly Word[], start: number, end: number): boolean {
  const last = words[end - 1]
  const next = words[end]
  if (!last || !next) return false
  const isPlural = last.text.endsWith('s') && /^['\u2019] /.test(next.gap)
  const isSaint = end - start === 2 && /^(?:St|Saint|King|Queen)$/.test(words[start]?.text ?? '')
  return people.test(last.text) || isSaint || (isPlural && headKind(next.text) === 'organisation')
}

/** Goes on over small words to the next capital: "Bank *of* Norland", "Vincent *van* Gogh". */
function bridge(words: readonly Word[], start: number, end: number): number | undefined {
  let at = end
  while (at < words.length && at - end < 3) {
    const word = words[at]
    if (!word || word.isCapital) break
    const isSpaced = space.test(word.gap) || / & /.test(word.gap)
    if (!isSpaced || !(particle.test(word.text) || joiner.test(word.text))) return undefined
    at += 1
  }
  const next = words[at]
  const last = words[end - 1]
  if (!next?.isCapital || !last) return undefined
  if (at === end) return next.gap === ' & ' ? at + 1 : undefined
  if (!space.test(next.gap)) return undefined
  const small = words.slice(end, at).map(({text}) => text)
  if (small.every((text) => particle.test(text))) return at + 1
  return opensPhrase.test(small[0] ?? '') && small.slice(1).every((text) => text === 'the')
    ? bridgeOf(words.slice(start, end), next, small[0] ?? '', at)
    : bridgeAnd(words, start, end, at, small)
}

function bridgeOf(run: Run, next: Word, small: string, at: number): number | undefined {
  const last = run.at(-1)
  if (!last || isTitle(last.text) || kindsOf(next.text).has('date')) return undefined
  const kind = headKind(last.text)
  const isElsewhere = run.length > 2 && kindsOf(next.text).has('place')
  if (small === 'of' && kind !== undefined) return isElsewhere ? undefined : at + 1
  if (small !== 'of') return kind === 'organisation' ? at + 1 : undefined
  const kinds = kindsOf(last.text)
  const isPlainWord = kinds.has('common') || (kinds.size === 0 && abstract.test(last.text))
  return run.length === 1 && isPlainWord && !last.opensSentence ? at + 1 : undefined
}

/** "Department of Health *and* Human Services", "Food *and* Drug Administration". */
function bridgeAnd(
  words: readonly Word[],
  start: number,
  end: number,
  at: number,
  small: readonly string[],
): number | undefined {
  if (small.join(' ') !== 'and') return undefined
  const left = words.slice(start, end)
  const next = words[at]
  if (!next || kindsOf(next.text).has('place') || kindsOf(next.text).has('firstName'))
    return undefined
  const opening = left.findIndex(({isCapital}) => !isCapital)
  if (opening > 0 && headKind(left[opening - 1]?.text ?? '') === 'organisation') {
    const kinds = kindsOf(next.text)
    const isPlain = kinds.has('common') || (kinds.size === 0 && abstract.test(next.text))
    return isPlain ? at + 1 : undefined
  }
  const right = endOfRun(words, at)
  const head = headKind(words[right - 1]?.text ?? '')
  const opener = kindsOf(left[0]?.text ?? '')
  const isPlain =
    left.length === 1
      ? opener.has('common') || (opener.size === 0 && abstract.test(left[0]?.text ?? ''))
      : opener.has('place') || opener.has('people') || nationwide.test(left[0]?.text ?? '')
  const isHeaded = head === 'organisation' || head === 'facility'
  return isPlain && right - at > 1 && isHeaded ? right : undefined
}
