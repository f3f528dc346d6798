import {Hono} from 'hono'

import {httpError, LakeError} from '../errors.ts'
import type {MutationEvent} from '../listener.ts'
import {prepareFilter} from '../listenFilter.ts'
import type {Env, LakeContext} from './context.ts'
import {eventStream} from './eventStream.ts'
import {datasetName, flag, queryParams} from './input.ts'

/**
 * `/data/listen`: changes as server-sent events. Who comes back with the id of the last event gets
 * what was missed, if that was asked for and can still be told.
 */
export function listenRoutes(lake: LakeContext): Hono<Env> {
  return new Hono<Env>().get('/data/listen/:dataset', (context) => {
    const dataset = lake.dataset(datasetName(context))
    const search = context.req.query()
    const {query} = search
    if (!query) throw httpError(400, 'The parameter "query" is missing.')
    const options = {
      filter: prepareFilter({query, params: queryParams(search)}),
      user: context.get('user'),
      includeResult: flag(search, 'includeResult'),
      includePreviousRevision: flag(search, 'includePreviousRevision'),
      includeMutations: search['includeMutations'] !== 'false',
      includeEffects: search['effectFormat'] === 'mendoza',
    }
    const lastEventId = flag(search, 'enableResume')
      ? context.req.header('last-event-id')
      : undefined

    return eventStream(context, lake, dataset, (send) => {
      const sendAll = (events: readonly MutationEvent[]): void => {
        for (const event of events) send({name: 'mutation', id: event.eventId, data: event})
      }
      const {feed} = dataset
      const welcome = {listenerName: lake.listenerName}
      if (lastEventId === undefined) {
        send({name: 'welcome', id: feed.position(options.user), data: welcome})
      } else {
        const missed = feed.missed(options, lastEventId)
        // What was seen stays seen: the id goes on from where it was until an event moves it.
        if (missed) send({name: 'welcomeback', id: lastEventId, data: welcome})
        else send({name: 'reset', id: feed.position(options.user), data: {}})
        sendAll(missed ?? [])
      }
      const stop = feed.listen(options, sendAll, (error) => {
        const {body} = error instanceof LakeError ? error : httpError(500, 'The listener failed.')
        send({name: 'channelError', data: body})
      })
      const farewell = (): void => {
        // Whoever only loses the connection comes back and goes on; for this there is no way back.
        if (dataset.closed.reason !== 'deleted') return
        send({name: 'disconnect', data: {reason: 'The dataset was deleted.'}})
      }
      dataset.closed.addEventListener('abort', farewell)
      return () => {
        stop()
        dataset.closed.removeEventListener('abort', farewell)
      }
    })
  })
}
