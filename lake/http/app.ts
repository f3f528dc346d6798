import {Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'

import {httpError} from '../errors.ts'
import {accessRoutes} from './access.ts'
import {API_VERSION} from './apiVersion.ts'
import {assetRoutes} from './assets.ts'
import {authRoutes} from './auth.ts'
import {backupRoutes} from './backup.ts'
import {commentsRoutes} from './comments.ts'
import type {Env, LakeContext} from './context.ts'
import {datasetRoutes} from './dataset.ts'
import {deliveryRoutes} from './delivery.ts'
import {documentRoutes} from './document.ts'
import {guards, requestLog} from './entrance.ts'
import {exportRoutes} from './export.ts'
import {failureOf} from './failure.ts'
import {forgetRoutes} from './forget.ts'
import {healthRoutes} from './health.ts'
import {historyRoutes} from './history.ts'
import {hookRoutes} from './hook.ts'
import {MAXIMUM_BODY} from './input.ts'
import {listenRoutes} from './listen.ts'
import {liveRoutes} from './live.ts'
import {projectRoutes} from './project.ts'
import {queryRoutes} from './query.ts'
import {quietRoutes} from './quiet.ts'
import {socketRoutes} from './socket.ts'
import {tokenRoutes} from './token.ts'
import {userRoutes} from './user.ts'
import {writeRoutes} from './write.ts'

/** Nobody reads what a request by these methods might carry. */
const BODILESS = new Set(['GET', 'HEAD'])
/** Pictures and files have limits of their own; a backup is as large as the lake. All go to disk as they come in. */
const UNLIMITED = /^\/[^/]+\/(?:assets\/|restore$)/

/** The HTTP API: one route module for each family of endpoints, any API version in front. */
export function createApp(lake: LakeContext): Hono<Env> {
  const app = new Hono<Env>()
  app.use(requestLog(lake))
  app.route('/', healthRoutes(lake))
  app.use(guards(lake))
  const limit = bodyLimit({
    maxSize: MAXIMUM_BODY,
    onError: () => {
      throw httpError(413, `The request is larger than ${MAXIMUM_BODY} bytes.`)
    },
  })
  app.use((context, next) =>
    BODILESS.has(context.req.method) || UNLIMITED.test(context.req.path)
      ? next()
      : limit(context, next),
  )
  for (const routes of [
    queryRoutes,
    documentRoutes,
    writeRoutes,
    exportRoutes,
    assetRoutes,
    forgetRoutes,
    historyRoutes,
    listenRoutes,
    liveRoutes,
    socketRoutes,
    authRoutes,
    userRoutes,
    projectRoutes,
    datasetRoutes,
    commentsRoutes,
    tokenRoutes,
    hookRoutes,
    backupRoutes,
    accessRoutes,
    quietRoutes,
  ]) {
    app.route(API_VERSION, routes(lake))
  }
  app.route('/', deliveryRoutes(lake))
  app.notFound((context) => {
    const {method, path} = context.req
    throw httpError(404, `The embedded Content Lake has no ${method} ${path}.`)
  })
  app.onError((error, context) => {
    const asker = {requestId: context.get('requestId'), user: context.get('user')}
    const {statusCode, body} = failureOf(error, lake, asker)
    return new Response(JSON.stringify(body), {
      status: statusCode,
      headers: {...Object.fromEntries(context.res.headers), 'content-type': 'application/json'},
    })
  })
  return app
}

/** The endpoints of an app, the API version left out. */
export function endpointsOf({routes}: Hono<Env>): string[] {
  return routes.flatMap(({method, path}) =>
    method === 'ALL' ? [] : [`${method} ${path.replace(API_VERSION, '')}`],
  )
}
