import type {SanityClient} from '@sanity/client'

import type {ArchiveReport} from '../seed/archive/archiveReport.ts'
import {type ArchiveOptions, seedArchive} from '../seed/archive/seedArchive.ts'
import {openArticles} from './articleSources.ts'
import {progressBar} from './progressBar.ts'

/** Seeds articles that no editor has seen yet as drafts, and shows how that comes on. */
export async function seedArticles(
  client: SanityClient,
  inputs: readonly string[],
  given: {readonly title?: string | undefined; readonly language?: string | undefined},
  options: ArchiveOptions,
  where: string,
): Promise<ArchiveReport> {
  const {articles, totalBytes, bytesRead} = await openArticles(inputs, given)
  // Loading the content model takes seconds.
  const {checkDrafts} = await import('../seed/validate/checkDrafts.ts')
  console.error(`Run ${options.run} (${where}) …`)
  const bar = progressBar(process.stderr, 'article')
  let done = 0
  const onArticles = (report: ArchiveReport, count: number): void => {
    done += count
    const share = totalBytes === undefined ? undefined : Math.min(1, bytesRead() / totalBytes)
    bar.update({done, failed: report.articles.failed, share})
  }
  try {
    return await seedArchive(client, articles, {...options, check: checkDrafts, onArticles})
  } finally {
    bar.end()
  }
}
