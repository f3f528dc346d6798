import {createWriteStream} from 'node:fs'

import type {SanityClient} from '@sanity/client'

import {optionalPackage} from './optionalPackage.ts'
import {OWNER_ONLY, requestStream, saveBody} from './streams.ts'
import {UserError} from './userError.ts'

/** What an export holds. */
export interface Exported {
  documents: number
  /** Files of pictures and others that came along. */
  assets: number
}

/**
 * Writes a dataset to a file as far as the client may read it: `.ndjson` holds each document as it
 * is, `.tar.gz` the files of assets too, as `@sanity/export` packs them.
 */
export async function exportDataset(
  client: SanityClient,
  {file, format, types}: {file: string; format: 'ndjson' | 'tar.gz'; types: string[]},
): Promise<Exported> {
  if (format === 'ndjson') return exportLines(client, file, types)
  const {exportDataset: pack} = await optionalPackage(
    '@sanity/export',
    () => import('@sanity/export'),
  )
  const dataset = client.config().dataset ?? ''
  const outputPath = createWriteStream(file, OWNER_ONLY)
  const {documentCount, assetCount} = await pack({client, dataset, outputPath, types})
  return {documents: documentCount, assets: assetCount}
}

/** What the file name says about the format; a `UserError` for other names. */
export function exportFormat(file: string): 'ndjson' | 'tar.gz' {
  if (file.endsWith('.ndjson')) return 'ndjson'
  if (/\.(?:tar\.gz|tgz)$/.test(file)) return 'tar.gz'
  throw new UserError(
    `An export is a file that ends in .ndjson (documents) or .tar.gz (documents and files), not ${file}.`,
  )
}

async function exportLines(
  client: SanityClient,
  file: string,
  types: readonly string[],
): Promise<Exported> {
  const {dataset = ''} = client.config()
  const query = types.length > 0 ? `?types=${encodeURIComponent(types.join(','))}` : ''
  let documents = 0
  await saveBody(await requestStream(client, `/data/export/${dataset}${query}`), file, (chunk) => {
    documents += chunk.filter((byte) => byte === NEWLINE).length
  })
  return {documents, assets: 0}
}

const NEWLINE = 10
