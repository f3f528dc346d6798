import {describe, expect, it, onTestFinished} from 'vitest'
import {WebSocket} from 'ws'

import {logIn} from '../support/logIn.ts'
import {testLake} from '../support/testLake.ts'

/** A connection that speaks the protocol of Studio's presence. */
async function connect(url: string, headers: Record<string, string> = {}) {
  const address = `${url.replace('http', 'ws')}/v2022-06-30/socket/production`
  const socket = new WebSocket(address, {headers})
  onTestFinished(() => socket.close())
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const heard: unknown[] = []
  const answers = new Map<number, (answer: {result?: unknown; error?: {message: string}}) => void>()
  let wake = (): void => {}
  socket.on('message', (data: Buffer) => {
    const text = data.toString()
    if (text === '♥') return
    const message = JSON.parse(text)
    if (message.method === 'presence_subscription') heard.push(message.params.result)
    else answers.get(message.id)?.(message)
    wake()
  })
  let id = 0
  const call = (method: string, params: object = {}) =>
    new Promise<{result?: unknown; error?: {message: string}}>((resolve) => {
      answers.set(++id, resolve)
      socket.send(
        JSON.stringify({jsonrpc: '2.0', id, method, params: {apiVersion: 'v1', ...params}}),
      )
    })
  const hears = async (count: number) => {
    while (heard.length < count) await new Promise<void>((resolve) => (wake = resolve))
    return heard.splice(0)
  }
  return {socket, call, hears}
}

const locations = [
  {type: 'document', documentId: 'drafts.a', path: ['title'], lastActiveAt: '2026-01-01T00:00:00Z'},
  {type: 'document', documentId: 'protected.s1', path: [], lastActiveAt: '2026-01-01T00:00:00Z'},
]
const announcement = {data: {sessionId: 'one', locations}}

describe('presence', () => {
  it('tells editors of each other, and of who has gone', async () => {
    const {url, lake} = await testLake()
    const authorization = `Bearer ${lake.token}`
    const [one, two] = [await connect(url), await connect(url)]
    for (const {call} of [one, two]) {
      expect(await call('authorization', {authorization})).toHaveProperty('result', 'ok')
    }
    expect((await two.call('presence_subscribe')).result).toBeTypeOf('string')
    await one.call('presence_rollcall', {session: 'one'})
    await one.call('presence_announce', announcement)
    expect(await two.hears(2)).toEqual([
      {type: 'rollCall', i: 'administrator', session: 'one'},
      {type: 'state', i: 'administrator', m: {sessionId: 'one', locations}},
    ])
    one.socket.close()
    expect(await two.hears(1)).toEqual([
      {type: 'disconnect', i: 'administrator', m: {session: 'one'}},
    ])
  })

  it('is nothing for those without a token', async () => {
    const {url, lake} = await testLake()
    const stranger = await connect(url)
    for (const method of ['presence_subscribe', 'presence_announce', 'presence_rollcall']) {
      expect(await stranger.call(method, announcement)).toHaveProperty(
        'error.message',
        'This needs a token.',
      )
    }
    const wrong = await stranger.call('authorization', {authorization: 'Bearer wrong'})
    expect(wrong).toHaveProperty('error.message', 'The token is unknown or has expired.')
    const editor = await connect(url)
    await editor.call('authorization', {authorization: `Bearer ${lake.token}`})
    await editor.call('presence_subscribe')
    await editor.call('presence_announce', announcement)
    expect(await editor.hears(1)).toHaveLength(1)
  })

  it('does not tell viewers who is in a confidential document', async () => {
    const origin = 'http://localhost:3333'
    const {url, lake} = await testLake({studioOrigins: [origin], loginRole: 'viewer'})
    const token = await logIn(url, origin)
    const [editor, viewer] = [await connect(url), await connect(url)]
    await editor.call('authorization', {authorization: `Bearer ${lake.token}`})
    await viewer.call('authorization', {authorization: `Bearer ${token}`})
    await viewer.call('presence_subscribe')
    await editor.call('presence_announce', announcement)
    expect(await viewer.hears(1)).toEqual([
      {
        type: 'state',
        i: 'administrator',
        m: {sessionId: 'one', locations: locations.slice(0, 1)},
      },
    ])
  })

  it('is refused to pages of other sites', async () => {
    const {url} = await testLake()
    await expect(connect(url, {origin: 'https://evil.example'})).rejects.toThrow('403')
  })

  it('ignores what is no request, and says when a method is unknown', async () => {
    const {url, lake} = await testLake()
    const {socket, call} = await connect(url)
    for (const nonsense of ['', '{', '[]', '{"id": 1}', 'null']) socket.send(nonsense)
    await call('authorization', {authorization: `Bearer ${lake.token}`})
    expect(await call('dance')).toHaveProperty('error.message', 'There is no method "dance".')
  })
})
