import {randomBytes} from 'node:crypto'

import type {SanityClient} from '@sanity/client'

import {runDocumentId} from '../../vocabulary/seedMemory.ts'

/** A name for a run: when it began, and four letters that no other run of that second has. */
export function newRunId(now = new Date()): string {
  const [day = '', time = ''] = now.toISOString().replaceAll(/[-:]/g, '').split(/[T.]/)
  return `${day}-${time}-${randomBytes(2).toString('hex')}`
}

/** Records in the dataset that a run has begun, so that it can be taken back from any machine. */
export async function beginRun(client: SanityClient, run: string): Promise<void> {
  await client.createIfNotExists({
    _id: runDocumentId(run),
    _type: 'seedRun',
    run,
    startedAt: new Date().toISOString(),
  })
}

/** Records that a run came to its end, and what became of its articles. */
export async function endRun(
  client: SanityClient,
  {run, articles}: {readonly run: string; readonly articles: Readonly<Record<string, number>>},
): Promise<void> {
  await client
    .patch(runDocumentId(run))
    .set({finishedAt: new Date().toISOString(), articles})
    .commit({returnDocuments: false})
}
