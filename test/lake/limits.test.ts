import {readdirSync} from 'node:fs'
import {connect, type Socket} from 'node:net'
import path from 'node:path'

import * as fc from 'fast-check'
import {describe, expect, it, onTestFinished} from 'vitest'
import {WebSocket} from 'ws'

import {issueToken} from '../support/issueToken.ts'
import {logIn} from '../support/logIn.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor, testLake} from '../support/testLake.ts'

const STUDIO = 'http://localhost:3333'
const LISTEN = '/v1/data/listen/production?query=*&includeResult=true'

/** Opens a connection, sends a request over it and never reads what comes back. */
async function neverReading(url: string, lines: readonly string[]): Promise<Socket> {
  const {hostname, port, host} = new URL(url)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  socket.pause()
  await new Promise((resolve) => socket.once('connect', resolve))
  socket.write([lines[0], `Host: ${host}`, ...lines.slice(1), '', ''].join('\r\n'))
  return socket
}

function bearer(token: string): {headers: {authorization: string}} {
  return {headers: {authorization: `Bearer ${token}`}}
}

describe('what is too large', () => {
  it('is refused: bodies, whether they say their length or not', async () => {
    const {url, lake} = await testLake()
    const address = `${url}/v1/data/mutate/production`
    const chunk = new Uint8Array(1024 * 1024).fill(32)
    let sent = 0
    const stream = new ReadableStream({
      pull: (controller) => (sent++ < 40 ? controller.enqueue(chunk) : controller.close()),
    })
    const bodies = [
      {body: new Uint8Array(33 * 1024 * 1024)},
      {body: stream, duplex: 'half' as const},
    ]
    for (const body of bodies) {
      const answer = await fetch(address, {method: 'POST', ...bearer(lake.token), ...body})
      expect(answer.status).toBe(413)
    }
  })

  it('is refused: what is nested without end', async () => {
    const {administrator, url, lake} = await testLake()
    const nested = `${'['.repeat(5_000)}${']'.repeat(5_000)}`
    const body = `{"mutations":[{"create":{"_type":"x","deep":${nested}}}]}`
    const address = `${url}/v1/data/mutate/production`
    const answer = await fetch(address, {method: 'POST', body, ...bearer(lake.token)})
    expect([answer.status, (await answer.json()).message]).toEqual([
      400,
      'The request body is nested more than 200 levels deep.',
    ])
    const query = `${'('.repeat(20_000)}1${')'.repeat(20_000)}`
    await expect(administrator.fetch(query)).rejects.toMatchError(400)
  })

  it('is refused: queries that take long to parse', async () => {
    const {administrator} = await testLake()
    const sum = Array(20_000).fill('1').join(' + ')
    const most = 'pass long lists as parameters, or ask several queries'
    for (const query of [sum, `*[_type == "system.group"][${sum}]`]) {
      const refused = administrator.fetch(query)
      await expect(refused).rejects.toThrow(`The query has more than 10000 parts: ${most}`)
      await expect(refused).rejects.toMatchError(400)
    }
    const endless = administrator.fetch('"\\'.repeat(149_000))
    await expect(endless).rejects.toMatchError(400)
    const long = administrator.fetch(`"${'x'.repeat(300_000)}"`)
    await expect(long).rejects.toThrow(`The query has more than 300000 characters: ${most}.`)
    expect(await administrator.fetch(`"${'x'.repeat(200_000)}" == ""`)).toBe(false)
    const ids = Array.from({length: 4_000}, (_, number) => `"article-${number}"`)
    expect(await administrator.fetch(`*[_id in [${ids.join(',')}]]`)).toEqual([])
  })

  it('is refused: answers to queries', async () => {
    const {administrator} = await testLake({limits: {result: 10_000}})
    await administrator.create({_id: 'a', _type: 'x', text: 'x'.repeat(9_000)})
    expect(await administrator.fetch('count(*)')).toBe(1)
    const twice = administrator.fetch('[*[0], *[0]]')
    await expect(twice).rejects.toThrow('The answer is larger than 10000 bytes')
    await expect(twice).rejects.toMatchError(400)
  })
})

describe('streams', () => {
  it('are so many for one, and so many in all; who leaves makes room', async () => {
    const {url, administrator} = await testLake({limits: {streams: 3, streamsOfOne: 2}})
    const tokens = [
      await issueToken(administrator, 'viewer'),
      await issueToken(administrator, 'editor'),
    ] as const
    const open = async (token: string) => {
      const stop = new AbortController()
      const response = await fetch(url + LISTEN, {...bearer(token), signal: stop.signal})
      return {status: response.status, stop, response}
    }
    const first = await open(tokens[0])
    const statuses = [first.status]
    for (const token of [tokens[0], tokens[0], tokens[1], tokens[1]]) {
      statuses.push((await open(token)).status)
    }
    expect(statuses).toEqual([200, 200, 429, 200, 503])
    first.stop.abort()
    await expect.poll(async () => (await open(tokens[1])).status).toBe(200)
  })

  it('end when their token is revoked or logged out', async () => {
    const {url, administrator} = await testLake({studioOrigins: [STUDIO]})
    const issued = await issueToken(administrator, 'viewer', 'press')
    const session = await logIn(url, STUDIO)
    const streams = [issued, session].map((token) => fetch(url + LISTEN, bearer(token)))
    const texts = (await Promise.all(streams)).map((response) => response.text())
    const list = await administrator.request<{id: string}[]>({url: '/projects/storygraph/tokens'})
    for (const {id} of list) {
      await administrator.request({url: `/projects/storygraph/tokens/${id}`, method: 'DELETE'})
    }
    await clientFor(url, session).request({url: '/auth/logout', method: 'POST', body: {}})
    for (const text of await Promise.all(texts)) expect(text).toContain('event: welcome')
    await expect(clientFor(url, session).fetch('*')).rejects.toMatchError(401)
    await administrator.request({url: '/auth/logout', method: 'POST', body: {}})
    expect(await administrator.fetch('count(*)')).toBe(0)
  })

  it('are cut off when nobody reads them, and nothing is kept for ever', async () => {
    const {url, administrator, lake} = await testLake({limits: {waiting: 256 * 1024}})
    const socket = await neverReading(url, [
      `GET ${LISTEN} HTTP/1.1`,
      `Authorization: Bearer ${lake.token}`,
    ])
    const isClosed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    socket.on('error', () => {})
    const text = 'x'.repeat(200_000)
    let edits = 0
    const edit = async (): Promise<void> => {
      for (; edits < 200; edits++) {
        await administrator.createOrReplace({_id: 'a', _type: 'x', text, edits})
      }
    }
    await edit()
    // What the kernel had taken in is read at last; then comes the end, long before all of it.
    let received = 0
    socket.on('data', (chunk) => (received += chunk.length)).resume()
    await isClosed
    expect(received).toBeLessThan(edits * text.length)
  })

  it('of sockets are cut off likewise', async () => {
    const {url, lake} = await testLake({limits: {waiting: 64 * 1024}})
    const address = `${url.replace('http', 'ws')}/v1/socket/production`
    const open = async () => {
      const socket = new WebSocket(address)
      onTestFinished(() => socket.terminate())
      await new Promise((resolve) => socket.once('open', resolve))
      const call = (method: string, params: object) =>
        socket.send(JSON.stringify({jsonrpc: '2.0', id: method, method, params}))
      call('authorization', {authorization: `Bearer ${lake.token}`})
      return {socket, call}
    }
    const [deaf, loud] = [await open(), await open()]
    for (let time = 0; time < 40; time++) deaf.call('presence_subscribe', {})
    const isClosed = new Promise<void>((resolve) => deaf.socket.once('close', () => resolve()))
    let answered = 0
    const told = new Promise<void>((resolve) => {
      deaf.socket.on('message', () => {
        if (++answered === 41) resolve()
      })
    })
    await told
    deaf.socket.pause()
    const locations = Array.from({length: 300}, () => ({documentId: 'a', note: 'x'.repeat(150)}))
    for (let time = 0; time < 40; time++) {
      loud.call('presence_announce', {data: {sessionId: 'one', locations}})
    }
    const heard = new Promise<void>((resolve) => {
      let left = 40
      loud.socket.on('message', (data: Buffer) => {
        if (data.toString().includes('presence_announce') && --left === 0) resolve()
      })
    })
    await heard
    deaf.socket.resume()
    await isClosed
    expect(answered).toBeLessThan(41 + 40 * 40)
  })
})

it('no name leads out of the data directory', async () => {
  const parent = temporaryDirectory()
  const directory = path.join(parent, 'data')
  const {url, lake} = await testLake({directory})
  const before = readdirSync(parent)
  const evil = fc.oneof(
    fc.constantFrom(
      '..',
      '../../evil',
      '..%2fevil',
      '/etc/passwd',
      'a/../../evil',
      '.',
      '\0',
      'a\\..',
    ),
    fc.string({unit: 'binary'}),
    fc
      .array(fc.constantFrom('..', '/', '\\', 'evil', '%2e', '.'), {maxLength: 6})
      .map((a) => a.join('')),
  )
  for (const name of fc.sample(evil, 60)) {
    const encoded = encodeURIComponent(name.toWellFormed())
    for (const [method, address] of [
      ['PUT', `/v1/datasets/${encoded}`],
      ['DELETE', `/v1/datasets/${encoded}`],
      ['POST', `/v1/assets/files/${encoded}?filename=${encoded}`],
      ['POST', `/v1/assets/files/production?filename=${encoded}`],
      ['GET', `/files/storygraph/${encoded}/${'0'.repeat(40)}.txt`],
      ['GET', `/files/storygraph/production/${encoded}`],
      ['GET', `/images/storygraph/production/${encoded}`],
    ] as const) {
      const body = method === 'POST' ? {body: 'evil'} : {}
      const answer = await fetch(url + address, {method, ...bearer(lake.token), ...body})
      expect([address, answer.status < 500]).toEqual([address, true])
      expect(await answer.text()).not.toContain('SQLite')
    }
  }
  expect(readdirSync(parent)).toEqual(before)
  const datasets = readdirSync(path.join(directory, 'datasets'))
  expect(datasets.filter((file) => !/^[a-z0-9][-\w]*\.db(?:-wal|-shm)?$/.test(file))).toEqual([])
})
