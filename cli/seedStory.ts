import type {SanityClient} from '@sanity/client'

import {asDrafts} from '../seed/compose/asDrafts.ts'
import {buildStory} from '../seed/compose/buildStory.ts'
import {loadKnown} from '../seed/known/loadKnown.ts'
import {problemLine, type Problem} from '../seed/validate/problem.ts'
import {newRunId} from '../seed/write/runs.ts'
import {countParts, type PartCounts} from '../seed/write/countParts.ts'
import {
  writeDocuments,
  type Outcome,
  type SeedDocument,
  type WriteOptions,
} from '../seed/write/writeDocuments.ts'
import {articlePath, readStoryFile, registerPath} from './storyFiles.ts'
import {futureDataset} from './surroundings.ts'
import {UserError} from './userError.ts'

/** What seeding a story did, or on a dry run would do. */
export interface SeedReport extends PartCounts {
  article: string
  dryRun: boolean
  /** What `--undo` takes back. */
  run: string
  /** `null` when nothing was written. */
  transactionId: string | null
  documents: Outcome[]
  /** What an editor may want to look at; nothing that keeps the story from being published. */
  warnings: string[]
}

/** A story read from its files and turned into documents; not validated yet. */
export interface ReadStory {
  article: string
  documents: readonly SeedDocument[]
}

/** Reads an article and its register; a `UserError` lists all that is wrong with the two. */
export async function readStory(
  files: {article?: string | undefined; register?: string | undefined} = {},
): Promise<ReadStory> {
  const article = await readStoryFile(articlePath(files.article))
  const register = await readStoryFile(registerPath(article.file, files.register))
  const built = buildStory({article, register})
  if (built.problems) throw refusal(built.problems)
  return {article: article.file, documents: built.documents}
}

/**
 * A story as drafts, for editors to publish. A register is their confirmation: nothing of it is a
 * suggestion.
 */
export async function asConfirmedDrafts(
  client: SanityClient,
  {article, documents}: ReadStory,
): Promise<ReadStory> {
  const known = await loadKnown(client)
  return {article, documents: asDrafts(documents, {...known, isSuggested: false})}
}

/** Validates a story's documents and writes them. Nothing is written while anything is wrong. */
export async function seedStory(
  client: SanityClient,
  {article, documents}: ReadStory,
  options: WriteOptions = {},
  progress: (step: string) => void = () => {},
): Promise<SeedReport> {
  progress(`Validating ${documents.length} documents`)
  const {errors, warnings} = await validate(client, documents)
  if (errors.length > 0) throw refusal(errors)

  const {run = newRunId()} = options
  progress(options.dryRun ? 'Comparing with the dataset' : 'Writing')
  const {outcomes, transactionId} = await writeDocuments(client, documents, {
    ...options,
    run,
  })
  return {
    article,
    dryRun: options.dryRun ?? false,
    run,
    transactionId,
    documents: outcomes,
    ...countParts(documents),
    warnings: warnings.map(problemLine),
  }
}

async function validate(client: SanityClient, documents: readonly SeedDocument[]) {
  // Loading Sanity's validators takes seconds, which only a sound story has to wait for.
  const {validateDocuments} = await import('../seed/validate/validateDocuments.ts')
  const future = await futureDataset(client, documents)
  try {
    return await validateDocuments(documents, future)
  } finally {
    await future.close()
  }
}

/** A report as a person reads it. */
export function describeReport({documents, dryRun, ...report}: SeedReport): string {
  const statuses = ['created', 'updated', 'unchanged', 'kept'] as const
  const rows = statuses.flatMap((status) => {
    const count = documents.filter((outcome) => outcome.status === status).length
    return count === 0 ? [] : [`${String(count).padStart(5)} ${status}`]
  })
  const kept = documents.flatMap(({id, type, edited, conflicts}) => [
    ...edited.map((field) => `  ${type} ${id}: kept ${field}, which an editor changed`),
    ...conflicts.map(
      (field) => `  ${type} ${id}: kept ${field}, changed on both sides (--force overwrites)`,
    ),
  ])
  const {references, mentions, quotations, findings} = report
  return [
    dryRun ? `${report.article}: nothing written, this is what would be:` : `${report.article}:`,
    ...rows,
    ...kept,
    `${references} references, ${mentions} mentions, ${quotations} quotations, ${findings} poll findings`,
    ...report.warnings.map((warning) => `  note: ${warning}`),
    ...(report.transactionId === null ? [] : [undoHint(report.run)]),
  ].join('\n')
}

/** How a run is taken back. */
export function undoHint(run: string): string {
  return `To take this run back: storygraph seed --undo ${run}`
}

function refusal(problems: readonly Problem[]): UserError {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`
  const lines = [...problems.map(problemLine), `The story has ${count}; nothing was written.`]
  return new UserError(lines.join('\n'))
}
