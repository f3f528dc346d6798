import {isIP} from 'node:net'

import type {User} from '../access.ts'
import {httpError} from '../errors.ts'
import {isLoopback} from '../listen.ts'
import type {Asked, SetHeader} from './asked.ts'
import type {LakeContext} from './context.ts'
import {comesFromElsewhere} from './elsewhere.ts'

/** Half a day: each answer saves the browser a preflight. */
const PREFLIGHT_SECONDS = 43_200
/** Pictures are shown by `<img>`, which sends no token, and hold nothing but themselves. */
const DELIVERY = /^\/(?:images|files)\//
/** What is asked before there is a token; none of it tells anything of a dataset. */
const BEFORE_LOGIN = /^\/[^/]+\/(?:ping|auth\/[^/]+(?:\/[^/]+)?|socket\/[^/]+)$/

/** Whom a request comes from, once it has passed the guards. */
export interface Admitted {
  user: User | null
  token: string | undefined
  /** A browser asks whether it may send the request itself; there is nothing more to answer. */
  isPreflight: boolean
}

/**
 * What every request passes before an endpoint sees it: the lake is not about to stop, the `Host`
 * it was sent to is this lake's (a foreign name that resolves to loopback is an attack), the page
 * that sends it is one of this machine's or was allowed, and a token, if there is one, is known. From
 * other machines there has to be one.
 */
export function admit(
  asked: Asked,
  hostname: string,
  lake: LakeContext,
  setHeader: SetHeader,
): Admitted {
  if (lake.closing.aborted) {
    setHeader('connection', 'close')
    setHeader('retry-after', '1')
    throw httpError(503, 'The lake is stopping: try again in a moment.')
  }
  const isDelivery = DELIVERY.test(asked.path)
  for (const [name, value] of isDelivery ? DELIVERY_HEADERS : API_HEADERS) setHeader(name, value)
  if (!isOwnHost(hostname, lake)) {
    throw httpError(403, `This lake does not answer for the host "${hostname}".`)
  }

  const origin = asked.header('origin')
  setHeader('vary', 'origin')
  if (origin !== undefined) {
    if (!isAllowedOrigin(origin, lake)) {
      throw httpError(403, `Pages from ${origin} may not use this lake.`)
    }
    setHeader('access-control-allow-origin', origin)
    setHeader('access-control-allow-credentials', 'true')
    if (asked.method === 'OPTIONS') {
      const headers = asked.header('access-control-request-headers')
      if (headers) setHeader('access-control-allow-headers', headers)
      setHeader('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE, OPTIONS')
      setHeader('access-control-max-age', String(PREFLIGHT_SECONDS))
      return {user: null, token: undefined, isPreflight: true}
    }
  }

  const project = asked.header('x-sanity-project-id')
  if (project !== undefined && project !== lake.projectId) {
    throw httpError(404, `Project "${project}" not found: this lake is "${lake.projectId}".`)
  }
  const token = /^Bearer (.+)$/i.exec(asked.header('authorization') ?? '')?.[1]
  const user = token === undefined ? null : lake.catalogue.tokens.userOf(token)
  // The code makes Studio log in again instead of showing an error.
  if (token !== undefined && user === null) {
    throw httpError(401, 'The token is unknown or has expired.', 'SIO-401-ANF')
  }
  const isOpen = isDelivery || BEFORE_LOGIN.test(asked.path)
  if (user === null && !isOpen && comesFromElsewhere(asked, lake)) {
    throw httpError(401, 'From other machines this lake answers to those who send a token.')
  }
  return {user, token, isPreflight: false}
}

/** An answer of the API is data: no page shows it, keeps it, runs it or is told where it led. */
const API_HEADERS = [
  ['cache-control', 'no-store'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cross-origin-resource-policy', 'same-origin'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
] as const

/** A picture may be shown by any page; it sets the rest itself. */
const DELIVERY_HEADERS = [['x-content-type-options', 'nosniff']] as const

/** A page can have its own name resolved to this machine, but not a number. */
function isOwnHost(hostname: string, lake: LakeContext): boolean {
  if (isLoopback(hostname) || lake.allowedHosts.includes(hostname)) return true
  return lake.isExposed() && isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
}

/** Studio's own origins, and any front end on this machine: without a token it reads what is public. */
function isAllowedOrigin(origin: string, lake: LakeContext): boolean {
  if (lake.studioOrigins.includes(origin) || lake.allowedOrigins.includes(origin)) return true
  return URL.canParse(origin) && isLoopback(new URL(origin).hostname)
}
