import {isIP} from 'node:net'

import type {MiddlewareHandler} from 'hono'

import {httpError} from '../errors.ts'
import {isLoopback} from '../listen.ts'
import type {Env, LakeContext} from './context.ts'
import {comesFromElsewhere} from './elsewhere.ts'

/** Half a day: each answer saves the browser a preflight. */
const PREFLIGHT_SECONDS = 43_200
/** Pictures are shown by `<img>`, which sends no token, and hold nothing but themselves. */
const DELIVERY = /^\/(?:images|files)\//
/** What is asked before there is a token; none of it tells anything of a dataset. */
const BEFORE_LOGIN = /^\/[^/]+\/(?:ping|auth\/[^/]+(?:\/[^/]+)?|socket\/[^/]+)$/

/**
 * What every request passes before an endpoint sees it: the `Host` it was sent to is this lake's (a
 * foreign name that resolves to loopback is an attack), the page that sends it is one of this
 * machine's or was allowed, and a token, if there is one, is known. From other machines there has to
 * be one.
 */
export function guards(lake: LakeContext): MiddlewareHandler<Env> {
  return async (context, next) => {
    const {req} = context
    const isDelivery = DELIVERY.test(req.path)
    const headers = isDelivery ? {'x-content-type-options': 'nosniff'} : API_HEADERS
    for (const [name, value] of Object.entries(headers)) context.header(name, value)
    const {hostname} = new URL(req.url)
    if (!isOwnHost(hostname, lake)) {
      throw httpError(403, `This lake does not answer for the host "${hostname}".`)
    }

    const origin = req.header('origin')
    context.header('vary', 'origin')
    if (origin !== undefined) {
      if (!isAllowedOrigin(origin, lake)) {
        throw httpError(403, `Pages from ${origin} may not use this lake.`)
      }
      context.header('access-control-allow-origin', origin)
      context.header('access-control-allow-credentials', 'true')
      if (req.method === 'OPTIONS') {
        const headers = req.header('access-control-request-headers')
        if (headers) context.header('access-control-allow-headers', headers)
        context.header('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE, OPTIONS')
        context.header('access-control-max-age', String(PREFLIGHT_SECONDS))
        return context.body(null, 204)
      }
    }

    const project = req.header('x-sanity-project-id')
    if (project !== undefined && project !== lake.projectId) {
      throw httpError(404, `Project "${project}" not found: this lake is "${lake.projectId}".`)
    }
    const token = /^Bearer (.+)$/i.exec(req.header('authorization') ?? '')?.[1]
    const user = token === undefined ? null : lake.catalogue.tokens.userOf(token)
    // The code makes Studio log in again instead of showing an error.
    if (token !== undefined && user === null) {
      throw httpError(401, 'The token is unknown or has expired.', 'SIO-401-ANF')
    }
    const isOpen = isDelivery || BEFORE_LOGIN.test(req.path)
    if (user === null && !isOpen && comesFromElsewhere(context, lake)) {
      throw httpError(401, 'From other machines this lake answers to those who send a token.')
    }
    context.set('user', user)
    context.set('token', token)
    return next()
  }
}

/** An answer of the API is data: no page shows it, keeps it, runs it or is told where it led. */
const API_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

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
