import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {openLake, type Lake} from '../../lake/index.ts'
import * as queries from '../../queries/index.ts'
import {logIn} from '../support/logIn.ts'
import {clientFor} from '../support/testLake.ts'

/** Stands in every confidential document, and nowhere else. */
const SECRET = 'Zimińska'
const STUDIO = 'http://localhost:3333'
const CONFIDENTIAL = [
  'desk.n1',
  'drafts.desk.n1',
  'protected.s1',
  'drafts.protected.s1',
  'versions.spring.protected.s1',
  'seed.person-1',
]
const DRAFTS = ['drafts.person-1', 'drafts.article-1', 'versions.spring.person-1']

/**
 * What somebody may try at each endpoint to learn of a document that is not theirs to read. Each
 * endpoint of the lake has to be listed: a new one fails the test until it is.
 */
function attempts(ids: readonly string[], transactionId: string): Record<string, Attempt[]> {
  const list = ids.join(',')
  const id = ids[0] ?? ''
  const query = (text: string, perspective = 'raw') => ({
    path: `/data/query/production?query=${encodeURIComponent(text)}&perspective=${perspective}&$id="${id}"`,
  })
  const nothing = {path: '/'}
  const json = (path: string, body: object): Attempt => ({path, body})
  return {
    'GET /data/query/:dataset': [
      ...['raw', 'published', 'drafts', 'spring,drafts'].map((view) => query('*', view)),
      query('*[_id == $id]'),
      query('count(*[_id == $id])'),
      query('*[references("person-1")]'),
      query('*[@ match text::query("zimin*")]'),
      query('*[_type == "article"]{"up": *[references(^._id)], "down": link->}'),
      query('*[_type in ["desk", "protectedIdentity"]] | score(name match "Zimi*")'),
    ],
    'POST /data/query/:dataset': [
      json('/data/query/production?perspective=raw', {query: '*[_id in $ids]', params: {ids}}),
    ],
    'GET /data/doc/:dataset/:ids': [
      {path: `/data/doc/production/${list}`},
      {path: '/data/doc/production/person-1,protected.s1?includeAllVersions=true'},
    ],
    'POST /data/mutate/:dataset': [
      json('/data/mutate/production?returnDocuments=true&dryRun=true', {
        mutations: ids.map((one) => ({patch: {id: one, set: {x: 1}}})),
      }),
      json('/data/mutate/production?returnDocuments=true', {
        mutations: [{create: {_id: id, _type: 'x'}}],
        transactionId,
      }),
    ],
    'POST /data/actions/:dataset': [
      json('/data/actions/production', {
        actions: [{actionType: 'sanity.action.document.discard', draftId: 'drafts.protected.s1'}],
        dryRun: true,
      }),
    ],
    'GET /data/export/:dataset': [
      {path: '/data/export/production'},
      {path: '/data/export/production?nextCursor=&types=desk,protectedIdentity,person'},
    ],
    ...managed(
      'GET /backup',
      'POST /restore',
      'GET /datasets',
      'PUT /datasets/:dataset',
      'PATCH /datasets/:dataset',
      'DELETE /datasets/:dataset',
      'PUT /projects/:project/datasets/:dataset',
      'PATCH /projects/:project/datasets/:dataset',
      'DELETE /projects/:project/datasets/:dataset',
      'GET /projects/:project/tokens',
      'POST /projects/:project/tokens',
      'DELETE /projects/:project/tokens/:id',
      'GET /hooks/projects/:project',
      'POST /hooks/projects/:project',
      'GET /hooks/projects/:project/:id',
      'PATCH /hooks/projects/:project/:id',
      'DELETE /hooks/projects/:project/:id',
      'GET /hooks/projects/:project/:id/attempts',
      'GET /hooks/projects/:project/:id/messages',
    ),
    'POST /assets/images/:dataset': [json('/assets/images/production', {})],
    'POST /assets/files/:dataset': [json('/assets/files/production', {})],
    'GET /images/:project/:dataset/:file/:name?': [
      {path: `/../images/storygraph/production/${'0'.repeat(40)}-1x1.png`},
    ],
    'GET /files/:project/:dataset/:file/:name?': [
      {path: '/../files/storygraph/production/..%2f..%2fdatasets%2fproduction.db'},
    ],
    'POST /data/history/:dataset/forget': [
      json('/data/history/production/forget', {ids: [], words: [SECRET]}),
    ],
    'GET /data/history/:dataset/documents/:ids': [
      {path: `/data/history/production/documents/${list},person-1?lastRevision=true`},
      {path: `/data/history/production/documents/${list}?revision=${transactionId}`},
    ],
    'GET /data/history/:dataset/events/documents/:id': ids.map((one) => ({
      path: `/data/history/production/events/documents/${one}`,
    })),
    'GET /data/history/:dataset/events/releases/:name': ['spring'].map((name) => ({
      path: `/data/history/production/events/releases/${name}`,
    })),
    'GET /data/history/:dataset/transactions/:ids': [
      {path: `/data/history/production/transactions/${list},person-1?effectFormat=mendoza`},
    ],
    'GET /data/references/:dataset/documents/:id/to': [
      {path: '/data/references/production/documents/person-1/to'},
    ],
    'GET /data/listen/:dataset': [{path: '/data/listen/production?query=*&includeResult=true'}],
    'GET /data/live/events/:dataset': [
      {path: '/data/live/events/production'},
      {path: '/data/live/events/production?includeDrafts=true'},
    ],
    // Needs an upgrade; what it tells whom is tested with the presence of editors.
    'GET /socket/:dataset': [{path: '/socket/production'}],
    'GET /data/ping/:dataset': [nothing],
    'GET /auth/providers': [{path: '/auth/providers'}],
    'GET /auth/login/embedded': [{path: '/auth/login/embedded?origin=https://evil.example'}],
    'GET /auth/fetch': [{path: '/auth/fetch?sid=guess'}],
    'POST /auth/logout': [json('/auth/logout', {})],
    'GET /auth/id': [{path: '/auth/id'}],
    'GET /users/me': [{path: '/users/me'}],
    'GET /users/me/keyvalue/:keys': [{path: '/users/me/keyvalue/recent'}],
    'PUT /users/me/keyvalue': [nothing],
    'DELETE /users/me/keyvalue/:key': [nothing],
    'GET /users/:ids': [{path: '/users/administrator'}],
    'GET /projects/:project': [{path: '/projects/storygraph'}],
    'GET /projects/:project/datasets': [{path: '/projects/storygraph/datasets'}],
    'GET /projects/:project/datasets/:dataset/acl': [
      {path: '/projects/storygraph/datasets/production/acl'},
    ],
    'GET /projects/:project/new-content-release-allowed': [
      {path: '/projects/storygraph/new-content-release-allowed'},
    ],
    'GET /projects/:project/grants': [{path: '/projects/storygraph/grants'}],
    'GET /projects/:project/user-applications': [{path: '/projects/storygraph/user-applications'}],
    'GET /streams': [{path: '/streams'}],
    'GET /ping': [{path: '/ping'}],
    'GET /check/cors': [{path: '/check/cors'}],
    'GET /features': [{path: '/features'}],
    'GET /schedules/:project/:dataset': [{path: '/schedules/storygraph/production'}],
    'GET /subscriptions/project/:project': [{path: '/subscriptions/project/storygraph'}],
    'GET /intake/telemetry-status': [{path: '/intake/telemetry-status'}],
    'GET /help': [{path: '/help'}],
    'GET /journey/*': [{path: '/journey/trial'}],
  }
}

/** What administrators alone may do, tried as it stands. */
function managed(...endpoints: readonly string[]): Record<string, Attempt[]> {
  return Object.fromEntries(
    endpoints.map((endpoint) => {
      const [method, pattern = ''] = endpoint.split(' ')
      const path = pattern
        .replace(':project', 'storygraph')
        .replace(':dataset', 'production')
        .replace(':id', 'some')
      return [endpoint, [{path, ...(method !== 'GET' && {body: {}})}]]
    }),
  )
}

interface Attempt {
  path: string
  body?: object
}

describe('what is confidential', () => {
  let lake: Lake
  let url: string
  let administrator: SanityClient
  let viewerToken: string
  let transactionId: string

  beforeAll(async () => {
    lake = openLake({
      projectId: 'storygraph',
      datasets: ['production'],
      studioOrigins: [STUDIO],
      loginRole: 'viewer',
    })
    url = (await lake.listen()).url
    administrator = clientFor(url, lake.token)
    viewerToken = await logIn(url, STUDIO)

    const person = {_type: 'reference', _ref: 'person-1', _weak: true}
    const transaction = administrator.transaction()
    transaction.create({_id: 'person-1', _type: 'person', name: 'Source'})
    transaction.create({_id: 'article-1', _type: 'article', title: 'A story', link: person})
    for (const _id of CONFIDENTIAL) {
      transaction.create({_id, _type: 'protectedIdentity', name: SECRET, person})
    }
    for (const _id of DRAFTS) transaction.create({_id, _type: 'person', name: `${SECRET} (draft)`})
    ;({transactionId} = await transaction.commit({returnDocuments: false}))
    await administrator.request({
      url: '/users/me/keyvalue',
      method: 'PUT',
      body: [{key: 'recent', value: [SECRET]}],
    })
  })
  afterAll(() => lake.close())

  it('is tried at every endpoint that there is', () => {
    expect(Object.keys(attempts([], '')).toSorted()).toEqual(lake.endpoints.toSorted())
  })

  it('is kept from those without a token, whatever they ask', async () => {
    const ids = [...CONFIDENTIAL, ...DRAFTS]
    for (const [endpoint, answer] of await answers(ids)) {
      expect(`${endpoint}: ${answer}`).not.toContain(SECRET)
      for (const id of ids) expect(withoutEcho(answer)).not.toContain(id)
    }
  })

  it('is kept from viewers too, who may read drafts', async () => {
    for (const [endpoint, answer] of await answers(CONFIDENTIAL, viewerToken)) {
      const drafts = `${SECRET} (draft)`
      expect(`${endpoint}: ${answer.replaceAll(drafts, '')}`).not.toContain(SECRET)
      for (const id of CONFIDENTIAL) expect(withoutEcho(answer)).not.toContain(id)
    }
  })

  it('is in no answer of a shipped query, and named by none', async () => {
    for (const [name, query] of Object.entries(queries)) {
      if (typeof query !== 'string') continue
      expect(`${name}: ${query}`).not.toMatch(/protectedIdentity|"desk"|seedMemory/)
      for (const token of [undefined, viewerToken]) {
        const names = [...query.matchAll(/\$(\w+)/g)].map(([, name = '']) => name)
        const left = Object.fromEntries(names.map((name) => [name, null]))
        const result = await clientFor(url, token).fetch<unknown>(
          query,
          {...left, slug: 'x', includeProtected: true},
          {perspective: 'published'},
        )
        expect(JSON.stringify(result)).not.toContain(SECRET)
      }
    }
  })

  it('does not reach event streams of those who may not read it', async () => {
    const frames: string[] = []
    const stop = new AbortController()
    for (const token of [undefined, viewerToken]) {
      const path = '/v1/data/listen/production?query=*&includeResult=true&effectFormat=mendoza'
      const response = await fetch(url + path, {
        headers: token === undefined ? {} : {authorization: `Bearer ${token}`},
        signal: stop.signal,
      })
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
      frames.push((await reader?.read())?.value ?? '')
      await administrator.patch('protected.s1').set({note: SECRET}).commit()
      await administrator.patch('desk.n1').set({note: SECRET}).commit()
      await administrator.patch('person-1').set({name: 'Our source'}).commit()
      frames.push((await reader?.read())?.value ?? '')
    }
    stop.abort()
    expect(frames.filter((frame) => frame.includes('event: mutation'))).toHaveLength(2)
    expect(frames.join('')).toContain('Our source')
    expect(frames.join('')).not.toContain(SECRET)
  })

  async function answers(ids: readonly string[], token?: string): Promise<[string, string][]> {
    const found: [string, string][] = []
    for (const [endpoint, list] of Object.entries(attempts(ids, transactionId))) {
      for (const {path, body} of list) {
        const stop = new AbortController()
        const response = await fetch(`${url}/vX${path}`, {
          method: endpoint.split(' ')[0] ?? 'GET',
          headers: token === undefined ? {} : {authorization: `Bearer ${token}`},
          redirect: 'manual',
          signal: stop.signal,
          ...(body && {body: JSON.stringify(body)}),
        })
        const isStream = response.headers.get('content-type') === 'text/event-stream'
        found.push([endpoint, isStream ? '' : await response.text()])
        stop.abort()
      }
    }
    return found
  }

  /** An id that the caller sent may be sent back to them: in the query, and as not readable. */
  function withoutEcho(answer: string): string {
    return answer
      .replaceAll(/"query":"(?:[^"\\]|\\.)*"/g, '')
      .replaceAll(/\{"id":"[^"]*","reason":"permission"\}/g, '')
      .replaceAll(/\{"events":\{"[^"]*":\[\]\},"nextCursor":""\}/g, '')
  }
})
