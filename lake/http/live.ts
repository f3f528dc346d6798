import {Hono} from 'hono'

import {httpError} from '../errors.ts'
import type {LiveMessage} from '../feed.ts'
import type {Env, LakeContext} from './context.ts'
import {eventStream} from './eventStream.ts'
import {datasetName, flag} from './input.ts'

/**
 * `/data/live/events`: the sync tags of what changes, so that a front end asks again whatever it has
 * asked with one of them. Drafts and versions need a token.
 */
export function liveRoutes(lake: LakeContext): Hono<Env> {
  return new Hono<Env>().get('/data/live/events/:dataset', (context) => {
    const dataset = lake.dataset(datasetName(context))
    const options = {
      user: context.get('user'),
      includeDrafts: flag(context.req.query(), 'includeDrafts'),
    }
    if (options.includeDrafts && options.user === null) {
      throw httpError(401, 'Live events of drafts need a token.')
    }
    const lastEventId = context.req.header('last-event-id')

    return eventStream(context, lake, dataset, (send) => {
      const tell = ({position, tags}: LiveMessage): void => send({id: position, data: {tags}})
      const {feed} = dataset
      const missed = lastEventId === undefined ? [] : feed.missedTags(options, lastEventId)
      const first = missed ? 'welcome' : 'restart'
      send({
        name: first,
        id: missed ? (lastEventId ?? feed.position(options.user)) : feed.position(options.user),
        data: {},
      })
      missed?.forEach(tell)
      const stop = feed.follow(options, tell)
      const farewell = (): void => {
        if (dataset.closed.reason !== 'deleted') return
        send({name: 'goaway', data: {reason: 'The dataset was deleted.'}})
      }
      dataset.closed.addEventListener('abort', farewell)
      return () => {
        stop()
        dataset.closed.removeEventListener('abort', farewell)
      }
    })
  })
}
