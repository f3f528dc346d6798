import {Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'

import {httpError, LakeError} from '../errors.ts'
import {accessRoutes} from './access.ts'
import {describeError} from '../log.ts'
import {storageTroubleOf} from '../storageTrouble.ts'
import {API_VERSION} from './apiVersion.ts'
import {assetRoutes} from './assets.ts'
import {authRoutes} from './auth.ts'
import {backupRoutes} from './backup.ts'
import {commentsRoutes} from './comments.ts'
import type {Env, LakeContext, LakeRequest} from './context.ts'
import {datasetRoutes} from './dataset.ts'
import {deliveryRoutes} from './delivery.ts'
import {documentRoutes} from './document.ts'
import {exportRoutes} from './export.ts'
import {forgetRoutes} from './forget.ts'
import {guards} from './guards.ts'
import {healthRoutes} from './health.ts'
import {historyRoutes} from './history.ts'
import {hookRoutes} from './hook.ts'
import {listenRoutes} from './listen.ts'
import {liveRoutes} from './live.ts'
import {projectRoutes} from './project.ts'
import {queryRoutes} from './query.ts'
import {quietRoutes} from './quiet.ts'
import {requestLog} from './requestLog.ts'
import {socketRoutes} from './socket.ts'
import {tokenRoutes} from './token.ts'
import {userRoutes} from './user.ts'
import {writeRoutes} from './write.ts'

const MAXIMUM_BODY = 32 * 1024 * 1024
/** Pictures and files have limits of their own; a backup is as large as the lake. All go to disk as they come in. */
const UNLIMITED = /^\/[^/]+\/(?:assets\/|restore$)/

/** The HTTP API: one route module for each family of endpoints, any API version in front. */
export function createApp(lake: LakeContext): Hono<Env> {
  const app = new Hono<Env>()
  app.use(requestLog(lake))
  app.route('/', healthRoutes(lake))
  app.use((context, next) => {
    if (!lake.closing.aborted) return next()
    context.header('connection', 'close')
    context.header('retry-after', '1')
    throw httpError(503, 'The lake is stopping: try again in a moment.')
  })
  app.use(guards(lake))
  const limit = bodyLimit({
    maxSize: MAXIMUM_BODY,
    onError: () => {
      throw httpError(413, `The request is larger than ${MAXIMUM_BODY} bytes.`)
    },
  })
  app.use((context, next) => (UNLIMITED.test(context.req.path) ? next() : limit(context, next)))
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
    const known = error instanceof LakeError ? error : unexpected(error, lake, context)
    return new Response(JSON.stringify(known.body), {
      status: known.statusCode,
      headers: {...Object.fromEntries(context.res.headers), 'content-type': 'application/json'},
    })
  })
  return app
}

/** The endpoints of an app, the API version left out. */
export function endpointsOf(app: Hono<Env>): string[] {
  return app.routes.flatMap(({method, path}) =>
    method === 'ALL' ? [] : [`${method} ${path.replace(API_VERSION, '')}`],
  )
}

/** Where the data lies is told to those who have a token. */
function unexpected(error: Error, {log, directory}: LakeContext, context: LakeRequest): LakeError {
  // Nobody reads this answer: the client has gone.
  if ('code' in error && error.code === 'ECONNRESET') {
    return httpError(400, 'The request was broken off.')
  }
  const trouble = storageTroubleOf(error)
  const message = trouble?.describe(directory.place)
  log({
    level: 'error',
    event: trouble ? 'storage' : 'failure',
    id: context.get('requestId'),
    ...(message !== undefined && {message}),
    ...describeError(error),
  })
  if (!trouble) return httpError(500, 'The embedded Content Lake failed; its log says why.')
  const place = context.get('user') ? directory.place : 'its data directory'
  return httpError(trouble.statusCode, trouble.describe(place))
}
