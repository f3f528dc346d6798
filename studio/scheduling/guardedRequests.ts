import type {ClientConfig} from '@sanity/client'

import {isRecord, itemsOf} from '../../schemas/rules/read.ts'

type RequestHandler = NonNullable<ClientConfig['requestHandler']>

/** Tells what keeps releases, each named without `_.releases.`, from being published. */
export type ReleaseCheck = (names: readonly string[]) => Promise<string[]>

/**
 * What a client made for Studio sends its requests through: a request to publish or schedule a
 * release is refused with the problems that the check in force finds.
 */
export const guardedRequests: RequestHandler = async (request, next) => {
  const names = releasesToCheck(request.url, request.body)
  const problems = names.length > 0 && inForce ? await inForce(names) : []
  if (problems.length > 0) throw new Error(problems.join(' · '))
  return next(request)
}

/** Puts a check in force; returns the way to lift it. */
export function enforce(check: ReleaseCheck): () => void {
  inForce = check
  return () => {
    if (inForce === check) inForce = undefined
  }
}

/** Studio makes its clients before it has a workspace to check anything with, and shows one at a time. */
let inForce: ReleaseCheck | undefined

const CHECKED = ['sanity.action.release.publish', 'sanity.action.release.schedule']

/** The releases that a request means to publish, now or later. */
function releasesToCheck(url: string, body: unknown): string[] {
  if (!url.includes('/data/actions/')) return []
  const parsed: unknown = typeof body === 'string' ? JSON.parse(body) : body
  if (!isRecord(parsed) || parsed['dryRun'] === true) return []
  return itemsOf(parsed['actions']).flatMap(({actionType, releaseId}) =>
    typeof releaseId === 'string' && CHECKED.some((type) => type === actionType) ? [releaseId] : [],
  )
}
