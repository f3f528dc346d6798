import {Hono} from 'hono'

import {describeError} from '../log.ts'
import {storageTroubleOf} from '../storageTrouble.ts'
import type {Env, LakeContext} from './context.ts'

/**
 * `GET /healthz`, for whoever watches the lake from outside, without a token and under any host: 200
 * when it can write to its disk and every dataset answers, 503 with what is wrong otherwise.
 */
export function healthRoutes(lake: LakeContext): Hono<Env> {
  return new Hono<Env>().get('/healthz', (context) => {
    const {version, closing, directory, datasets} = lake
    if (closing.aborted) return context.json({status: 'stopping', version}, 503)
    try {
      directory.check()
      for (const {name} of datasets.list()) datasets.get(name).find('')
      return context.json({status: 'ok', version})
    } catch (error) {
      const trouble = storageTroubleOf(error)
      const message = trouble?.describe(directory.place)
      lake.log({
        level: 'error',
        event: 'health',
        id: context.get('requestId'),
        ...(message !== undefined && {message}),
        ...describeError(error),
      })
      const problem = trouble?.describe('its data directory') ?? 'Its log says why.'
      return context.json({status: 'failing', version, problem}, 503)
    }
  })
}
