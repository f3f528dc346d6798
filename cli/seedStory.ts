import type {SanityClient} from '@sanity/client'

import {buildStory} from '../seed/compose/buildStory.ts'
import {checkArticleText} from '../seed/compose/checkArticleText.ts'
import {problemLine, type Problem} from '../seed/validate/problem.ts'
import {
  writeDocuments,
  type Outcome,
  type SeedDocument,
  type WriteOptions,
} from '../seed/write/writeDocuments.ts'
import {articlePath, readStoryFile, registerPath, type StoryFile} from './storyFiles.ts'
import {futureDataset} from './surroundings.ts'
import {UserError} from './userError.ts'

/** What seeding a story did, or on a dry run would do. */
export interface SeedReport {
  article: string
  dryRun: boolean
  /** `null` when nothing was written. */
  transactionId: string | null
  documents: Outcome[]
  references: number
  mentions: number
  quotations: number
  findings: number
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
  return storyWithRegister(article, register)
}

/** The documents of an article whose register its editors have looked through. */
export function storyWithRegister(article: StoryFile, register: StoryFile): ReadStory {
  const built = buildStory({article, register})
  if (built.problems) throw refusal(built.problems)
  return {article: article.file, documents: built.documents}
}

/** Reads an article that may have no register; a `UserError` says why it is none. */
export async function readArticle(file: string | undefined): Promise<StoryFile> {
  const article = await readStoryFile(articlePath(file))
  const problems = checkArticleText(article.content, article.file)
  if (problems.length > 0) throw refusal(problems)
  return article
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

  progress(options.dryRun ? 'Comparing with the dataset' : 'Writing')
  const {outcomes, transactionId} = await writeDocuments(client, documents, options)
  return {
    article,
    dryRun: options.dryRun ?? false,
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
  ].join('\n')
}

function refusal(problems: readonly Problem[]): UserError {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`
  const lines = [...problems.map(problemLine), `The story has ${count}; nothing was written.`]
  return new UserError(lines.join('\n'))
}

function countParts(documents: readonly object[]) {
  const counts = {references: 0, mentions: 0, quotations: 0, findings: 0}
  const counted: Record<string, keyof typeof counts> = {
    reference: 'references',
    mention: 'mentions',
    quotation: 'quotations',
    pollFinding: 'findings',
  }
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      const kind = '_type' in value ? counted[String(value._type)] : undefined
      if (kind !== undefined) counts[kind]++
      Object.values(value).forEach(visit)
    }
  }
  visit(documents)
  return counts
}
