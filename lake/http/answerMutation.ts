import {z} from 'zod'

import {mutation} from '../mutation.ts'
import type {DatasetAddress} from './asked.ts'
import type {LakeContext} from './context.ts'
import {flag, isImport, understood} from './input.ts'
import {transactionId} from './transactionId.ts'

const shape = z.looseObject({mutations: z.array(mutation).min(1), transactionId})

/** How `@sanity/import` marks its requests: it puts documents back as they were. */
const RESTORING_TAG = /(?:^|\.)sanity\.import\./

/** Does in one transaction what a body asks for, and answers with JSON. */
export function answerMutation(
  lake: LakeContext,
  {dataset: name, search, user}: DatasetAddress,
  body: string,
): string {
  const asked = understood(body, shape)
  // Not before the body is there: meanwhile a backup may have been restored.
  const dataset = lake.dataset(name)
  const {transactionId, results} = dataset.mutate(asked.mutations, {
    user,
    transactionId: asked.transactionId,
    dryRun: flag(search, 'dryRun'),
    imported: isImport(search),
    verbatim: RESTORING_TAG.test(search['tag'] ?? ''),
  })
  const withDocuments = flag(search, 'returnDocuments')
  if (withDocuments) {
    const ids = results.map(({id}) => id)
    dataset.noteReading('write', ids, user)
  }
  return JSON.stringify({
    transactionId,
    results: results.map(({id, operation, document}) =>
      withDocuments ? {id, operation, document} : {id, operation},
    ),
  })
}
