import {describe, expect, it, onTestFinished} from 'vitest'

import {createStoryClient} from '../../client/index.ts'
import {relayDrafts, type RelayOptions} from '../../preview/index.ts'
import {personBySlugQuery} from '../../queries/index.ts'
import {openSite} from '../support/site.ts'
import {testLake} from '../support/testLake.ts'

const SESSION = 'session=editor'

/** A lake, and a website that relays its drafts to editors. */
async function newsroom(options: Partial<RelayOptions> = {}) {
  const {lake, url, administrator} = await testLake()
  const open = new Set<AbortSignal>()
  let changed = (): void => {}
  const note = (signal: AbortSignal): void => {
    open.add(signal)
    changed()
    signal.addEventListener('abort', () => {
      open.delete(signal)
      changed()
    })
  }
  const client = createStoryClient({
    projectId: 'storygraph',
    dataset: 'production',
    lake: url,
    purpose: 'preview',
    token: lake.token,
  }).withConfig({
    resolveFetch: () => (input, init) => {
      if (input.includes('/live/events/') && init?.signal) note(init.signal)
      return fetch(input, init)
    },
  })
  const relay = await openSite(
    relayDrafts({
      client,
      authorise: ({headers}) => headers.get('cookie') === SESSION,
      ...options,
    }),
  )
  /** Until so many connections to the lake are open. */
  const untilOpen = (count: number): Promise<void> =>
    new Promise((resolve) => {
      changed = () => {
        if (open.size === count) resolve()
      }
      changed()
    })
  return {lake, client, administrator, relay, untilOpen}
}

/** Follows a relay as an editor's browser does; `until` reads on to where a text stands. */
async function listenTo(relay: string, headers: Record<string, string> = {}) {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const response = await fetch(relay, {headers: {cookie: SESSION, ...headers}, signal: stop.signal})
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const until = async (part: string): Promise<string> => {
    while (!text.includes(part)) {
      const read = await reader?.read()
      if (!read || read.done) return `${text}(end)`
      text += read.value
    }
    return text
  }
  return {response, until, stop}
}

describe('relayDrafts', () => {
  it('tells editors that a draft they look at changed, and nothing of it', async () => {
    const {lake, client, administrator, relay} = await newsroom()
    const slug = {_type: 'slug', current: 'ana'}
    await administrator.create({_id: 'drafts.person-ana', _type: 'person', name: 'Ana', slug})
    const {result, syncTags = []} = await client.fetch(
      personBySlugQuery,
      {slug: 'ana'},
      {filterResponse: false},
    )
    expect(result?.name).toBe('Ana')
    const asked = new URLSearchParams(syncTags.map((tag) => ['tag', tag]))
    const [all, some] = [await listenTo(relay), await listenTo(`${relay}?${asked}`)]
    const {status, headers} = some.response
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/event-stream',
      'no-store',
    ])
    await all.until('welcome')
    expect(await some.until('welcome')).toBe('event: welcome\nid: 0\ndata: {}\n\n')
    await administrator.create({_id: 'drafts.poll-a', _type: 'poll', title: 'Not of interest'})
    await administrator.patch('drafts.person-ana').set({name: 'Anna'}).commit()
    const [heard] = (await some.until('changed')).match(/(?<=changed\nid: 0\ndata: ).*/) ?? []
    const {tags} = JSON.parse(heard ?? '')
    expect(tags).toEqual(syncTags.filter((tag) => tags.includes(tag)))
    expect(tags).not.toEqual([])
    const text = (await all.until(tags[0])) + (await some.until('changed'))
    expect(text.match(/event: changed/g)).toHaveLength(3)
    expect(text).not.toMatch(/ana|poll|drafts|person/i)
    expect(text).not.toContain(lake.token)
  })

  it('tells nobody else', async () => {
    const {relay, untilOpen} = await newsroom()
    const {response, until} = await listenTo(relay, {cookie: 'session=stranger'})
    expect([response.status, await until('(end)')]).toEqual([
      403,
      '{"error":"Drafts are not for you."}(end)',
    ])
    await untilOpen(0)
  })

  it('keeps one connection to the lake, as long as somebody listens', async () => {
    const {relay, untilOpen, administrator} = await newsroom()
    await untilOpen(0)
    const [first, second] = [await listenTo(relay), await listenTo(relay)]
    await Promise.all([first.until('welcome'), second.until('welcome')])
    await untilOpen(1)
    first.stop.abort()
    await administrator.create({_id: 'drafts.poll-a', _type: 'poll'})
    expect(await second.until('changed')).toMatch(/^event: welcome\n[^]*event: changed\n/)
    await untilOpen(1)
    second.stop.abort()
    await untilOpen(0)
    const third = await listenTo(relay)
    await third.until('welcome')
    await untilOpen(1)
  })

  it('has a browser that comes back load again', async () => {
    const {relay} = await newsroom()
    const {until} = await listenTo(relay, {'last-event-id': '0'})
    expect(await until('restart')).toBe('event: restart\nid: 0\ndata: {}\n\n')
  })

  it('keeps a quiet stream open, and ends it so that it is authorised again', async () => {
    const {relay, untilOpen} = await newsroom({heartbeat: 20, lifetime: 1000})
    const {until} = await listenTo(relay)
    expect(await until('(end)')).toMatch(
      /^(?::\n\n)*event: welcome\nid: 0\ndata: {}\n\n(?::\n\n)+\(end\)$/,
    )
    await untilOpen(0)
  })

  it('ends its streams when the lake refuses the token', async () => {
    const {url} = await testLake()
    const client = createStoryClient({
      projectId: 'storygraph',
      dataset: 'production',
      lake: url,
      purpose: 'preview',
      token: 'revoked',
    })
    const errors: unknown[] = []
    const relay = await openSite(
      relayDrafts({client, authorise: () => true, onError: (error) => errors.push(error)}),
    )
    const {until} = await listenTo(relay)
    expect(await until('(end)')).toBe('(end)')
    expect(errors).toEqual([expect.objectContaining({name: 'ConnectionFailedError', status: 401})])
  })

  it('needs a token', () => {
    const client = createStoryClient({projectId: 'storygraph', dataset: 'production'})
    expect(() => relayDrafts({client, authorise: () => true})).toThrow(
      'relayDrafts: the client needs a `token` that may read drafts.',
    )
  })
})
