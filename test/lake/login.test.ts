import {request} from 'node:http'

import {describe, expect, it} from 'vitest'

import {logIn} from '../support/logIn.ts'
import {clientFor, testLake} from '../support/testLake.ts'

const STUDIO = 'http://localhost:3333'

async function ticketFrom(url: string, origin: string): Promise<Response> {
  const query = new URLSearchParams({origin, projectId: 'storygraph', withSid: 'true'})
  return fetch(`${url}/v1/auth/login/embedded?${query}`, {redirect: 'manual'})
}

describe('login', () => {
  it('sends Studio back with a ticket that works once', async () => {
    const {url} = await testLake({studioOrigins: [STUDIO]})
    const {providers} = await (await fetch(`${url}/v1/auth/providers`)).json()
    expect(providers).toEqual([
      {
        name: 'embedded',
        title: 'Embedded Content Lake',
        url: `${url}/v1/auth/login/embedded`,
      },
    ])
    const response = await ticketFrom(url, `${STUDIO}/structure`)
    expect(response.status).toBe(302)
    const [, sid = ''] =
      /^http:\/\/localhost:3333\/structure#sid=(\w{64})$/.exec(
        response.headers.get('location') ?? '',
      ) ?? []

    const fetchToken = () => fetch(`${url}/v1/auth/fetch?sid=${sid}`)
    const {token} = await (await fetchToken()).json()
    const me = await clientFor(url, token).users.getById('me')
    expect(me).toEqual({
      id: 'administrator',
      name: 'Administrator',
      email: '',
      profileImage: null,
      role: 'administrator',
      roles: [{name: 'administrator', title: 'Administrator', description: ''}],
      provider: 'embedded',
    })
    expect((await fetchToken()).status).toBe(401)
  })

  it('gives no ticket to another page', async () => {
    const {url} = await testLake({studioOrigins: [STUDIO]})
    for (const origin of ['http://evil.example', 'http://localhost:4444', 'javascript:0', '']) {
      expect((await ticketFrom(url, origin)).status).toBe(403)
    }
  })

  it('lets a viewer read drafts but neither desk notes nor sources, and write nothing', async () => {
    const {url, administrator} = await testLake({studioOrigins: [STUDIO], loginRole: 'viewer'})
    for (const _id of ['a', 'drafts.b', 'desk.1', 'protected.1', 'drafts.protected.2']) {
      await administrator.create({_id, _type: 'person'})
    }
    const viewer = clientFor(url, await logIn(url, STUDIO))
    const ids = await viewer.fetch('*|order(_id)._id', {}, {perspective: 'raw'})
    expect(ids).toEqual(['a', 'drafts.b'])
    await expect(viewer.create({_type: 'person'})).rejects.toMatchError(403)
  })
})

describe('requests', () => {
  it('are refused for a foreign host name that resolves to this machine', async () => {
    const {url} = await testLake()
    const status = await new Promise((resolve, reject) => {
      const outgoing = request(`${url}/v1/users/me`, {headers: {host: 'rebound.example'}})
      outgoing.on('response', (response) => resolve(response.statusCode))
      outgoing.on('error', reject)
      outgoing.end()
    })
    expect(status).toBe(403)
  })

  it('are refused from pages of other sites, and answered to pages of this machine', async () => {
    const {url} = await testLake()
    const from = (origin: string) => fetch(`${url}/v1/ping`, {headers: {origin}})
    const foreign = await from('https://evil.example')
    expect(foreign.status).toBe(403)
    expect(foreign.headers.get('access-control-allow-origin')).toBe(null)
    const own = await from('http://localhost:4321')
    expect(own.status).toBe(200)
    expect(own.headers.get('access-control-allow-origin')).toBe('http://localhost:4321')
  })

  it('that fail carry CORS headers too, or Studio would take them for an outage', async () => {
    const {url} = await testLake()
    const response = await fetch(`${url}/v1/data/doc/nope/a`, {headers: {origin: STUDIO}})
    expect(response.status).toBe(404)
    expect(response.headers.get('access-control-allow-origin')).toBe(STUDIO)
  })

  it('remember what Studio stores for a user', async () => {
    const {administrator} = await testLake()
    const key = 'studio.list.layout'
    const url = `/users/me/keyvalue/${key}`
    expect(await administrator.request({url})).toEqual([{key, value: null}])
    const body = [{key, value: {sort: 'name'}}]
    await administrator.request({url: '/users/me/keyvalue', method: 'PUT', body})
    expect(await administrator.request({url})).toEqual(body)
    await administrator.request({url, method: 'DELETE'})
    await expect(administrator.request({url, method: 'DELETE'})).rejects.toMatchError(404)
  })
})
