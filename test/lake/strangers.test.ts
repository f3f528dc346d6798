import {describe, expect, it, onTestFinished} from 'vitest'

import {openLake} from '../../lake/index.ts'
import {issueToken} from '../support/issueToken.ts'
import {logIn} from '../support/logIn.ts'
import {rawRequest} from '../support/rawRequest.ts'
import {clientFor, testLake, type TestLake} from '../support/testLake.ts'

const STUDIO = 'http://localhost:3333'
const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
}

/** What comes of an ordinary request and of one for a socket that carry these headers. */
async function statuses({url}: TestLake, headers: Record<string, string>) {
  const plain = await rawRequest(`${url}/v1/data/query/production?query=1`, headers)
  const socket = await rawRequest(`${url}/v1/socket/production`, {...upgrade, ...headers})
  return [plain.status, socket.status]
}

describe('a lake on loopback', () => {
  it('answers under the names of this machine, not under one that was led here', async () => {
    const lake = await testLake()
    const port = new URL(lake.url).port
    for (const host of ['localhost', '127.0.0.1', '[::1]', 'storygraph.localhost']) {
      expect([host, ...(await statuses(lake, {host: `${host}:${port}`}))]).toEqual([host, 200, 101])
    }
    const foreign = ['evil.example', `evil.example:${port}`, 'localhost.evil.example', '10.0.0.1']
    for (const host of [...foreign, '127.0.0.1.nip.io', '0.0.0.0', 'localhost.']) {
      expect([host, ...(await statuses(lake, {host}))]).toEqual([host, 403, 403])
    }
  })

  it('answers to pages of this machine and of the Studios it knows', async () => {
    const known = {
      studioOrigins: ['https://studio.example'],
      allowedOrigins: ['https://preview.example'],
    }
    const lake = await testLake(known)
    const own = ['http://localhost:4321', 'http://127.0.0.1', 'https://studio.example']
    for (const origin of [...own, 'https://preview.example']) {
      expect([origin, ...(await statuses(lake, {origin}))]).toEqual([origin, 200, 101])
    }
    const foreign = ['https://evil.example', 'null', 'http://localhost.evil.example', 'file://']
    for (const origin of [...foreign, 'https://studio.example.evil', 'http://studio.example']) {
      expect([origin, ...(await statuses(lake, {origin}))]).toEqual([origin, 403, 403])
    }
  })

  it('answers under a name that was allowed', async () => {
    const lake = await testLake({allowedHosts: ['desk.example']})
    expect(await statuses(lake, {host: 'desk.example'})).toEqual([200, 101])
    expect(await statuses(lake, {host: 'other.example'})).toEqual([403, 403])
  })

  it('takes nobody on trust who comes through a proxy', async () => {
    const lake = await testLake({studioOrigins: [STUDIO]})
    const proxied = {'x-forwarded-for': '203.0.113.7'}
    const [query, socket] = await statuses(lake, proxied)
    expect([query, socket]).toEqual([401, 101])
    const login = `${lake.url}/v1/auth/login/embedded?origin=${STUDIO}`
    expect((await rawRequest(login, proxied)).status).toBe(403)
    expect((await rawRequest(login, {})).status).toBe(302)
    const authorization = `Bearer ${lake.lake.token}`
    expect((await statuses(lake, {...proxied, authorization}))[0]).toBe(200)
  })

  it('says on every answer that it is data, and no page of anybody', async () => {
    const {url} = await testLake()
    for (const path of ['/v1/ping', '/v1/users/me', '/v1/none']) {
      const {headers} = await rawRequest(url + path, {})
      expect({path, ...headers}).toEqual(
        expect.objectContaining({
          path,
          'cache-control': 'no-store',
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
          'cross-origin-resource-policy': 'same-origin',
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
        }),
      )
    }
  })
})

describe('a lake that other machines can reach', () => {
  it('answers nobody without a token, and lets nobody log in', async () => {
    const lake = openLake({
      projectId: 'storygraph',
      datasets: ['production'],
      studioOrigins: [STUDIO],
    })
    onTestFinished(() => lake.close())
    const {port} = await lake.listen({host: '0.0.0.0'})
    const url = `http://127.0.0.1:${port}`
    const administrator = clientFor(url, lake.token)
    await administrator.create({_id: 'a', _type: 'person'})
    const viewer = await issueToken(administrator, 'viewer')
    const status = async (path: string, headers: Record<string, string> = {}) =>
      (await rawRequest(url + path, headers)).status
    for (const endpoint of await lake.endpoints()) {
      const [method, path = ''] = endpoint.split(' ')
      if (method !== 'GET' || path.startsWith('/images') || path.startsWith('/files')) continue
      const version = path === '/healthz' ? '' : '/v1'
      const answered = await status(version + path.replace('*', 'x'))
      const isOpen = ['/healthz', '/ping', '/auth/providers', '/socket/:dataset'].includes(path)
      const isClosed = answered === 401 || answered === 403
      expect([endpoint, isClosed]).toEqual([endpoint, !isOpen])
    }
    const query = '/v1/data/query/production?query=*'
    expect(await status(query, {authorization: `Bearer ${viewer}`})).toBe(200)
    // A number in `Host` is no name that could be led here; a name is, unless it was allowed.
    const authorization = `Bearer ${viewer}`
    expect(await status(query, {authorization, host: '192.168.7.7:3334'})).toBe(200)
    expect(await status(query, {authorization, host: 'evil.example'})).toBe(403)
    await expect(logIn(url, STUDIO)).rejects.toThrow('Invalid URL')
  })
})
