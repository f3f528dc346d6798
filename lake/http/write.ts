import {Hono} from 'hono'
import {z} from 'zod'

import {action} from '../action.ts'
import {answerMutation} from './answerMutation.ts'
import type {Env, LakeContext} from './context.ts'
import {datasetAddress, datasetName, readBody} from './input.ts'
import {transactionId} from './transactionId.ts'

const actionsBody = z.looseObject({
  actions: z.array(action).min(1),
  transactionId,
  dryRun: z.boolean().optional(),
})

/**
 * `/data/mutate` and `/data/actions`: the two ways to change documents, each one transaction. The
 * dataset is looked up once the body is there: meanwhile a backup may have been restored.
 */
export function writeRoutes(lake: LakeContext): Hono<Env> {
  return new Hono<Env>()
    .post('/data/mutate/:dataset', async (context) => {
      const answer = answerMutation(lake, datasetAddress(context), await context.req.text())
      return context.body(answer, 200, {'content-type': 'application/json'})
    })
    .post('/data/actions/:dataset', async (context) => {
      const {actions, transactionId, dryRun = false} = await readBody(context, actionsBody)
      const dataset = lake.dataset(datasetName(context))
      const options = {user: context.get('user'), transactionId, dryRun}
      return context.json(dataset.act(actions, options))
    })
}
