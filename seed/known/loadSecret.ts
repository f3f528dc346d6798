import {randomBytes} from 'node:crypto'

import type {SanityClient} from '@sanity/client'

import {seedSecretId, seedSecretType} from '../../vocabulary/seedMemory.ts'

/**
 * The secret from which a dataset's ids are derived: made once and kept where no reader sees it.
 * On a dry run a dataset that has none gets none, and the ids are made up.
 */
export async function loadSecret(
  client: SanityClient,
  {dryRun = false}: {dryRun?: boolean | undefined} = {},
): Promise<string> {
  const secret = randomBytes(24).toString('base64url')
  if (!dryRun) {
    const document = {_id: seedSecretId, _type: seedSecretType, secret}
    await client.createIfNotExists(document, {returnDocuments: false, visibility: 'sync'})
  }
  const found = await client.getDocument<{secret?: string}>(seedSecretId)
  return found?.secret ?? secret
}
