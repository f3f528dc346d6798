import {readFileSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'

import {z} from 'zod'

import {stepsOf} from '../seed/extract/confidence.ts'
import {extract} from '../seed/extract/extract.ts'
import type {Extraction} from '../seed/extract/extract.ts'
import type {Quotation} from '../seed/extract/quotations.ts'
import type {Span} from '../seed/extract/span.ts'
import {overlaps} from '../seed/extract/span.ts'
import {wordsIn} from '../seed/extract/fragments.ts'

/**
 * Measures how often each rule that gives a quotation its speaker is right, and writes the table
 * from which answers take their confidence, beside the code and into the documentation:
 *
 *     npx tsx scripts/calibrate.ts --data articles.jsonl [--data more.jsonl]
 *
 * Each line of a file is an article that people have labelled: its text, and its quotations with
 * the words that name the speaker (UTF-16 offsets) and, where somebody has looked it up, the names
 * of the person meant (`entity`). Whom a pronoun means is judged by such lines alone. The data is
 * no part of the repository. A rule's confidence is the lower end of the Wilson interval of its
 * record (one-sided, 90 %), so that a rule seen seldom is never called certain.
 */
const line = z.object({
  text: z.string(),
  quotes: z.array(
    z.object({
      start: z.number(),
      end: z.number(),
      ignore: z.boolean().optional(),
      speaker: z
        .object({
          start: z.number(),
          end: z.number(),
          parts: z.array(z.tuple([z.number(), z.number()])).optional(),
          entity: z.array(z.string()).optional(),
        })
        .nullish(),
    }),
  ),
})

type Labelled = z.infer<typeof line>['quotes'][number]

const table = 'seed/extract/calibration.ts'
const page = 'docs/extraction.md'
const fewestWords = 5
/** How much of both spans must be shared for them to be one quotation. */
const sameSpan = 0.8
const quantile = 1.28
/** Two steps have a record of their own, rather than the product of theirs, from so many cases on. */
const fewestTogether = 30
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

const {values} = parseArgs({options: {data: {type: 'string', multiple: true, default: []}}})
if (values.data.length === 0) {
  console.error('Name the labelled articles: npx tsx scripts/calibrate.ts --data FILE')
  process.exit(1)
}

const records = new Map<string, {cases: number; right: number}>()
for (const file of values.data) {
  for (const row of readFileSync(file, 'utf8').split('\n')) {
    if (row.trim() !== '') count(line.parse(JSON.parse(row)))
  }
}
const rows = [...records]
  .filter(([rule, {cases}]) => stepsOf(rule).length === 1 || cases >= fewestTogether)
  .map(([rule, {cases, right}]) => ({rule, cases, right, confidence: lowerBound(right, cases)}))
  .sort((a, b) => b.confidence - a.confidence || a.rule.localeCompare(b.rule))

writeFileSync(table, moduleText())
const begin = '<!-- calibration:begin -->'
const end = '<!-- calibration:end -->'
const text = readFileSync(page, 'utf8')
const [before = ''] = text.split(begin)
const [, after = ''] = text.split(end)
writeFileSync(page, `${before}${begin}\n\n${markdown()}\n\n${end}${after}`)
console.log(markdown())

function count({text, quotes}: z.infer<typeof line>): void {
  const article = extract(text, [])
  for (const labelled of quotes) {
    if (labelled.ignore || wordsIn(text, labelled).length < fewestWords) continue
    const found = article.quotations.find((one) => shared(text, one, labelled) >= sameSpan)
    if (!found || found.kind === 'scare') continue
    const [words = '', pronoun] = stepsOf(found.rule)
    const isNamed = isRight(article, found, {
      ...labelled,
      speaker: withoutEntity(labelled, pronoun),
    })
    note(words, isNamed)
    if (!pronoun || !labelled.speaker?.entity?.length) continue
    const isMeant = isRight(article, found, labelled)
    if (isNamed) note(pronoun, isMeant)
    note(found.rule, isMeant)
  }
}

/** A pronoun is the right word whomever it means. */
function withoutEntity({speaker}: Labelled, pronoun: string | undefined): Labelled['speaker'] {
  return pronoun && speaker ? {...speaker, entity: undefined} : speaker
}

function note(step: string, isRight: boolean): void {
  const record = records.get(step) ?? {cases: 0, right: 0}
  record.cases += 1
  if (isRight) record.right += 1
  records.set(step, record)
}

function isRight(article: Extraction, found: Quotation, {speaker}: Labelled): boolean {
  const entity = found.speaker ?? found.candidates[0]?.entity ?? null
  if (!speaker) return entity === null && found.speakerWords === null
  if (speaker.entity?.length) {
    const name = article.entities.find((one) => one.entity === entity)?.name
    return name !== undefined && speaker.entity.some((one) => lastName(one) === lastName(name))
  }
  const {speakerWords} = found
  const parts = speaker.parts ?? [[speaker.start, speaker.end] as const]
  if (!speakerWords) return false
  if (parts.some(([start, end]) => overlaps(speakerWords, {start, end}))) return true
  // Another place where the same person is named will do.
  const words = (span: Span) => article.text.slice(span.start, span.end)
  return (
    /\p{Lu}/u.test(words(speaker)) && lastName(words(speaker)) === lastName(words(speakerWords))
  )
}

function lastName(name: string): string {
  const words = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return (
    words
      .replaceAll(/['\u2019]s\b|[^\p{L}\p{N} ]/gu, '')
      .trim()
      .split(/\s+/)
      .at(-1) ?? ''
  )
}

/** The share of both spans, marks and stops at their edges left out, that they have in common. */
function shared(text: string, a: Span, b: Span): number {
  const [one, other] = [a, b].map((span) => {
    const words = text.slice(span.start, span.end)
    const start = span.start + (/^[^\p{L}\p{N}]*/u.exec(words)?.[0].length ?? 0)
    return {start, end: start + words.replaceAll(edges, '').length}
  })
  if (!one || !other) return 0
  const both = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return both / (Math.max(one.end, other.end) - Math.min(one.start, other.start))
}

function lowerBound(right: number, cases: number): number {
  const share = right / cases
  const square = quantile * quantile
  const spread = Math.sqrt((share * (1 - share)) / cases + square / (4 * cases * cases))
  const bound = (share + square / (2 * cases) - quantile * spread) / (1 + square / cases)
  return Math.round(bound * 1000) / 1000
}

function moduleText(): string {
  const lines = rows.map(({rule, cases, right, confidence}) => {
    const key = /^\w+$/.test(rule) ? rule : `'${rule}'`
    return `  ${key}: {cases: ${cases}, right: ${right}, confidence: ${confidence}},`
  })
  return `// Written by scripts/calibrate.ts; do not edit.
// oxlint-disable oxc/approx-constant

/** How a rule fared on labelled articles, and the confidence that its answers carry. */
export interface Calibrated {
  readonly cases: number
  readonly right: number
  readonly confidence: number
}

/** The record of each rule that gives a quotation its speaker, the surest first. */
export const calibration: Readonly<Record<string, Calibrated>> = {
${lines.join('\n')}
}
`
}

function markdown(): string {
  const lines = rows.map(
    ({rule, cases, right, confidence}) =>
      `| \`${rule}\` | ${cases} | ${((100 * right) / cases).toFixed(1)} % | ${confidence.toFixed(3)} |`,
  )
  return ['| rule | cases | right | confidence |', '| --- | ---: | ---: | ---: |', ...lines].join(
    '\n',
  )
}
