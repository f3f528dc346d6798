import {Hono} from 'hono'

import type {Env, LakeContext} from './context.ts'
import {requireAdministrator} from './user.ts'

const MOST_READINGS = 100

/**
 * `GET /access`, which only this lake has: who was given something of protected documents, newest
 * first, for administrators. `document`, `dataset`, `user` and `limit` narrow it.
 */
export function accessRoutes(lake: LakeContext): Hono<Env> {
  return new Hono<Env>().get('/access', (context) => {
    requireAdministrator(context)
    const {document, dataset, user, limit} = context.req.query()
    const readings = lake.directory.accessLog
      .readings()
      .filter((one) => document === undefined || one.documents.includes(document))
      .filter((one) => dataset === undefined || one.dataset === dataset)
      .filter((one) => user === undefined || one.user === user)
    return context.json({readings: readings.slice(0, Number(limit) || MOST_READINGS)})
  })
}
