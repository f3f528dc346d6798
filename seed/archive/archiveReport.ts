import type {SeedDocument, Outcome} from '../write/writeDocuments.ts'
import {countParts, type PartCounts} from '../write/countParts.ts'
import type {ArchiveArticle} from './articleRecord.ts'
import {attributesOf} from './attributes.ts'
import type {NearDuplicate} from './nearDuplicates.ts'

type Status = Outcome['status']

/** The first of a list that may be long, and how many more there were. */
export interface Listed<Item> {
  readonly first: Item[]
  more: number
}

/** What seeding an archive did, or on a dry run would do. */
export interface ArchiveReport extends PartCounts {
  readonly run: string
  readonly dryRun: boolean
  /** Articles by what became of them. */
  readonly articles: Record<Status | 'failed', number>
  /** For each type of document how many came to what. */
  readonly documents: Record<string, Record<Status, number>>
  /** Articles that no suggestions were made for, as they are not in English. */
  notEnglish: number
  /** Documents of which something was kept as editors have it. */
  readonly kept: Listed<Outcome>
  readonly nearDuplicates: Listed<NearDuplicate>
  /** What was known of articles and has no field: how many articles had it. */
  readonly leftOver: Record<string, number>
  readonly failures: Listed<{readonly place: string; readonly problems: readonly string[]}>
  /** What is sent to the dataset; its size is told on a dry run only. */
  readonly load: {transactions: number; bytes: number; attributes: number}
}

/** Keeps count of a run; what it holds does not grow with the archive. */
export interface Tally {
  readonly report: ArchiveReport
  readonly fail: (place: string, problems: readonly string[]) => void
  readonly skip: (article: ArchiveArticle) => void
  readonly resemble: (pair: NearDuplicate) => void
  readonly note: (article: ArchiveArticle, isEnglish: boolean) => void
  readonly write: (documents: readonly SeedDocument[], outcomes: readonly Outcome[]) => void
  readonly send: (documents: readonly SeedDocument[]) => void
}

const LISTED = 1000

/** Begins the count of a run. */
export function startTally(run: string, dryRun: boolean): Tally {
  const attributes = new Set<string>()
  const report: ArchiveReport = {
    run,
    dryRun,
    articles: {created: 0, updated: 0, unchanged: 0, kept: 0, failed: 0},
    documents: {},
    notEnglish: 0,
    references: 0,
    mentions: 0,
    quotations: 0,
    findings: 0,
    kept: {first: [], more: 0},
    nearDuplicates: {first: [], more: 0},
    leftOver: {},
    failures: {first: [], more: 0},
    load: {transactions: 0, bytes: 0, attributes: 0},
  }
  return {
    report,
    fail: (place, problems) => {
      report.articles.failed++
      list(report.failures, {place, problems})
    },
    skip: () => {
      report.articles.unchanged++
    },
    resemble: (pair) => list(report.nearDuplicates, pair),
    note: ({leftOver}, isEnglish) => {
      if (!isEnglish) report.notEnglish++
      for (const name of leftOver) report.leftOver[name] = (report.leftOver[name] ?? 0) + 1
    },
    write: (documents, outcomes) => {
      for (const outcome of outcomes) {
        const {type, status, edited, conflicts} = outcome
        const counts = (report.documents[type] ??= {created: 0, updated: 0, unchanged: 0, kept: 0})
        counts[status]++
        if (type === 'article') report.articles[status]++
        if (status === 'kept' || edited.length + conflicts.length > 0) list(report.kept, outcome)
      }
      const parts = countParts(documents)
      report.references += parts.references
      report.mentions += parts.mentions
      report.quotations += parts.quotations
      report.findings += parts.findings
    },
    send: (documents) => {
      report.load.transactions++
      if (!dryRun) return
      for (const document of documents) {
        report.load.bytes += Buffer.byteLength(JSON.stringify(document))
        for (const attribute of attributesOf(document)) attributes.add(attribute)
      }
      report.load.attributes = attributes.size
    },
  }
}

function list<Item>(listed: Listed<Item>, item: Item): void {
  if (listed.first.length < LISTED) listed.first.push(item)
  else listed.more++
}
