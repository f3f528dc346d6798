import {randomUUID} from 'node:crypto'
import {setTimeout as pause} from 'node:timers/promises'

import type {Mutation, SanityClient} from '@sanity/client'

/** Sends mutations as one transaction and resolves with its id. */
export type SendMutations = (mutations: readonly Mutation[]) => Promise<string>

/** How often a request is sent, at most, before the trouble is reported. */
const ATTEMPTS = 8
const LONGEST_PAUSE = 30_000

/**
 * Sends transactions to a dataset, no more of them a second than it takes. Where it asks for
 * patience (429), is in trouble (5xx) or cannot be reached, the same transaction is sent again, as
 * late as it says. One that had arrived nevertheless is not carried out twice: its id is the same.
 */
export function sender(client: SanityClient, {perSecond = Infinity} = {}): SendMutations {
  const interval = 1000 / perSecond
  let next = 0
  return async (mutations) => {
    const transactionId = randomUUID()
    for (let attempt = 1; ; attempt++) {
      const wait = next - Date.now()
      next = Math.max(next, Date.now()) + interval
      if (wait > 0) await pause(wait)
      try {
        await client.mutate([...mutations], {
          transactionId,
          returnDocuments: false,
          visibility: 'sync',
          // An embedded lake then takes out what it was told to forget.
          tag: 'storygraph.import.seed',
        })
        return transactionId
      } catch (error) {
        if (attempt === ATTEMPTS || !isPassing(error)) throw error
        await pause(retryAfter(error) ?? Math.min(LONGEST_PAUSE, 250 * 2 ** attempt))
      }
    }
  }
}

/** Whether somebody else changed what a transaction was computed from. */
export function isConflict(error: unknown): boolean {
  return statusOf(error) === 409
}

/** Trouble that a later attempt may not meet: too many requests, a server that is down, a dead line. */
function isPassing(error: unknown): boolean {
  const status = statusOf(error)
  if (status === undefined) return error instanceof Error && error.message === 'fetch failed'
  return status === 429 || status >= 500
}

/** The HTTP status that a request was answered with, if it was. */
export function statusOf(error: unknown): number | undefined {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' ? status : undefined
}

/** What the answer says about when to come again, in milliseconds: seconds, or a date. */
function retryAfter(error: unknown): number | undefined {
  const value = headersOf(error)?.['retry-after']
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const wait = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), 10 * LONGEST_PAUSE)
}

function headersOf(error: unknown): Readonly<Record<string, unknown>> | undefined {
  const response = error instanceof Error && 'response' in error ? error.response : undefined
  if (typeof response !== 'object' || response === null || !('headers' in response))
    return undefined
  const {headers} = response
  return typeof headers === 'object' && headers !== null ? {...headers} : undefined
}
