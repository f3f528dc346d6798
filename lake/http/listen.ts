import {Hono} from 'hono'

import {httpError} from '../errors.ts'
import {prepareQuery} from '../query/runQuery.ts'
import type {Env, LakeContext} from './context.ts'
import {datasetName, flag, queryParams} from './input.ts'

/** Comment lines keep proxies from closing a quiet stream. */
const HEARTBEAT_MS = 15_000

/** `/data/listen`: changes as server-sent events. */
export function listenRoutes(lake: LakeContext): Hono<Env> {
  return new Hono<Env>().get('/data/listen/:dataset', (context) => {
    const dataset = lake.dataset(datasetName(context))
    const query = context.req.query('query')
    if (!query) throw httpError(400, 'The parameter "query" is missing.')
    const options = {
      filter: prepareQuery({query, params: queryParams(context)}),
      user: context.get('user'),
      includeResult: flag(context, 'includeResult'),
      includePreviousRevision: flag(context, 'includePreviousRevision'),
      includeMutations: context.req.query('includeMutations') !== 'false',
      includeEffects: context.req.query('effectFormat') === 'mendoza',
    }

    const stopped = new AbortController()
    const closing = AbortSignal.any([lake.closing, dataset.closed])
    const body = new ReadableStream<string>({
      start: (controller) => {
        const unsubscribe = dataset.listen(options, (events) => {
          for (const event of events) controller.enqueue(frame('mutation', event, event.eventId))
        })
        const heartbeat = setInterval(() => controller.enqueue(':\n\n'), HEARTBEAT_MS)
        const end = (): void => {
          stopped.abort()
          controller.close()
        }
        stopped.signal.addEventListener('abort', () => {
          unsubscribe()
          clearInterval(heartbeat)
          closing.removeEventListener('abort', end)
        })
        closing.addEventListener('abort', end)
        controller.enqueue(frame('welcome', {listenerName: lake.listenerName}))
      },
      cancel: () => stopped.abort(),
    })
    return context.body(body.pipeThrough(new TextEncoderStream()), 200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache',
    })
  })
}

function frame(name: string, data: object, id?: string): string {
  return `event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
}
