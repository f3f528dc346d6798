import {request} from 'node:http'

import {expect, it} from 'vitest'

import type {LogEntry} from '../../lake/index.ts'
import {issueToken} from '../support/issueToken.ts'
import {testLake, type TestLake} from '../support/testLake.ts'

const QUERY = '/v2025-02-19/data/query/production'
const MUTATE = '/v2025-02-19/data/mutate/production'
const studioOrigins = ['https://studio.example']

/** Status, headers and body; what differs from one answer to the next is taken out. */
interface Answer {
  status: number | undefined
  headers: Record<string, unknown>
  body: string
}

/** Over a socket, where such requests are answered directly. */
function overHttp(
  {url}: TestLake,
  path: string,
  headers: Record<string, string>,
  posted?: Uint8Array,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const method = posted ? 'POST' : 'GET'
    const outgoing = request(url + path, {method, headers}, async (response) => {
      const body = (await response.toArray()).join('')
      const {
        date,
        connection,
        'keep-alive': kept,
        'content-length': length,
        ...rest
      } = response.headers
      expect([typeof date, length]).toEqual(['string', `${Buffer.byteLength(body)}`])
      expect(connection === 'close').toBe(kept === undefined)
      resolve(alike({status: response.statusCode, headers: rest, body}))
    })
    outgoing.on('error', reject)
    outgoing.end(posted)
  })
}

/** The same request by the other way, which takes the requests of any endpoint. */
async function byFunction(
  {url, lake}: TestLake,
  path: string,
  {host, ...headers}: Record<string, string>,
  posted?: Uint8Array<ArrayBuffer>,
): Promise<Answer> {
  const origin = host === undefined ? url : `http://${host}`
  const body = posted && {method: 'POST', body: posted}
  const response = await lake.fetch(new Request(origin + path, {headers, ...body}))
  return alike({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  })
}

function alike({status, headers, body}: Answer): Answer {
  const id = String(headers['x-request-id'])
  expect(id).toMatch(/^(?:[\da-f]{32}|mine-1)$/)
  return {
    status,
    headers: {...headers, 'x-request-id': id.replace(/^[\da-f]{32}$/, 'made')},
    body: body
      .replace(/"ms":\d+/, '"ms":0')
      .replace(/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g, 'made'),
  }
}

it('answers a query over a socket as it answers any request', async () => {
  const lake = await testLake({studioOrigins, limits: {result: 5_000}})
  const {administrator} = lake
  await administrator.create({_id: 'a', _type: 'person', name: 'Šírová & "co" 100 %'})
  await administrator.create({_id: 'drafts.a', _type: 'person', name: 'In progress'})
  await administrator.create({_id: 'big', _type: 'x', text: 'x'.repeat(4_000)})
  const viewer = `Bearer ${await issueToken(administrator, 'viewer')}`
  const all = encodeURIComponent('*[_type == $type]{_id, name}')
  const asked: [search: string, headers: Record<string, string>, status: number][] = [
    [`query=${all}&$type="person"`, {}, 200],
    [`query=${all}&$type=%22person%22&returnQuery=false`, {'x-request-id': 'mine-1'}, 200],
    [`query=${all.replaceAll('%20', '+')}&$type=%22person%22`, {'x-request-id': 'not mine'}, 200],
    [`query=${all}&$type=%22person%22&perspective=drafts`, {authorization: viewer}, 200],
    [`query=${all}&$type=%22person%22&explain=true`, {}, 200],
    ['query=*[name+match+"š%C3%ADrov*"]._id', {}, 200],
    ['query=%27%E0%A4%A%27', {}, 400],
    ['query=1&query=2', {}, 200],
    ['query=%22%C5%A1%22#&query=2', {}, 200],
    ['query=1', {origin: 'http://localhost:4321'}, 200],
    ['query=1', {origin: 'https://studio.example'}, 200],
    ['query=1', {origin: 'https://evil.example'}, 403],
    ['query=1', {host: 'desk.localhost:80'}, 200],
    ['query=1', {host: 'evil.example'}, 403],
    ['query=1', {'x-sanity-project-id': 'other'}, 404],
    ['query=1', {authorization: 'Bearer unknown'}, 401],
    ['query=1', {'x-forwarded-for': '203.0.113.7'}, 401],
    ['query=1', {'x-forwarded-for': '203.0.113.7', authorization: viewer}, 200],
    ['', {}, 400],
    ['query=*[', {}, 400],
    ['query=$a&$a={', {}, 400],
    ['query=1&perspective=raw,drafts', {}, 400],
    ['query=[*,*,*]', {}, 400],
  ]
  for (const [search, headers, status] of asked) {
    const path = `${QUERY}?${search}`
    const answer = await overHttp(lake, path, headers)
    expect([search, answer]).toEqual([search, await byFunction(lake, path, headers)])
    expect([search, answer.status]).toEqual([search, status])
  }
  const elsewhere = QUERY.replace('production', 'none')
  expect(await overHttp(lake, `${elsewhere}?query=1`, {})).toEqual(
    await byFunction(lake, `${elsewhere}?query=1`, {}),
  )
})

it('answers a query that is posted as it answers any request', async () => {
  const lake = await testLake({limits: {result: 5_000}})
  const {administrator} = lake
  await administrator.create({_id: 'a', _type: 'person', name: 'Šírová & "co" 100 %'})
  await administrator.create({_id: 'big', _type: 'x', text: 'x'.repeat(4_000)})
  const long = `*[name match $name && name != "${'š'.repeat(4_000)}"].name`
  const query = JSON.stringify({query: long, params: {name: 'šírov*'}})
  const deep = `{"query": "1", "params": {"a": ${'['.repeat(300)}${']'.repeat(300)}}}`
  const asked: [search: string, body: string | Buffer, headers: Record<string, string>, number][] =
    [
      ['', query, {}, 200],
      ['?returnQuery=false', `\uFEFF${query}`, {'x-request-id': 'mine-1'}, 200],
      ['?query=[&perspective=raw', '{"query": "*._id"}', {}, 200],
      ['?$a=3', '{"query": "$a"}', {}, 400],
      ['?explain=true', '{"query": "*[_type == \\"person\\"]._id", "more": 1}', {}, 200],
      ['', Buffer.from('7b227175657279223a2227ff27227d', 'hex'), {}, 200],
      ['', query, {authorization: 'Bearer unknown'}, 401],
      ['', query, {origin: 'https://evil.example'}, 403],
      ['', query, {'x-sanity-project-id': 'other'}, 404],
      ['', '', {}, 400],
      ['', '{', {}, 400],
      ['', '[]', {}, 400],
      ['', '{"query": 1}', {}, 400],
      ['', '{"query": "1", "params": []}', {}, 400],
      ['', deep, {}, 400],
      ['', '{"query": "*["}', {}, 400],
      ['?perspective=raw,drafts', '{"query": "1"}', {}, 400],
      ['', '{"query": "[*,*,*]"}', {}, 400],
    ]
  for (const [search, text, headers, status] of asked) {
    const body = new Uint8Array(Buffer.from(text))
    const given = {'content-type': 'application/json', ...headers}
    const answer = await overHttp(lake, QUERY + search, given, body)
    expect([text, answer]).toEqual([text, await byFunction(lake, QUERY + search, given, body)])
    expect([text, answer.status]).toEqual([text, status])
  }
})

it('answers a mutation as it answers any request, with the same log', async () => {
  const document = {_id: 'a', _type: 'person', name: 'Šírová & "co" 100 %'}
  const mutations = (...list: object[]) => JSON.stringify({mutations: list})
  const set = mutations({patch: {id: 'a', set: {name: 'Jana'}}})
  const once = JSON.stringify({
    mutations: [{create: {_id: 'b', _type: 'x'}}],
    transactionId: 'once',
  })
  const old = {_id: 'c', _type: 'x', _rev: 'old', _updatedAt: '2020-01-01T00:00:00Z'}
  const evil = {origin: 'https://evil.example'}
  const deep = `{"mutations": ${'['.repeat(300)}${']'.repeat(300)}}`
  const asked = (
    viewer: string,
  ): [address: string, body: string | Buffer, headers: Record<string, string>, number][] => [
    [`${MUTATE}?returnIds=true&returnDocuments=true`, mutations({create: document}), {}, 200],
    [MUTATE, mutations({create: document}), {}, 409],
    [MUTATE, `\uFEFF${set}`, {'x-request-id': 'mine-1'}, 200],
    [`${MUTATE}?return%44ocuments=true&dryRun=true&tag=a+b`, set.replace('Jana', 'Eva'), {}, 200],
    [`${MUTATE}?returnDocuments=true`, mutations({patch: {id: 'a', unset: ['none']}}), {}, 200],
    [MUTATE, mutations({patch: {id: 'none', set: {name: 'x'}}}), {}, 409],
    [MUTATE, mutations({patch: {id: 'a', ifRevisionID: 'x', set: {name: 'x'}}}), {}, 409],
    [MUTATE, once, {}, 200],
    [MUTATE, once, {}, 200],
    [MUTATE, once.replace('"x"', '"y"'), {}, 409],
    [
      `${MUTATE}?tag=sanity.import.b&returnDocuments=true`,
      mutations({createOrReplace: old}),
      {},
      200,
    ],
    [`${MUTATE}?tag=mine&returnDocuments=true`, mutations({createOrReplace: old}), {}, 200],
    [MUTATE, Buffer.from(`{"mutations": [{"delete": {"id": "\xff"}}]}`, 'latin1'), {}, 400],
    [`${MUTATE}?returnDocuments=true`, mutations({delete: {query: '*[_type == "x"]'}}), {}, 200],
    [MUTATE, set, {origin: 'http://localhost:4321'}, 200],
    [MUTATE, set, evil, 403],
    [MUTATE, set, {host: 'evil.example'}, 403],
    [MUTATE, set, {'x-sanity-project-id': 'other'}, 404],
    [MUTATE, set, {authorization: ''}, 401],
    [MUTATE, set, {authorization: 'Bearer unknown'}, 401],
    [MUTATE, set, {authorization: `Bearer ${viewer}`}, 403],
    [MUTATE, '', {}, 400],
    [MUTATE, '{', {}, 400],
    [MUTATE, '[]', {}, 400],
    [MUTATE, '{"mutations": []}', {}, 400],
    [MUTATE, '{"mutations": [{"create": {"_id": "a"}}]}', {}, 400],
    [MUTATE, once.replace('"once"', '"what ever"'), {}, 400],
    [MUTATE, deep, {}, 400],
    [MUTATE.replace('production', 'none'), set, {}, 404],
    [MUTATE.replace('production', 'none'), '{', {}, 400],
    [MUTATE.replace('production', 'production/'), set, {}, 404],
    [MUTATE.replace('v2025-02-19', 'v2'), set, {}, 404],
  ]
  // Of a body in chunks it is not known how long it will be: it is not answered directly.
  const answersOf = async (given: Record<string, string>) => {
    const entries: LogEntry[] = []
    const lake = await testLake({
      studioOrigins,
      now: () => Date.UTC(2026, 0, 1),
      log: (entry) => entries.push(entry),
    })
    const viewer = await issueToken(lake.administrator, 'viewer')
    entries.length = 0
    const answers: unknown[] = []
    for (const [path, text, headers, status] of asked(viewer)) {
      const sent = {authorization: `Bearer ${lake.lake.token}`, ...given, ...headers}
      const answer = await overHttp(lake, path, sent, new Uint8Array(Buffer.from(text)))
      expect([path, String(text), answer.status]).toEqual([path, String(text), status])
      answers.push([path, String(text), answer])
    }
    const left = await lake.administrator.fetch('*{_id, name} | order(_id)')
    expect(entries).toHaveLength(answers.length + 1)
    const log = entries.map((entry) => {
      const user = String(entry['user']).replace(/^[\da-f-]{36}$/, 'viewer')
      return {...entry, id: 'made', ms: 0, user}
    })
    return {answers, left, log}
  }
  const answered = await answersOf({})
  expect(answered).toEqual(await answersOf({'transfer-encoding': 'chunked'}))
  expect(answered.left).toEqual([{_id: 'a', name: 'Jana'}])
  const lake = await testLake()
  const read = await overHttp(lake, MUTATE, {})
  expect([read.status, read]).toEqual([404, await byFunction(lake, MUTATE, {})])
})

it('is not harmed by clients that leave in the middle of a body', async () => {
  const entries: LogEntry[] = []
  const lake = await testLake({log: (entry) => entries.push(entry)})
  const authorization = `Bearer ${lake.lake.token}`
  for (const path of [MUTATE, QUERY]) {
    for (const length of [{'content-length': '1000'}, {'transfer-encoding': 'chunked'}]) {
      const headers = {authorization, ...length}
      const outgoing = request(lake.url + path, {method: 'POST', headers})
      outgoing.on('error', () => {})
      outgoing.write('{"mutations": [', () => outgoing.destroy())
      await new Promise((resolve) => outgoing.once('close', resolve))
    }
  }
  await expect.poll(() => entries.length).toBe(5)
  const requests = entries.filter(({event}) => event === 'request')
  const answered = requests.map(({level, status}) => `${level} ${status}`)
  expect(answered).toEqual(Array(4).fill('info 400'))
  expect(await lake.administrator.fetch('count(*)')).toBe(0)
})

it('refuses what can be read in two ways', async () => {
  const lake = await testLake()
  const {port} = new URL(lake.url)
  const status = (headers: readonly string[]) =>
    new Promise((resolve, reject) => {
      const path = `${QUERY}?query=1`
      request({port, host: '127.0.0.1', path, headers}, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
  const host = ['Host', `127.0.0.1:${port}`]
  const known = ['Authorization', `Bearer ${lake.lake.token}`]
  expect(await status([...host, ...known])).toBe(200)
  expect(await status([...host, ...known, 'Authorization', 'Bearer other'])).toBe(401)
  expect(await status(['Host', 'evil.example@127.0.0.1'])).toBe(400)
})
