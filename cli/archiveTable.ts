import type {ArchiveReport, Listed} from '../seed/archive/archiveReport.ts'
import type {UndoReport} from '../seed/write/undoRun.ts'
import {duration} from './progressBar.ts'
import {undoHint} from './seedStory.ts'

const statuses = ['created', 'updated', 'unchanged', 'kept'] as const

/** The hosted Content Lake takes 25 transactions a second; an answer takes about this long. */
const SECONDS_A_TRANSACTION = 0.3

/** What became of an archive, as a person reads it. */
export function archiveTable(report: ArchiveReport): string {
  const {dryRun, documents, articles, load} = report
  const types = Object.keys(documents).toSorted()
  const head = ['', ...statuses]
  const rows = types.map((type) => [
    type,
    ...statuses.map((status) => documents[type]?.[status] ?? 0),
  ])
  const count = Object.values(articles).reduce((sum, one) => sum + one, 0)
  return [
    dryRun
      ? `${plural(count, 'article')}; nothing written, this is what would be:`
      : `${plural(count, 'article')}, run ${report.run}:`,
    ...(rows.length > 0 ? table([head, ...rows]) : []),
    ...countLines(report),
    ...(dryRun
      ? [
          `${load.attributes} attributes, ${load.bytes} bytes in ${plural(load.transactions, 'transaction')}; on the hosted Content Lake about ${duration(load.transactions * SECONDS_A_TRANSACTION)}`,
        ]
      : []),
    ...listLines(report.kept, ({id, type, edited, conflicts}) =>
      edited.length + conflicts.length === 0
        ? `kept ${type} ${id}: editors published or deleted it`
        : `kept in ${type} ${id}: ${[...edited, ...conflicts.map((name) => `${name} (changed on both sides)`)].join(', ')}`,
    ),
    ...listLines(
      report.nearDuplicates,
      ({place, of, likeness}) =>
        `near-duplicate: ${place} says ${Math.round(likeness * 100)} % of what ${of} says`,
    ),
    ...Object.entries(report.leftOver).map(
      ([name, times]) =>
        `  not taken over: ${name} (of ${plural(times, 'article')}), it has no field`,
    ),
    ...listLines(
      report.failures,
      ({place, problems}) => `failed: ${place}: ${problems.join('; ')}`,
    ),
    ...(dryRun || articles.created + articles.updated === 0 ? [] : [undoHint(report.run)]),
  ].join('\n')
}

function countLines(report: ArchiveReport): string[] {
  const {articles, references, mentions, quotations, findings, notEnglish} = report
  return [
    `${references} references, ${mentions} mentions, ${quotations} quotations, ${findings} poll findings`,
    ...(articles.unchanged > 0 ? [`${plural(articles.unchanged, 'article')} already there`] : []),
    ...(notEnglish > 0
      ? [`${plural(notEnglish, 'article')} not in English, without suggestions`]
      : []),
  ]
}

/** What was taken back, and what was not, as a person reads it. */
export function undoTable({run, dryRun, outcomes}: UndoReport): string {
  const count = (status: string) => outcomes.filter((one) => one.status === status).length
  return [
    `${dryRun ? 'Nothing done, this is what taking back run' : 'Took back run'} ${run}${dryRun ? ' would do' : ''}:`,
    `${count('deleted')} deleted, ${count('restored')} restored, ${count('kept')} kept, ${count('gone')} gone already`,
    ...outcomes
      .filter(({status}) => status === 'kept')
      .map(
        ({type, id, reason, fields}) =>
          `  kept ${type} ${id}: it ${reason}${fields ? ` (${fields.join(', ')})` : ''}`,
      ),
  ].join('\n')
}

function table(rows: readonly (readonly (string | number)[])[]): string[] {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => String(row[column] ?? '').length)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths?.[column] ?? 0
        return column === 0 ? String(cell).padEnd(width) : String(cell).padStart(width)
      })
      .join('  ')
      .trimEnd(),
  )
}

function listLines<Item>({first, more}: Listed<Item>, describe: (item: Item) => string): string[] {
  return [
    ...first.map((item) => `  ${describe(item)}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ]
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
