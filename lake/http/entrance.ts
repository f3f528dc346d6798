import type {MiddlewareHandler} from 'hono'
import {matchedRoutes} from 'hono/route'

import {API_VERSION} from './apiVersion.ts'
import type {Env, LakeContext, LakeRequest} from './context.ts'
import {admit} from './guards.ts'
import {logged} from './requestLog.ts'

/** The log around hono's routes. */
export function requestLog(lake: LakeContext): MiddlewareHandler<Env> {
  return async (context, next) => {
    const {id, answered} = logged(context.req, lake)
    context.set('requestId', id)
    await next()
    const outcome = {status: context.res.status, route: routeOf(context), user: context.get('user')}
    answered(outcome, (name, value) => context.header(name, value))
  }
}

/** The route that took a request, without the API version. */
function routeOf(context: LakeRequest): string {
  const route = matchedRoutes(context).findLast(({method}) => method !== 'ALL')
  return route?.path.replace(API_VERSION, '') ?? 'none'
}

/** The guards in front of hono's routes. */
export function guards(lake: LakeContext): MiddlewareHandler<Env> {
  return async (context, next) => {
    const {hostname} = new URL(context.req.url)
    const {user, token, isPreflight} = admit(context.req, hostname, lake, (name, value) =>
      context.header(name, value),
    )
    if (isPreflight) return context.body(null, 204)
    context.set('user', user)
    context.set('token', token)
    return next()
  }
}
