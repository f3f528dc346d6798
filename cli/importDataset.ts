import type {ReadStream} from 'node:fs'

import {ClientError, ServerError, type SanityClient} from '@sanity/client'

import {optionalPackage} from './optionalPackage.ts'
import {UserError} from './userError.ts'

/** What an import wrote. */
export interface Imported {
  documents: number
  /** Files that could not be brought along, one sentence each. */
  warnings: string[]
}

/** What becomes of a document that is there already: an error, replaced, or left as it is. */
export type ImportOperation = 'create' | 'createOrReplace' | 'createIfNotExists'

/** Reads an export into a dataset with `@sanity/import`; all of it is checked before any is written. */
export async function importDataset(
  client: SanityClient,
  source: ReadStream | string,
  {name, operation}: {name: string; operation: ImportOperation},
): Promise<Imported> {
  const {sanityImport} = await optionalPackage('@sanity/import', () => import('@sanity/import'))
  try {
    const {numDocs, warnings} = await sanityImport(source, {
      client,
      operation,
      releasesOperation: operation === 'create' ? 'fail' : 'replace',
      // Documents of assets name the dataset that they come from.
      allowAssetsInDifferentDataset: true,
      allowFailingAssets: true,
    })
    return {documents: numDocs, warnings: warnings.map(({message}) => message)}
  } catch (error) {
    throw explain(error, name)
  }
}

function explain(error: unknown, name: string): unknown {
  if (!(error instanceof Error)) return error
  const isRefused = error instanceof ClientError || error instanceof ServerError
  if (isRefused && JSON.stringify(error.details ?? '').includes('documentAlreadyExistsError')) {
    return new UserError(
      `${name}: ${error.message}\nUse --replace to replace such documents, --missing to leave them.`,
    )
  }
  const isNetwork = error.message === 'fetch failed'
  return isRefused || isNetwork
    ? error
    : new UserError(`${name} cannot be imported: ${error.message}`)
}
