import {httpError, queryEvaluationError} from '../errors.ts'
import {answerFromGroups, asksForGroups} from '../groups.ts'
import {parsePerspective} from '../perspective.ts'
import {explainQuery, stepText} from '../query/explain.ts'
import {jsonOfResult} from '../query/jsonOfResult.ts'
import type {GroqRequest} from '../query/parsedQuery.ts'
import type {DatasetAddress, SetHeader} from './asked.ts'
import type {LakeContext} from './context.ts'
import {queryParams} from './input.ts'

/**
 * Answers GROQ with JSON. With `explain=true` the header `x-query-plan` tells how each part of it
 * comes to its documents.
 */
export async function answerQuery(
  lake: LakeContext,
  {version, dataset, search, user}: DatasetAddress,
  request: GroqRequest,
  setHeader: SetHeader,
): Promise<string | Buffer<ArrayBuffer>> {
  const started = performance.now()
  const perspective = parsePerspective(search['perspective'], version)
  const asked = lake.dataset(dataset)
  const {result, syncTags} =
    user && asksForGroups(request)
      ? {result: answerFromGroups(request, lake.catalogue.tokens.people()), syncTags: []}
      : await asked.query(request, perspective, user)
  const ms = Math.round(performance.now() - started)
  if (search['explain'] === 'true') {
    setHeader('x-query-plan', explainQuery(request).map(stepText).join(', '))
  }
  const query = search['returnQuery'] === 'false' ? '' : `"query":${JSON.stringify(request.query)},`
  const answer = joined([
    `{${query}"result":`,
    ...jsonOfResult(result ?? null),
    `,"ms":${ms},"syncTags":${JSON.stringify(syncTags)}}`,
  ])
  if (answer.length <= lake.limits.result) return answer
  throw queryEvaluationError(
    `The answer is larger than ${lake.limits.result} bytes: ask for fewer documents or fields.`,
  )
}

/** Text as long as there is nothing but text: Node sends it together with the headers. */
function joined(pieces: readonly (string | Uint8Array)[]): string | Buffer<ArrayBuffer> {
  if (pieces.every((piece) => typeof piece === 'string')) return pieces.join('')
  return Buffer.concat(
    pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)),
  )
}

/** The query in an address; a 400 when there is none. */
export function requestIn(search: Record<string, string>): GroqRequest {
  const {query} = search
  if (!query) throw httpError(400, 'The parameter "query" is missing.')
  return {query, params: queryParams(search)}
}
