import {randomBytes} from 'node:crypto'

import type {MiddlewareHandler} from 'hono'
import {matchedRoutes} from 'hono/route'

import {API_VERSION} from './apiVersion.ts'
import type {Env, LakeContext, LakeRequest} from './context.ts'

const OWN_ID = /^[\w.-]{1,64}$/

/**
 * Gives each request an id, which its answer carries in `x-request-id` and, should the lake fail, in
 * `traceparent`, where Sanity's clients look for it. The log gets the route, never the address: that
 * holds queries and ids.
 */
export function requestLog(lake: LakeContext): MiddlewareHandler<Env> {
  return async (context, next) => {
    const asked = context.req.header('x-request-id') ?? ''
    const id = OWN_ID.test(asked) ? asked : randomBytes(16).toString('hex')
    context.set('requestId', id)
    const began = performance.now()
    await next()
    const {status} = context.res
    context.header('x-request-id', id)
    context.header('access-control-expose-headers', 'traceparent, x-request-id')
    if (status >= 500 && /^[\da-f]{32}$/.test(id)) {
      context.header('traceparent', `00-${id}-${id.slice(0, 16)}-00`)
    }
    const user = context.get('user')
    const route = routeOf(context)
    // It is asked every few seconds.
    if (route === '/healthz') return
    lake.log({
      level: status >= 500 ? 'error' : 'info',
      event: 'request',
      id,
      method: context.req.method,
      route,
      status,
      ms: Math.round((performance.now() - began) * 10) / 10,
      ...(user && {user: user.id}),
    })
  }
}

/** The route that took a request, without the API version. */
function routeOf(context: LakeRequest): string {
  const route = matchedRoutes(context).findLast(({method}) => method !== 'ALL')
  return route?.path.replace(API_VERSION, '') ?? 'none'
}
