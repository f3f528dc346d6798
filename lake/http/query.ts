import {Hono} from 'hono'
import {z} from 'zod'

import {httpError, queryEvaluationError} from '../errors.ts'
import {answerFromGroups, asksForGroups} from '../groups.ts'
import {parsePerspective} from '../perspective.ts'
import type {GroqRequest} from '../query/parsedQuery.ts'
import {explainQuery, stepText} from '../query/explain.ts'
import type {Env, LakeContext, LakeRequest} from './context.ts'
import {datasetName, queryParams, readBody} from './input.ts'

const requestBody = z.looseObject({
  query: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
})

/**
 * `/data/query`: GROQ by GET, or by POST when the query is long. With `explain=true` the header
 * `x-query-plan` tells how each part of it comes to its documents.
 */
export function queryRoutes(lake: LakeContext): Hono<Env> {
  async function answer(context: LakeRequest, request: GroqRequest): Promise<Response> {
    const started = performance.now()
    const version = context.req.param('version') ?? ''
    const perspective = parsePerspective(context.req.query('perspective'), version)
    const dataset = lake.dataset(datasetName(context))
    const user = context.get('user')
    const {result, syncTags} =
      user && asksForGroups(request)
        ? {result: answerFromGroups(request, lake.catalogue.tokens.people()), syncTags: []}
        : await dataset.query(request, perspective, user)
    const ms = Math.round(performance.now() - started)
    if (context.req.query('explain') === 'true') {
      context.header('x-query-plan', explainQuery(request).map(stepText).join(', '))
    }
    const query = context.req.query('returnQuery') === 'false' ? {} : {query: request.query}
    const answer = JSON.stringify({...query, result: result ?? null, ms, syncTags})
    if (answer.length > lake.limits.result) {
      throw queryEvaluationError(
        `The answer is larger than ${lake.limits.result} bytes: ask for fewer documents or fields.`,
      )
    }
    return context.body(answer, 200, {'content-type': 'application/json'})
  }

  return new Hono<Env>()
    .get('/data/query/:dataset', (context) => {
      const query = context.req.query('query')
      if (!query) throw httpError(400, 'The parameter "query" is missing.')
      return answer(context, {query, params: queryParams(context)})
    })
    .post('/data/query/:dataset', async (context) => {
      const {query, params = {}} = await readBody(context, requestBody)
      return answer(context, {query, params})
    })
}
