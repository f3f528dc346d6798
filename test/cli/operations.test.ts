import {once} from 'node:events'
import {request} from 'node:http'
import {text} from 'node:stream/consumers'

import {describe, expect, it} from 'vitest'
import {WebSocket} from 'ws'

import {version} from '../../cli/packageInfo.ts'
import {arrivalsOf} from '../support/arrivals.ts'
import {runCommand} from '../support/command.ts'
import {startLake, type LakeProcess} from '../support/lakeProcess.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor} from '../support/testLake.ts'

const SECRET = 'Aleksandra of the third floor'

type Entry = Record<string, unknown>

/** What the log says of requests that came to this route. */
async function requestsTo(lake: LakeProcess, route: string): Promise<Entry[]> {
  const {stderr} = await lake.end('SIGTERM')
  const entries: Entry[] = stderr
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  return entries
    .filter(({event}) => event === 'request')
    .filter((entry) => entry['route'] === route)
}

describe('the log of a lake', {timeout: 60_000}, () => {
  it('has one line of JSON for each request, with the id that the answer carries', async () => {
    const lake = await startLake(temporaryDirectory())
    const {administrator, url, token} = lake
    await administrator.create({_id: 'a', _type: 'note'})
    const answers = await Promise.all([
      fetch(`${url}/v1/data/mutate/production`, {
        method: 'POST',
        headers: {authorization: `Bearer ${token}`, 'x-request-id': 'mine-1'},
        body: '{"mutations": [{"create": {"_id": "a", "_type": "note"}}]}',
      }),
      fetch(`${url}/v1/data/mutate/production`, {
        method: 'POST',
        headers: {'x-request-id': 'no id'},
      }),
    ])
    const [mine, made] = answers.map(({headers}) => headers.get('x-request-id'))
    expect(mine).toBe('mine-1')
    expect(made).toMatch(/^[\da-f]{32}$/)
    const common = {
      level: 'info',
      event: 'request',
      method: 'POST',
      route: '/data/mutate/:dataset',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      ms: expect.any(Number),
    }
    const entries = await requestsTo(lake, '/data/mutate/:dataset')
    const byId = (a: Entry, b: Entry): number =>
      String(a['status']) < String(b['status']) ? -1 : 1
    expect(entries.toSorted(byId)).toEqual([
      {...common, id: expect.any(String), status: 200, user: 'administrator'},
      {...common, id: made, status: 400},
      {...common, id: 'mine-1', status: 409, user: 'administrator'},
    ])
  })

  it('holds no token, content, query or id of a document', async () => {
    const lake = await startLake(temporaryDirectory())
    const {administrator, url, token} = lake
    await administrator.create({_id: 'protected.a', _type: 'source', name: SECRET})
    await administrator.fetch('*[name == $name]', {name: SECRET})
    await administrator.fetch(`*[name == "${SECRET}`).catch(() => {})
    await administrator.getDocument('protected.a')
    await administrator.request({url: `/data/history/production/transactions/protected.a`})
    await fetch(`${url}/v1/data/query/production?query=${SECRET}`, {headers: {cookie: SECRET}})
    await fetch(`${url}/v1/data/mutate/production`, {
      method: 'POST',
      headers: {authorization: `Bearer ${token}`},
      body: `{"mutations": ${SECRET}`,
    })
    await clientFor(url, 'sgunknown')
      .fetch('*')
      .catch(() => {})
    await fetch(`${url}/${encodeURIComponent(SECRET)}`)
    const {stderr} = await lake.end('SIGTERM')
    expect(stderr.trimEnd().split('\n').length).toBeGreaterThan(8)
    for (const secret of [
      SECRET,
      'Aleksandra',
      token,
      'sgunknown',
      'protected.a',
      '_type',
      'name',
    ]) {
      expect(stderr).not.toContain(secret)
    }
  })

  it('can be read, and can be left out', async () => {
    const lake = await startLake(temporaryDirectory(), {args: ['--log', 'text']})
    await lake.administrator.fetch('*')
    const {stderr} = await lake.end('SIGTERM')
    expect(stderr).toMatch(
      /^\d\d:\d\d:\d\d info {2}request id=[\da-f]{32} method=GET route=\/data\/query\/:dataset status=200 ms=[\d.]+ user=administrator$/m,
    )
    const off = await startLake(temporaryDirectory(), {args: ['--log', 'off']})
    expect((await off.end('SIGTERM')).stderr).toBe('')
    const wrong = await runCommand(['lake', '--log', 'loud', '--data', temporaryDirectory()])
    expect([wrong.exitCode, wrong.stderr]).toEqual([
      1,
      '--log takes json, text or off, not "loud".\n',
    ])
  })
})

describe('/healthz', () => {
  it('says without a token, under any host, that the lake is well and of which version', async () => {
    const {url} = await startLake(temporaryDirectory())
    const response = await fetch(`${url}/healthz`, {headers: {origin: 'https://monitor.example'}})
    expect([response.status, await response.json()]).toEqual([200, {status: 'ok', version}])
  }, 30_000)
})

describe('a lake that stops', {timeout: 60_000}, () => {
  it('answers what is under way, lets listeners come back, and tells sockets that it goes', async () => {
    const directory = temporaryDirectory()
    const first = await startLake(directory)
    const {administrator, url, token} = first
    const next = arrivalsOf<object>(
      administrator.listen('*', {}, {events: ['welcome', 'reconnect', 'mutation']}),
    )
    expect(await next()).toHaveProperty('type', 'welcome')
    const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/socket/production`)
    await once(socket, 'open')
    const closed = once(socket, 'close')

    const upload = request(`${url}/v1/assets/files/production?filename=a.txt`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'text/plain',
        // Says when the lake has the request.
        expect: '100-continue',
      },
    })
    upload.flushHeaders()
    await once(upload, 'continue')
    upload.write('the first half, ')
    const stopped = first.end('SIGTERM')
    const [code, reason] = await closed
    expect([code, String(reason)]).toEqual([1001, 'The lake stops.'])
    expect(await next()).toHaveProperty('type', 'reconnect')
    upload.end('the second half')
    const [answer] = await once(upload, 'response')
    expect(answer.statusCode).toBe(200)
    const {document} = JSON.parse(await text(answer))
    expect((await stopped).exitCode).toBe(0)

    const second = await startLake(directory)
    expect(await second.administrator.fetch('*[]{_id, size}')).toEqual([
      {_id: document._id, size: 31},
    ])
  })
})
