import type {MiddlewareHandler} from 'hono'

import {httpError} from '../errors.ts'
import type {Env, LakeContext} from './context.ts'

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])
/** Half a day: each answer saves the browser a preflight. */
const PREFLIGHT_SECONDS = 43_200

/**
 * What every request passes before an endpoint sees it: the `Host` it was sent to is this machine
 * (a foreign name that resolves to loopback is an attack), the page that sends it is one of this
 * machine's, and a token, if there is one, is known.
 */
export function guards(lake: LakeContext): MiddlewareHandler<Env> {
  return async (context, next) => {
    const {req} = context
    const host = new URL(req.url).hostname
    if (!isLocal(host)) throw httpError(403, `This lake does not answer for the host "${host}".`)

    const origin = req.header('origin')
    context.header('vary', 'origin')
    if (origin !== undefined) {
      if (!isAllowedOrigin(origin, lake.studioOrigins)) {
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
    context.set('user', user)
    context.set('token', token)
    return next()
  }
}

function isLocal(host: string): boolean {
  return LOOPBACK_NAMES.has(host) || host.endsWith('.localhost')
}

/** Studio's own origins, and any front end on this machine: without a token it reads what is public. */
function isAllowedOrigin(origin: string, studioOrigins: readonly string[]): boolean {
  if (studioOrigins.includes(origin)) return true
  return URL.canParse(origin) && isLocal(new URL(origin).hostname)
}
