import type {Span} from '../span.ts'
import {inReadingOrder} from '../span.ts'
import {headKind} from './headWords.ts'
import {kindsOf} from './lexicon.ts'
import type {Run} from './runs.ts'
import {findRuns} from './runs.ts'
import {isCourtesy, isOfficeOf, isTitle, isTitlePart} from './titles.ts'
import {isSmallWord} from './smallWords.ts'
import type {Word} from './words.ts'

/** Words that may name somebody or something, the titles before a person's name apart. */
export interface Candidate extends Span {
  readonly words: Run
  /** "Prime Minister" before the name; empty when there is none. */
  readonly title: Run
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
    .flatMap(({title, words}) => trimmed(words, title))
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
    const [first] = name
    const last = name.at(-1)
    if (first && last) {
      found.push({start: first.start, end: last.end, words: name, title: [], form: formOf(name)})
    }
    from = Math.max(to, from + 1)
  }
  return found
}

/** The printed words of a run, as one name. */
export function formOf(run: Run): string {
  return run
    .map(({text, gap}, index) => (index === 0 ? text : `${gap.replace(/\s+/g, ' ')}${text}`))
    .join('')
}

/** Lines that are set with capitals throughout tell nothing by them. */
function findHeadings(words: readonly Word[]): ReadonlySet<number> {
  const counts = new Map<number, {long: number; capital: number}>()
  for (const {line, text, isCapital} of words) {
    const count = counts.get(line) ?? {long: 0, capital: 0}
    counts.set(line, count)
    if (text.length < 4) continue
    count.long += 1
    if (isCapital) count.capital += 1
  }
  return new Set(
    [...counts].flatMap(([line, {long, capital}]) =>
      long >= 4 && long < 40 && capital / long > 0.7 ? [line] : [],
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
  const isKnownRest = rest.length > 0 && inside.has(formOf(rest))
  if (kinds.size === 0 && (isKnownRest || verbLike.test(first.text))) return rest
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
  if (headed !== undefined && !isCourtesy(run[0]?.text ?? '')) return [{title: [], words: run}]
  if (kindsOf(formOf(run)).has('organisation')) return [{title: [], words: run}]
  let from = run.findIndex(({text}, index) => isTitle(text) && (index > 0 || run.length > 0))
  if (from === -1) return [{title: [], words: run}]
  let to = from + 1
  while (from > 0 && isTitlePart(run[from - 1]?.text ?? '')) from -= 1
  while (to < run.length && isTitleWord(run, to)) to += 1
  const name = run.slice(to)
  const before = run.slice(0, from)
  return [
    ...(before.length > 0 ? [{title: [], words: before}] : []),
    ...(name.length > 0 ? [{title: run.slice(from, to), words: name}] : []),
  ]
}

/** Cuts "Washington | Chris Gregoire" and "Refugee Council | Ann Lund". */
function splitAtPerson({title, words}: Titled): Titled[] {
  if (title.length > 0) return [{title, words}]
  const at = words.findIndex(({text}, index) => {
    if (index === 0 || words.length - index < 2 || headKind(words.at(-1)?.text ?? '')) return false
    if (!kindsOf(text).has('firstName')) {
      return (
        index > 1 && kindsOf(text).size === 0 && kindsOf(formOf(words.slice(0, index))).has('place')
      )
    }
    const head = headKind(words[index - 1]?.text ?? '')
    const before = kindsOf(formOf(words.slice(0, index)))
    return head === 'organisation' || head === 'facility' || before.has('place')
  })
  if (at === -1) return [{title, words}]
  return [
    {title: [], words: words.slice(0, at)},
    {title: [], words: words.slice(at)},
  ]
}

function isTitleWord(run: Run, index: number): boolean {
  const text = run[index]?.text ?? ''
  if (isTitle(text) || isTitlePart(text)) return true
  if (text === 'of' && isOfficeOf(run[index - 1]?.text ?? '', run[index + 1]?.text ?? ''))
    return true
  return run[index - 1]?.text === 'of' && isOfficeOf(run[index - 2]?.text ?? '', text)
}

/** Drops demonyms and dates around a name, and small words that are left at its ends. */
function trimmed(words: Run, title: Run): Candidate[] {
  let from = 0
  let to = words.length
  const kindsAt = (index: number) => kindsOf(words[index]?.text ?? '')
  while (from < to && (kindsAt(from).has('date') || !startsName(words[from]))) from += 1
  while (to > from && (kindsAt(to - 1).has('date') || !endsName(words[to - 1]))) to -= 1
  if (to - from > 0 && kindsAt(from).has('people') && !headKind(words[to - 1]?.text ?? ''))
    from += 1
  const name = words.slice(from, to)
  const first = name[0]
  const last = name.at(-1)
  if (!first || !last) return []
  return [{start: first.start, end: last.end, words: name, title, form: formOf(name)}]
}

function endsName(word: Word | undefined): boolean {
  return word !== undefined && (word.isCapital || headKind(word.text) === 'unit')
}

function startsName(word: Word | undefined): boolean {
  return word !== undefined && (word.isCapital || /^\d/.test(word.text))
}
