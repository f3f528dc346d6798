import {Hono} from 'hono'
import {z} from 'zod'

import {action} from '../action.ts'
import {mutation} from '../mutation.ts'
import type {Env, LakeContext} from './context.ts'
import {datasetName, flag, isImport, readBody} from './input.ts'

const transactionId = z
  .string()
  .regex(/^[\w.-]{1,128}$/, 'is not a transaction id')
  .optional()
const mutateBody = z.looseObject({mutations: z.array(mutation).min(1), transactionId})
const actionsBody = z.looseObject({
  actions: z.array(action).min(1),
  transactionId,
  dryRun: z.boolean().optional(),
})

/** How `@sanity/import` marks its requests: it puts documents back as they were. */
const RESTORING_TAG = /(?:^|\.)sanity\.import\./

/**
 * `/data/mutate` and `/data/actions`: the two ways to change documents, each one transaction. The
 * dataset is looked up once the body is there: meanwhile a backup may have been restored.
 */
export function writeRoutes(lake: LakeContext): Hono<Env> {
  return new Hono<Env>()
    .post('/data/mutate/:dataset', async (context) => {
      const body = await readBody(context, mutateBody)
      const dataset = lake.dataset(datasetName(context))
      const {transactionId, results} = dataset.mutate(body.mutations, {
        user: context.get('user'),
        transactionId: body.transactionId,
        dryRun: flag(context, 'dryRun'),
        imported: isImport(context),
        verbatim: RESTORING_TAG.test(context.req.query('tag') ?? ''),
      })
      const withDocuments = flag(context, 'returnDocuments')
      if (withDocuments) {
        const ids = results.map(({id}) => id)
        dataset.noteReading('write', ids, context.get('user'))
      }
      return context.json({
        transactionId,
        results: results.map(({id, operation, document}) =>
          withDocuments ? {id, operation, document} : {id, operation},
        ),
      })
    })
    .post('/data/actions/:dataset', async (context) => {
      const {actions, transactionId, dryRun = false} = await readBody(context, actionsBody)
      const dataset = lake.dataset(datasetName(context))
      const options = {user: context.get('user'), transactionId, dryRun}
      return context.json(dataset.act(actions, options))
    })
}
