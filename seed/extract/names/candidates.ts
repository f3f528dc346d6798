import type {Span} from '../span.ts'
import {inReadingOrder} from '../span.ts'
import type {HeadKind} from './headWords.ts'
import {headKind, isOrdinal} from './headWords.ts'
import {kindsOf} from './lexicon.ts'
import type {Run} from './runs.ts'
import {findRuns, isLabel} from './runs.ts'
import {isCourtesy, isOffice, isOfficeOf, isTitle, isTitlePart} from './titles.ts'
import {isSmallWord} from './smallWords.ts'
import type {Word} from './words.ts'

/** Words that may name somebody or something, the titles before a person's name apart. */
export interface Candidate extends Span {
  readonly words: Run
  /** "Prime Minister" before the name; empty when there is none. */
  readonly title: Run
  /** How many of its words the document prints without a capital as well. */
  readonly plainWords: number
  /** The name as printed, one space between its words, without possessive ending. */
  readonly form: string
}

/** Finds what may be a name: runs of capitals without the words that only open a sentence. */
export function findCandidates(words: readonly Word[]): Candidate[] {
  const headings = findHeadings(words)
  const lowerCase = new Set(words.filter(({isCapital}) => !isCapital).map(({text}) => text))
  const runs = findRuns(words)
  const printed = runs.filter(([first]) => first && !headings.has(first.line))
  const inside = new Set(
    printed.flatMap((run) => (run[0]?.opensSentence ? [] : [formOf(run), run[0]?.text ?? ''])),
  )
  const found = printed
    .map((run) => withoutOpener(run, lowerCase, inside))
    .flatMap((run) => splitAtTitles(run))
    .flatMap((one) => splitAtPerson(one))
    .flatMap(({title, words}) => trimmed(words, title, lowerCase))
  const forms = new Set(found.map(({form}) => form))
  return [
    ...found,
    ...runs
      .filter(([first]) => first && headings.has(first.line))
      .flatMap((run) => knownParts(run, forms)),
  ].sort(inReadingOrder)
}

/** In a line of capitals only what the text names as well can be told from other words. */
function knownParts(run: Run, forms: ReadonlySet<string>): Candidate[] {
  const found: Candidate[] = []
  let from = 0
  while (from < run.length) {
    let to = run.length
    while (to > from && !forms.has(formOf(run.slice(from, to)))) to -= 1
    const name = run.slice(from, to)
    if (name.length > 0) {
      found.push(candidateOf(name))
    }
    from = Math.max(to, from + 1)
  }
  return found
}

/** Makes a candidate of words that stand together. */
export function candidateOf(
  words: Run,
  title: Run = [],
  lowerCase: ReadonlySet<string> = new Set(),
): Candidate {
  return {
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
    words,
    title,
    form: formOf(words),
    plainWords: words.filter(({text}) => lowerCase.has(text.toLowerCase())).length,
  }
}

/** The printed words of a run, as one name. */
export function formOf(run: Run): string {
  return run
    .map(({text, gap}, index) => (index === 0 ? text : `${gap.replace(/\s+/g, ' ')}${text}`))
    .join('')
}

/** Lines that are set with capitals throughout tell nothing by them. */
function findHeadings(words: readonly Word[]): ReadonlySet<number> {
  const counts = new Map<number, {capital: number; lower: number}>()
  for (const {line, text, isCapital, index} of words) {
    const count = counts.get(line) ?? {capital: 0, lower: 0}
    counts.set(line, count)
    if (isSmallWord(text) || /^\P{L}/u.test(text)) continue
    if (isLabel(words, index)) count.lower = words.length
    if (isCapital && text.length > 3) count.capital += 1
    if (!isCapital) count.lower += 1
  }
  return new Set(
    [...counts].flatMap(([line, {capital, lower}]) =>
      capital > 3 && lower <= (capital > 6 ? 2 : 0) ? [line] : [],
    ),
  )
}

const verbLike = /\p{Ll}(?:ed|ing|ly)$/u

/** Forms that stand inside a sentence, where nothing but a name has a capital. */
type Inside = ReadonlySet<string>

function withoutOpener(run: Run, lowerCase: ReadonlySet<string>, inside: Inside): Run {
  const [first, second] = run
  if (!first) return run
  const rest = run.slice(1)
  if (isSmallWord(first.text)) return rest
  if (!first.opensSentence || inside.has(formOf(run)) || isTitle(first.text)) return run
  if (lowerCase.has(first.text.toLowerCase())) return rest
  const kinds = kindsOf(first.text)
  if (kinds.has('common') && kinds.size === 1) {
    return second && headKind(run.at(-1)?.text ?? '') ? run : rest
  }
  if (kinds.size === 0 && verbLike.test(first.text)) return rest
  return run
}

interface Titled {
  readonly title: Run
  readonly words: Run
}

/** Cuts "World Bank President Jim Yong Kim" before the title, and takes the title off the name. */
function splitAtTitles(run: Run): Titled[] {
  const last = run.at(-1)
  if (!last) return []
  const headed = headKind(last.text)
  const [first, second] = run
  const isAddressed =
    isCourtesy(first?.text ?? '') ||
    (isTitle(first?.text ?? '') && kindsOf(second?.text ?? '').has('firstName'))
  if (headed !== undefined && !isAddressed) return [{title: [], words: run}]
  if (kindsOf(formOf(run)).has('organisation')) return [{title: [], words: run}]
  let from = run.findIndex(({text}, index) => isTitle(text) && (index > 0 || run.length > 0))
  if (from === -1) return [{title: [], words: run}]
  let to = from + 1
  while (from > 0 && isTitlePart(run[from - 1]?.text ?? '')) from -= 1
  while (to < run.length && isTitleWord(run, to)) to += 1
  const name = run.slice(to)
  const before = run.slice(0, from)
  if (name.length === 0)
    return isNameItself(run, before) ? [{title: [], words: run}] : [{title: [], words: before}]
  return [
    ...(before.length > 0 ? [{title: [], words: before}] : []),
    {title: run.slice(from, to), words: name},
  ]
}

function isBody(head: HeadKind | undefined): boolean {
  return head === 'organisation' || head === 'facility'
}

/** Cuts "Washington | Chris Gregoire" and "Refugee Council | Ann Lund". */
function splitAtPerson({title, words}: Titled): Titled[] {
  if (title.length > 0) return [{title, words}]
  const at = words.findIndex(({text}, index) => {
    if (index === 0 || words.length - index < 2 || headKind(words.at(-1)?.text ?? '')) return false
    if (isOffice(formOf(words.slice(0, index)))) return true
    if (!kindsOf(text).has('firstName')) {
      return (
        index > 1 && kindsOf(text).size === 0 && kindsOf(formOf(words.slice(0, index))).has('place')
      )
    }
    const head = headKind(words[index - 1]?.text ?? '')
    const before = kindsOf(formOf(words.slice(0, index)))
    const isAcronym = index === 1 && /^\p{Lu}{3,}$/u.test(words[0]?.text ?? '')
    return isAcronym || isBody(head) || before.has('place')
  })
  if (at === -1) return [{title, words}]
  const before = words.slice(0, at)
  return [
    ...(isOffice(formOf(before)) ? [] : [{title: [], words: before}]),
    {title: [], words: words.slice(at)},
  ]
}

/** "King" and "Peter King" can be names; "the President" and "Bank President" cannot. */
function isNameItself(run: Run, before: Run): boolean {
  return (
    run.length === 1 || (before.length === 1 && kindsOf(before[0]?.text ?? '').has('firstName'))
  )
}

function isTitleWord(run: Run, index: number): boolean {
  const text = run[index]?.text ?? ''
  if (isTitle(text) || isTitlePart(text)) return true
  if (text === 'of' && isOfficeOf(run[index - 1]?.text ?? '', run[index + 1]?.text ?? ''))
    return true
  return run[index - 1]?.text === 'of' && isOfficeOf(run[index - 2]?.text ?? '', text)
}

/** Drops demonyms and dates around a name, and small words that are left at its ends. */
function trimmed(words: Run, title: Run, lowerCase: ReadonlySet<string>): Candidate[] {
  let from = 0
  let to = words.length
  const kindsAt = (index: number) => kindsOf(words[index]?.text ?? '')
  const isDated = (index: number) =>
    kindsAt(index).has('date') &&
    !(
      /^(?:May|March)$/.test(words[index]?.text ?? '') &&
      (title.length > 0 || kindsAt(index - 1).has('firstName'))
    )
  while (from < to && (isDated(from) || !startsName(words[from]))) from += 1
  while (to > from && (isDated(to - 1) || !endsName(words[to - 1]))) to -= 1
  if (to - from > 0 && kindsAt(from).has('people') && !headKind(words[to - 1]?.text ?? ''))
    from += 1
  const isCounted = from < to && isOrdinal(words[from]?.text ?? '')
  if (isCounted && !headKind(words[to - 1]?.text ?? '')) from += 1
  const name = words.slice(from, to)
  if (name.length === 0) return []
  return [candidateOf(name, title, lowerCase)]
}

function endsName(word: Word | undefined): boolean {
  return word !== undefined && (word.isCapital || headKind(word.text) === 'unit')
}

function startsName(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (word.isCapital || /^\d/.test(word.text)) &&
    !/^(?:Former|Late|Ex|Then)$/.test(word.text)
  )
}
