import {Hono} from 'hono'

import type {GroqRequest} from '../query/parsedQuery.ts'
import {answerQuery, requestIn} from './answerQuery.ts'
import type {Env, LakeContext, LakeRequest} from './context.ts'
import {datasetAddress} from './input.ts'
import {postedQuery} from './postedQuery.ts'

/** `/data/query`: GROQ by GET, or by POST when the query is long. */
export function queryRoutes(lake: LakeContext): Hono<Env> {
  async function answer(context: LakeRequest, request: GroqRequest): Promise<Response> {
    const body = await answerQuery(lake, datasetAddress(context), request, (name, value) =>
      context.header(name, value),
    )
    return context.body(body, 200, {'content-type': 'application/json'})
  }

  return new Hono<Env>()
    .get('/data/query/:dataset', (context) => answer(context, requestIn(context.req.query())))
    .post('/data/query/:dataset', async (context) =>
      answer(context, postedQuery(await context.req.text())),
    )
}
