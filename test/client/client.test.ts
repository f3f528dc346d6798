import {afterAll, beforeAll, describe, expect, it, onTestFinished, vi} from 'vitest'

import {createStoryClient, type StoryClientOptions} from '../../client/index.ts'
import type {Lake} from '../../lake/index.ts'
import {storiesQuery} from '../../queries/index.ts'
import {openSeededLake} from '../support/seededLake.ts'

const title = 'Belarusian dissidents join Ukraine’s fight against Russia'

describe('createStoryClient', () => {
  let lake: Lake
  let url: string
  beforeAll(async () => {
    const seeded = await openSeededLake()
    lake = seeded.lake
    url = seeded.anonymous.config().apiHost
    const draft = {_id: 'drafts.article-a', _type: 'article', title: 'Begun', slug: {current: 'a'}}
    await seeded.administrator.create({...draft, language: 'en'})
  })
  afterAll(() => lake.close())

  const titles = async (options: Partial<StoryClientOptions>) => {
    const client = createStoryClient({
      projectId: 'storygraph',
      dataset: 'production',
      lake: url,
      ...options,
    })
    const stories = await client.fetch(storiesQuery, {after: null})
    return stories.map((story) => story.title)
  }

  it('reads what is published, and drafts for a preview', async () => {
    expect(await titles({})).toEqual([title])
    expect(await titles({purpose: 'build'})).toEqual([title])
    expect(await titles({purpose: 'preview', token: lake.token})).toEqual(['Begun', title])
  })

  it('needs a token for a preview, and keeps one out of browsers', async () => {
    await expect(titles({purpose: 'preview'})).rejects.toThrow(
      'createStoryClient: a preview needs a `token` that may read drafts.',
    )
    vi.stubGlobal('document', {})
    onTestFinished(() => {
      vi.unstubAllGlobals()
    })
    await expect(titles({token: lake.token})).rejects.toThrow(
      'createStoryClient: a token must not reach a browser. Ask for drafts on the server.',
    )
  })
})

describe('the hosted Content Lake', () => {
  it.each([
    [{}, 'https://p1.apicdn.sanity.io', 'published', null],
    [{purpose: 'build'}, 'https://p1.api.sanity.io', 'published', null],
    [{purpose: 'preview', token: 'secret'}, 'https://p1.api.sanity.io', 'drafts', 'Bearer secret'],
  ] as const)('is addressed with %o', async (options, host, perspective, authorization) => {
    const sent: {url: URL; headers: Headers}[] = []
    const client = createStoryClient({projectId: 'p1', dataset: 'news', ...options}).withConfig({
      resolveFetch: () => (input, init) => {
        sent.push({url: new URL(input), headers: new Headers(init?.headers)})
        return Promise.resolve(Response.json({result: []}))
      },
    })
    await client.fetch(storiesQuery, {after: {at: '2021-05-01', id: 'article-a'}}, {tag: 'front'})
    const requests = sent.map(({url, headers}) => ({
      host: url.origin,
      path: url.pathname,
      parameters: Object.fromEntries(url.searchParams),
      authorization: headers.get('authorization'),
    }))
    expect(requests).toEqual([
      {
        host,
        path: '/v2025-02-19/data/query/news',
        parameters: {
          query: storiesQuery,
          $after: '{"at":"2021-05-01","id":"article-a"}',
          perspective,
          returnQuery: 'false',
          tag: 'storygraph.front',
        },
        authorization,
      },
    ])
  })
})
