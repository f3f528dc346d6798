import {parseQuery, type GroqRequest} from './parsedQuery.ts'
import type {Step} from './plan.ts'

/**
 * How each part of a query that asks for documents comes to them, before anything is read. Mistakes
 * in it are thrown as `queryParseError`.
 */
export function explainQuery(request: GroqRequest): Step[] {
  const {later, steps} = parseQuery(request)
  return later ? [{by: 'scan', reads: 'each'}] : steps
}

/** A step in a few words, such as `value and type (beginning)`. */
export function stepText({by, reads}: Step): string {
  return reads === 'each' ? by : `${by} (${reads})`
}
