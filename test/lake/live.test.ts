import type {SanityClient} from '@sanity/client'
import {describe, expect, it} from 'vitest'

import {arrivalsOf} from '../support/arrivals.ts'
import {openProxy} from '../support/proxy.ts'
import {clientFor, testLake} from '../support/testLake.ts'

/** The tags of a query's answer. */
async function tagsOf(client: SanityClient, query: string, params = {}): Promise<string[]> {
  const {syncTags = []} = await client.fetch(query, params, {filterResponse: false})
  return syncTags
}

async function follow(client: SanityClient, options = {}) {
  const next = arrivalsOf<{type: string; tags?: string[]}>(client.live.events(options))
  expect(await next()).toHaveProperty('type', 'welcome')
  return next
}

async function lakeOfPages() {
  const opened = await testLake()
  await opened.administrator
    .transaction()
    .create({_id: 'ana', _type: 'person', name: 'Ana'})
    .create({_id: 'bo', _type: 'person', name: 'Bo'})
    .create({_id: 'page', _type: 'article', by: {_type: 'reference', _ref: 'ana'}})
    .commit()
  return opened
}

describe('live events', () => {
  it.each([
    ['*[_type == "person"]', {}, ['ana', 'bo']],
    ['*[_id == $id][0]', {id: 'ana'}, ['ana']],
    ['*[_type == "article"]{"by": by->name}', {}, ['ana', 'page']],
    ['*[_type in ["person", "article"] && defined(name)]', {}, ['ana', 'bo', 'page']],
    ['*[_type == "article" || _id == "bo"]', {}, ['bo', 'page']],
    ['count(*)', {}, ['ana', 'bo', 'page']],
    ['*[_id == "page"]{"people": *[_type == "person"].name}', {}, ['ana', 'bo', 'page']],
    ['*[_id == "missing"]', {}, []],
    ['*[_id == "no id"]', {}, []],
    ['1 + 1', {}, []],
  ])('tell of changes that concern %s', async (query, params, concerned) => {
    const {administrator, anonymous} = await lakeOfPages()
    const tags = await tagsOf(anonymous, query, params)
    const next = await follow(anonymous)
    const told: string[] = []
    for (const id of ['ana', 'bo', 'page']) {
      await administrator.patch(id).set({name: 'changed'}).commit()
      const event = await next()
      expect(event.type).toBe('message')
      if (event.tags?.some((tag) => tags.includes(tag))) told.push(id)
    }
    expect(told).toEqual(concerned)
  })

  it('tell of what comes into a result and of what leaves it', async () => {
    const {administrator, anonymous} = await lakeOfPages()
    const tags = await tagsOf(anonymous, '*[_type == "unit"]')
    const next = await follow(anonymous)
    await administrator.create({_id: 'unit', _type: 'unit'})
    expect((await next()).tags).toEqual(expect.arrayContaining(tags))
    await administrator.delete('unit')
    expect((await next()).tags).toEqual(expect.arrayContaining(tags))
  })

  it('tell of drafts only those who ask with a token', async () => {
    const {administrator, anonymous, url} = await lakeOfPages()
    const published = await follow(anonymous)
    const all = await follow(administrator, {includeDrafts: true})
    await administrator.create({_id: 'drafts.ana', _type: 'person'})
    await administrator.create({_id: 'cy', _type: 'unit'})
    const [draft, unit] = [await all(), await all()]
    expect(draft.tags).not.toEqual(unit.tags)
    expect((await published()).tags).toEqual(unit.tags)
    const refused = await fetch(`${url}/vX/data/live/events/production?includeDrafts=true`)
    expect([refused.status, (await refused.json()).message]).toEqual([
      401,
      'Live events of drafts need a token.',
    ])
  })

  it('go on after a dropped connection; where the past is gone they say "restart"', async () => {
    const {administrator, url} = await lakeOfPages()
    const proxy = await openProxy()
    proxy.leadTo(url)
    const client = clientFor(proxy.url)
    const [ana, bo] = [
      await tagsOf(client, '*[_id == "ana"]'),
      await tagsOf(client, '*[_id == "bo"]'),
    ]
    const next = await follow(client)

    proxy.cut()
    await administrator.patch('ana').set({name: 'x'}).commit()
    proxy.leadTo(url)
    await administrator.patch('bo').set({name: 'x'}).commit()
    const back: string[] = []
    let event = await next()
    for (; event.type !== 'message'; event = await next()) back.push(event.type)
    expect([...new Set(back)]).toEqual(['reconnect', 'welcome'])
    expect(event.tags).toEqual(expect.arrayContaining(ana))
    expect((await next()).tags).toEqual(expect.arrayContaining(bo))

    proxy.cut()
    await administrator.create({_id: 'drafts.bo', _type: 'person'})
    await administrator.action({
      actionType: 'sanity.action.document.version.discard',
      versionId: 'drafts.bo',
      purge: true,
    })
    await administrator.patch('bo').set({name: 'y'}).commit()
    proxy.leadTo(url)
    event = await next()
    for (; event.type === 'reconnect'; event = await next());
    expect(event.type).toBe('restart')
  })
})
