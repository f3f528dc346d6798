import {Hono} from 'hono'
import {z} from 'zod'

import type {GroqRequest} from '../query/parsedQuery.ts'
import {answerQuery, requestIn} from './answerQuery.ts'
import type {Env, LakeContext, LakeRequest} from './context.ts'
import {datasetName, readBody} from './input.ts'

const requestBody = z.looseObject({
  query: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
})

/** `/data/query`: GROQ by GET, or by POST when the query is long. */
export function queryRoutes(lake: LakeContext): Hono<Env> {
  async function answer(context: LakeRequest, request: GroqRequest): Promise<Response> {
    const address = {
      version: context.req.param('version') ?? '',
      dataset: datasetName(context),
      search: context.req.query(),
      user: context.get('user'),
    }
    const body = await answerQuery(lake, address, request, (name, value) =>
      context.header(name, value),
    )
    return context.body(body, 200, {'content-type': 'application/json'})
  }

  return new Hono<Env>()
    .get('/data/query/:dataset', (context) => answer(context, requestIn(context.req.query())))
    .post('/data/query/:dataset', async (context) => {
      const {query, params = {}} = await readBody(context, requestBody)
      return answer(context, {query, params})
    })
}
