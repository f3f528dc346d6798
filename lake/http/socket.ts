import {Hono} from 'hono'

import type {Env, LakeContext} from './context.ts'
import {datasetName} from './input.ts'

/**
 * `/socket`: what a request for a WebSocket has to pass, as any other request has. 426 says that
 * the connection may be upgraded, which is not done here.
 */
export function socketRoutes(lake: LakeContext): Hono<Env> {
  return new Hono<Env>().get('/socket/:dataset', (context) => {
    lake.dataset(datasetName(context))
    return context.text('Presence is told over a WebSocket.', 426, {upgrade: 'websocket'})
  })
}
