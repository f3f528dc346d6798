import {createWriteStream} from 'node:fs'
import {pipeline} from 'node:stream/promises'

import type {SanityClient} from '@sanity/client'

import {optionalPackage} from './optionalPackage.ts'
import {UserError} from './userError.ts'

/** What an export holds. */
export interface Exported {
  documents: number
  /** Files of pictures and others that came along. */
  assets: number
}

/** An export holds drafts and confidential notes: nobody else on the machine is to read it. */
const OWNER_ONLY = {mode: 0o600}

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
  const {dataset = '', token} = client.config()
  const url = new URL(client.getUrl(`/data/export/${dataset}`))
  if (types.length > 0) url.searchParams.set('types', types.join(','))
  const response = await fetch(url, {
    headers: token === undefined ? {} : {authorization: `Bearer ${token}`},
  })
  if (!response.ok || response.body === null) throw await refusal(response)
  let documents = 0
  const reader = response.body.getReader()
  const chunks = async function* () {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      documents += read.value.filter((byte) => byte === NEWLINE).length
      yield read.value
    }
  }
  await pipeline(chunks, createWriteStream(file, OWNER_ONLY))
  return {documents, assets: 0}
}

const NEWLINE = 10

async function refusal(response: Response): Promise<UserError> {
  const {message = response.statusText} = JSON.parse((await response.text()) || '{}')
  return new UserError(`The Content Lake refused (${response.status}): ${message}`)
}
