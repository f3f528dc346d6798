import {z} from 'zod'

import type {GroqRequest} from '../query/parsedQuery.ts'
import {understood} from './input.ts'

const shape = z.looseObject({
  query: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
})

/** The query in a body; a 400 when it is not understood. */
export function postedQuery(body: string): GroqRequest {
  const {query, params = {}} = understood(body, shape)
  return {query, params}
}
