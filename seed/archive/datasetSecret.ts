import {randomBytes} from 'node:crypto'

import type {SanityClient} from '@sanity/client'

import {datasetSecretId} from '../../vocabulary/seedMemory.ts'

/**
 * What the ids of a dataset's archive are derived from. It is made by the first run and stays in
 * the dataset, where readers cannot see it: whoever runs the next one derives the same ids.
 */
export async function datasetSecret(client: SanityClient): Promise<string> {
  const secret = randomBytes(24).toString('base64url')
  await client.createIfNotExists({_id: datasetSecretId, _type: 'seedSecret', secret})
  return (await readSecret(client)) ?? secret
}

/** The same without making one, for a run that writes nothing. */
export async function existingSecret(client: SanityClient): Promise<string> {
  return (await readSecret(client)) ?? randomBytes(24).toString('base64url')
}

async function readSecret(client: SanityClient): Promise<string | undefined> {
  const document = await client.getDocument(datasetSecretId)
  const secret: unknown = document?.['secret']
  return typeof secret === 'string' ? secret : undefined
}
