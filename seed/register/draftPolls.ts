import type {Extraction} from '../extract/extract.ts'
import type {PollFinding} from '../extract/pollFindings.ts'
import {covers, type Span} from '../extract/span.ts'
import {locatePassage} from './passages.ts'
import {sentenceAt} from './sentenceAt.ts'

/** A poll as an article tells of it. */
export interface DraftedPoll {
  readonly title: string
  readonly pollsterWording: string
  readonly fieldwork?: {readonly value: string; readonly wording: string; readonly basis: 'stated'}
  /** The entity of the place where people were asked. */
  readonly place: string
  readonly passages: string[]
}

const again =
  /\b(?:the|this|that|same) (?:\p{L}+ )?(?:poll|survey)\b|\b(?:respondents|those (?:asked|polled|surveyed))\b/iu
const named = /\b(?:polls?|surveys?|polled|surveyed|questionnaire)\b/i

/**
 * The polls that an article reports, one for each paragraph that introduces one. A poll needs a
 * place: one that no place can be found for is left to the editors, and its shares stay figures.
 */
export function draftPolls(article: Extraction): DraftedPoll[] {
  const {text, paragraphs} = article
  const polls: {paragraphs: Span[]; findings: PollFinding[]}[] = []
  let before: number | undefined
  for (const [index, paragraph] of paragraphs.entries()) {
    const findings = article.pollFindings.filter((finding) => covers(paragraph, finding))
    if (findings.length === 0) continue
    const words = text.slice(paragraph.start, paragraph.end)
    const goesOn = before === index - 1 && (!named.test(words) || again.test(words))
    const last = polls.at(-1)
    if (goesOn && last) {
      last.paragraphs.push(paragraph)
      last.findings.push(...findings)
    } else if (findings.some(({rule}) => rule === 'pollNamed')) {
      polls.push({paragraphs: [paragraph], findings: [...findings]})
    } else continue
    before = index
  }
  return polls.flatMap((one) => draftPoll(article, one) ?? [])
}

function draftPoll(
  article: Extraction,
  poll: {paragraphs: readonly Span[]; findings: readonly PollFinding[]},
): DraftedPoll | undefined {
  const {text} = article
  const [first] = poll.findings
  const introductions = poll.paragraphs.flatMap((paragraph) => {
    const finding = poll.findings.find((one) => covers(paragraph, one))
    const sentence = finding && sentenceAt(article, finding)
    return finding && sentence ? [{start: sentence.start, end: finding.end}] : []
  })
  const passages = introductions.map(({start, end}) => text.slice(start, end))
  const around = poll.paragraphs.map(({start, end}) => text.slice(start, end)).join(' ')
  const pollsterWording = pollsterIn(around)
  const place = placeOf(article, poll, pollsterWording)
  const isClear = passages.every((passage) => locatePassage(article, passage))
  if (!first || place === undefined || !isClear || passages.length === 0) return undefined
  const topic = first.topic && text.slice(first.topic.start, first.topic.end)
  const fieldwork = fieldworkIn(article, poll.paragraphs)
  return {
    title: topic ? `Poll: ${topic}` : 'Poll',
    pollsterWording,
    ...(fieldwork && {fieldwork}),
    place,
    passages,
  }
}

/**
 * Where people were asked: in the place that those are said to be of who did the poll ("a Norland
 * student", "a Norlandian one") or who were asked, else the first that its paragraphs name apart
 * from what the questions were about, else the only one of the article.
 */
function placeOf(
  {text, mentions}: Extraction,
  poll: {paragraphs: readonly Span[]; findings: readonly PollFinding[]},
  pollster: string,
): string | undefined {
  const places = mentions.filter(({type}) => type === 'place')
  const named = places.find(({start, end}) => isOf(pollster, text.slice(start, end)))
  const here = places.filter((place) => poll.paragraphs.some((one) => covers(one, place)))
  const asked = here.find((place) => poll.findings.some(({base}) => base && covers(base, place)))
  const free = here.find((place) => !poll.findings.some(({topic}) => topic && covers(topic, place)))
  const all = new Set(places.map(({entity}) => entity))
  return (named ?? asked ?? free)?.entity ?? (all.size === 1 ? [...all][0] : undefined)
}

/** "Belarusian" is of Belarus. */
function isOf(words: string, place: string): boolean {
  const stem = place.length > 5 ? place.replace(/[aey]$/, '') : place
  return words.split(/[^\p{L}]+/u).some((word) => word.startsWith(stem))
}

const phrase = String.raw`(?:(?:an?|the) )?[\p{L}\p{N}][^.,;:()]*?`
const stop = String.raw`(?=[.,;:()]| (?:found|finds|showed|shows|suggest\w*|indicat\w*|said|says|has|had|in|on|at|published|conducted|released|taken|among|of)\b|$)`
const pollsters = [
  new RegExp(
    String.raw`\b(?:poll|survey)\w*(?: [\p{L}\p{N},-]+){0,8}? (?:by|from) (${phrase})${stop}`,
    'iu',
  ),
  new RegExp(String.raw`(${phrase}) (?:polled|surveyed|asked)\b`, 'iu'),
  /\b((?:an?|one|the) (?:[\p{L}\p{N}\u2019'-]+ ){0,4}?(?:poll|survey))\b/iu,
]

/** Who did it, in the article's own words: a name or a description, else what the poll is called. */
function pollsterIn(words: string): string {
  for (const pattern of pollsters) {
    const told = pattern.exec(words)?.[1]
    if (told) return told
  }
  return named.exec(words)?.[0] ?? words
}

/** When people were asked: a date that stands behind the words for the poll. */
function fieldworkIn(article: Extraction, paragraphs: readonly Span[]) {
  const {text, dates} = article
  for (const date of dates) {
    const paragraph = paragraphs.find((one) => covers(one, date))
    if (!paragraph || date.value === null) continue
    const before = text.slice(paragraph.start, date.start)
    const lead =
      /\b(?:poll|survey|polled|surveyed|conducted|taken|carried out)(?: \p{L}+)? ((?:in|on|during) (?:early |late |mid-)?)$/iu.exec(
        before,
      )
    if (!lead) continue
    const wording = `${lead[1] ?? ''}${text.slice(date.start, date.end)}`
    return {value: date.value, wording, basis: 'stated' as const}
  }
  return undefined
}
