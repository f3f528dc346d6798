import type {z} from 'zod'

import {httpError} from '../errors.ts'
import {isRecord} from '../visitObjects.ts'
import type {DatasetAddress} from './asked.ts'
import type {LakeRequest} from './context.ts'

/** Bytes of a request, unless its endpoint says otherwise. */
export const MAXIMUM_BODY = 32 * 1024 * 1024

/** The dataset named in the address. */
export function datasetName(context: LakeRequest): string {
  return context.req.param('dataset') ?? ''
}

/** All that a request to a dataset says but its body. */
export function datasetAddress(context: LakeRequest): DatasetAddress {
  return {
    version: context.req.param('version') ?? '',
    dataset: datasetName(context),
    search: context.req.query(),
    user: context.get('user'),
  }
}

/** Reads a JSON body of a known shape; a 400 names the place that is wrong. */
export async function readBody<T>(context: LakeRequest, shape: z.ZodType<T>): Promise<T> {
  return understood(await context.req.text(), shape)
}

/** The JSON of a body, of a known shape; a 400 names the place that is wrong. */
export function understood<T>(text: string, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(text === '' ? undefined : parseJson(text, 'The request body'))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue && issue.path.length > 0 ? issue.path.join('.') : 'the body'
  throw httpError(400, `The request is not understood: ${place}: ${issue?.message}.`)
}

/** Parses JSON that a client sent; a 400 says which part of the request is malformed. */
function parseJson(text: string, part: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw httpError(400, `${part} is not JSON: ${error instanceof Error ? error.message : ''}`)
  }
  if (isWithin(value, DEEPEST)) return value
  throw httpError(400, `${part} is nested more than ${DEEPEST} levels deep.`)
}

/** Far deeper than any document, and shallow enough for whatever goes through it level by level. */
const DEEPEST = 200

function isWithin(value: unknown, levels: number): boolean {
  if (!isRecord(value)) return true
  if (levels === 0) return false
  if (Array.isArray(value)) return value.every((inner) => isWithin(inner, levels - 1))
  // To make a list of each object's values would take longer than all the rest.
  for (const name in value) if (!isWithin(value[name], levels - 1)) return false
  return true
}

/** GROQ parameters from an address: `$name=<JSON>`. */
export function queryParams(search: Record<string, string>): Record<string, unknown> {
  const params: [string, unknown][] = []
  for (const name in search) {
    if (name.startsWith('$')) {
      params.push([name.slice(1), parseJson(search[name] ?? '', `The parameter ${name}`)])
    }
  }
  return Object.fromEntries(params)
}

/** Whether a flag such as `dryRun=true` is set. */
export function flag(search: Record<string, string>, name: string): boolean {
  return search[name] === 'true'
}

/** Tools that write documents from elsewhere say so in their tag, `@sanity/import` among them. */
export function isImport(search: Record<string, string>): boolean {
  return /(?:^|\.)import(?:\.|$)/.test(search['tag'] ?? '')
}
