import {describe, expect, it, onTestFinished} from 'vitest'

import {createStoryClient, followStories, type FollowOptions} from '../../client/index.ts'
import {personBySlugQuery} from '../../queries/index.ts'
import {openProxy} from '../support/proxy.ts'
import {openSite} from '../support/site.ts'
import {testLake} from '../support/testLake.ts'

type Told = Parameters<FollowOptions['onChange']>[0]

const clientAt = (lake: string) =>
  createStoryClient({projectId: 'storygraph', dataset: 'production', lake, purpose: 'build'})

/** Follows until the test is over; once it is welcome, hands out what is told, one by one. */
async function follow(lake: string, options: Partial<FollowOptions> = {}) {
  const told: Told[] = []
  const waiting: ((tags: Told) => void)[] = []
  const welcome = Promise.withResolvers<void>()
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  followStories(clientAt(lake), {
    signal: stop.signal,
    onWelcome: welcome.resolve,
    onChange: (tags) => {
      const next = waiting.shift()
      if (next) next(tags)
      else told.push(tags)
    },
    ...options,
  })
  await welcome.promise
  const next = (): Promise<Told> => {
    const tags = told.shift()
    return tags === undefined
      ? new Promise((resolve) => waiting.push(resolve))
      : Promise.resolve(tags)
  }
  return {next, stop, told}
}

async function lakeWithAna() {
  const opened = await testLake()
  const ana = {_id: 'person-ana', _type: 'person', slug: {_type: 'slug', current: 'ana'}}
  await opened.administrator.create({...ana, name: 'Ana'})
  return opened
}

/** A person, and what the answer depends on. */
async function fetchAna(lake: string) {
  const {result, syncTags = []} = await clientAt(lake).fetch(
    personBySlugQuery,
    {slug: 'ana'},
    {filterResponse: false},
  )
  const isConcerned = (tags: Told) => tags?.some((tag) => syncTags.includes(tag))
  return {name: result?.name, isConcerned}
}

describe('followStories', () => {
  it('tells without a token which answers are out of date, and of no draft', async () => {
    const {administrator, url} = await lakeWithAna()
    const {name, isConcerned} = await fetchAna(url)
    const {next} = await follow(url)
    await administrator.create({_id: 'drafts.person-ana', _type: 'person', name: 'Anna'})
    await administrator.create({_id: 'place-a', _type: 'place'})
    await administrator.patch('person-ana').set({name: 'Anna'}).commit()
    expect([await next(), await next()].map(isConcerned)).toEqual([false, true])
    expect([name, (await fetchAna(url)).name]).toEqual(['Ana', 'Anna'])
  })

  it('goes on after a break, and says when something was missed', async () => {
    const {administrator, url} = await lakeWithAna()
    const {isConcerned} = await fetchAna(url)
    const proxy = await openProxy()
    proxy.leadTo(url)
    const {next} = await follow(proxy.url)

    proxy.cut()
    await administrator.patch('person-ana').set({name: 'Anna'}).commit()
    proxy.leadTo(url)
    expect(isConcerned(await next())).toBe(true)

    proxy.cut()
    await administrator.create({_id: 'drafts.person-bo', _type: 'person'})
    await administrator.action({
      actionType: 'sanity.action.document.version.discard',
      versionId: 'drafts.person-bo',
      purge: true,
    })
    await administrator.patch('person-ana').set({name: 'Anne'}).commit()
    proxy.leadTo(url)
    expect(await next()).toBe(null)
  })

  it('ends when it is aborted', async () => {
    const {administrator, url} = await lakeWithAna()
    const [ended, other] = [await follow(url), await follow(url)]
    ended.stop.abort()
    await administrator.patch('person-ana').set({name: 'Anna'}).commit()
    await other.next()
    expect(ended.told).toEqual([])
  })

  it('comes back to a service that sent it away', async () => {
    let connections = 0
    const url = await openSite(() => {
      connections += 1
      const events = connections === 1 ? [welcome, goaway] : [welcome, changed]
      const {readable, writable} = new TransformStream<string, string>()
      const writer = writable.getWriter()
      void writer.write(events.join('')).catch(() => {})
      return new Response(readable.pipeThrough(new TextEncoderStream()), {
        headers: {'content-type': 'text/event-stream'},
      })
    })
    const {next} = await follow(url, {awayFor: 1})
    expect([await next(), await next()]).toEqual([null, ['s1:a']])
    expect(connections).toBe(2)
  })

  it('says why nothing more will come', async () => {
    const {url} = await lakeWithAna()
    const refused = Promise.withResolvers<unknown>()
    const client = createStoryClient({projectId: 'storygraph', dataset: 'nowhere', lake: url})
    followStories(client, {
      signal: AbortSignal.timeout(30_000),
      onChange: () => {},
      onError: refused.resolve,
    })
    expect(await refused.promise).toEqual(
      expect.objectContaining({name: 'ConnectionFailedError', status: 404}),
    )
  })
})

const welcome = 'event: welcome\nid: 1\ndata: {}\n\n'
const goaway = 'event: goaway\nid: 1\ndata: {"reason": "busy"}\n\n'
const changed = 'event: message\nid: 2\ndata: {"tags": ["s1:a"]}\n\n'
