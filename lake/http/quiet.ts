import {Hono} from 'hono'

import type {Env, LakeContext} from './context.ts'

/**
 * Short true answers to what Studio asks about products that exist only on the hosted service, so
 * that it neither retries nor warns; and where event streams may be opened.
 */
export function quietRoutes(lake: LakeContext): Hono<Env> {
  return new Hono<Env>()
    .get('/streams', (context) => context.json({origins: lake.streamOrigins()}))
    .get('/ping', (context) => context.json({pong: true}))
    .get('/data/ping/:dataset', (context) => context.json({pong: true}))
    .get('/check/cors', (context) => context.json({result: {allowed: true, withCredentials: true}}))
    .get('/features', (context) => context.json(FEATURES))
    .get('/schedules/:project/:dataset', (context) => context.json({schedules: []}))
    .get('/subscriptions/project/:project', (context) => context.json(null))
    .get('/intake/telemetry-status', (context) => context.json({status: 'denied'}))
    .get('/help', (context) => context.json({results: []}))
    .get('/journey/*', (context) => context.json(null))
    .get('/data/references/:dataset/documents/:id/to', (context) =>
      context.json(OUTSIDE_REFERENCES),
    )
}

/** What Studio would otherwise offer for sale. */
const FEATURES = ['contentReleases', 'singleDocRelease', 'studioComments', 'sanityTasks']

/** Nothing outside a dataset can refer into it here. */
const OUTSIDE_REFERENCES = {totalCount: 0, references: []}
