import {decodeSignatureHeader, encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'

import {readChange, type StoryChange} from './storyChange.ts'

export interface ReceiveOptions {
  /** The secret that the webhook was made with. */
  readonly secret: string
  /**
   * How old a signature may be, in milliseconds: 45 minutes, for the Content Lake tries again for
   * about half an hour when a website does not answer.
   */
  readonly maximumAge?: number
  /** How long a message may be, in bytes: a megabyte, many times what a long story's takes. */
  readonly maximumLength?: number
}

/** A change that comes from the Content Lake beyond doubt, or why the request was refused. */
export type Reception =
  | {
      readonly change: StoryChange
      /** By what a message is known when it comes again: the id of its delivery, and its signature. */
      readonly marks: readonly string[]
    }
  | {readonly refusal: Refusal}

export interface Refusal {
  readonly status: 400 | 401 | 405 | 413
  /** One sentence; it tells nothing of the secret. */
  readonly reason: string
}

/** By how much the sender's clock may be ahead. */
const CLOCK_SKEW_MS = 5 * 60_000

/**
 * Reads a message of the webhook that `storyHook` describes: its signature is checked over the bytes
 * that came, in constant time, before anything is made of them. Works wherever `Request` and Web
 * Crypto are there. A refusal has the status to answer with: 405 for another method than POST, 413
 * for a message that is too long, 401 for a signature that is missing, wrong or too old, 400 for a
 * message that another hook sent. Throws when there is no secret.
 */
export async function receiveWebhook(
  request: Request,
  {secret, maximumAge = 45 * 60_000, maximumLength = 1_000_000}: ReceiveOptions,
): Promise<Reception> {
  if (secret === '') throw new Error('receiveWebhook: the secret is empty.')
  if (request.method !== 'POST') return refuse(405, 'A webhook is sent by POST.')
  const body = await readBody(request, maximumLength)
  if (body === undefined) {
    return refuse(413, `The message is longer than ${maximumLength} bytes.`)
  }
  const signature = request.headers.get(SIGNATURE_HEADER_NAME)?.trim()
  const problem = await signatureProblem(body, signature, secret, maximumAge)
  if (problem !== undefined) return refuse(401, problem)
  const change = readChange(parseJson(body))
  if (!change) return refuse(400, 'The message is not what the hook of `storyHook` sends.')
  const delivery = request.headers.get('idempotency-key')
  return {change, marks: [signature, delivery].filter((mark) => typeof mark === 'string')}
}

function refuse(status: Refusal['status'], reason: string): Reception {
  return {refusal: {status, reason}}
}

/** What is wrong with a signature; `undefined` when it is right. */
async function signatureProblem(
  body: string,
  signature: string | undefined,
  secret: string,
  maximumAge: number,
): Promise<string | undefined> {
  if (!signature) return 'The request has no signature.'
  try {
    const {timestamp} = decodeSignatureHeader(signature)
    if (!isSame(signature, await encodeSignatureHeader(body, timestamp, secret))) {
      return 'The signature is wrong.'
    }
    const age = Date.now() - timestamp
    return age > maximumAge || age < -CLOCK_SKEW_MS ? 'The signature is out of date.' : undefined
  } catch {
    return 'The signature is malformed.'
  }
}

/** Takes as long for a text that differs at once as for one that differs at its end. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => new TextEncoder().encode(text))
  if (!a || !b || a.length !== b.length) return false
  let difference = 0
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0)
  return difference === 0
}

/** The body as text; `undefined` as soon as it is too long, whatever its headers say. */
async function readBody(request: Request, maximumLength: number): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > maximumLength) return undefined
    text += decoder.decode(chunk, {stream: true})
  }
  return text + decoder.decode()
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
