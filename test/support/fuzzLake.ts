import {connect} from 'node:net'

import * as fc from 'fast-check'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {WebSocket} from 'ws'

import {openLake, type Lake, type LogEntry} from '../../lake/index.ts'
import {failuresOnly} from '../../lake/log.ts'
import {requestsTo, type FuzzedRequest} from './fuzz.ts'
import {issueToken} from './issueToken.ts'
import {clientFor} from './testLake.ts'

const SECRET = 'Wrocławska'
/** All of them together, on a busy machine. */
const PATIENT = {timeout: 3_600_000}
/** Longer than any answer takes on a busy machine: beyond it a request hangs. */
const LONGEST_MS = 20_000

/**
 * Defines tests that send so many odd requests to each endpoint, as each kind of caller: none is
 * answered with a fault of the lake's own, hangs, or gets the secret that is not theirs.
 */
export function fuzzLake(runs: number): void {
  let lake: Lake
  let url: string
  const tokens: (string | undefined)[] = [undefined]

  beforeAll(async () => {
    lake = openLake({projectId: 'storygraph', datasets: ['production'], log: tellFaults})
    url = (await lake.listen()).url
    for (const role of ['viewer', 'editor', 'administrator'] as const) {
      tokens.push(await issueToken(clientFor(url, lake.token), role))
    }
  })
  afterAll(() => lake.close())

  async function plant(): Promise<void> {
    const client = clientFor(url, lake.token)
    await client.createOrReplace({_id: 'protected.s1', _type: 'protectedIdentity', name: SECRET})
    await client.createOrReplace({_id: 'person-1', _type: 'person', name: 'A person'})
  }

  async function check(request: FuzzedRequest, caller: number): Promise<void> {
    const token = tokens[caller]
    const {method, path, headers, body} = request
    const response = await fetch(url + path, {
      method,
      headers: {...headers, ...(token !== undefined && {authorization: `Bearer ${token}`})},
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST_MS),
      ...(body !== undefined && {body}),
    })
    const isStream = response.headers.get('content-type') === 'text/event-stream'
    const text = isStream ? await firstOf(response) : await response.text()
    // What is not there in a lake in memory says so with a 501.
    if (response.status >= 500 && response.status !== 501) {
      throw new Error(`${response.status} ${text.slice(0, 300)}`)
    }
    if (caller < 2 && text.includes(SECRET)) throw new Error(`It tells the secret: ${text}`)
  }

  it(
    `${runs} odd requests to each endpoint are answered as mistakes of theirs`,
    PATIENT,
    async () => {
      const failures: object[] = []
      for (const endpoint of await lake.endpoints()) {
        await plant()
        const caller = fc.nat({max: tokens.length - 1})
        const property = fc.asyncProperty(requestsTo(endpoint), caller, check)
        const outcome = await fc.check(property, {numRuns: runs, endOnFailure: false})
        failures.push(...failureOf(endpoint, outcome))
        const alive = await clientFor(url, lake.token).fetch('count(*[_id == "person-1"])')
        expect(alive).toBeTypeOf('number')
      }
      expect(failures).toEqual([])
    },
  )

  it(`${runs} odd messages over a socket break nothing`, async () => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/socket/production`)
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    const heard: string[] = []
    socket.on('message', (data: Buffer) => heard.push(data.toString()))
    const call = fc.record({
      id: fc.oneof(fc.nat(), fc.string()),
      method: fc.oneof(
        fc.constantFrom(
          'authorization',
          'presence_subscribe',
          'presence_unsubscribe',
          'presence_rollcall',
          'presence_announce',
          'presence_disconnect',
          '__proto__',
        ),
        fc.string(),
      ),
      params: fc.oneof(
        fc.jsonValue(),
        fc.constant({authorization: `Bearer ${tokens[1]}`}),
        fc.constant({data: {sessionId: 'a', locations: [{documentId: 'protected.s1'}]}}),
      ),
    })
    const messages = fc.sample(
      fc.oneof(
        call.map((one) => JSON.stringify(one)),
        fc.string(),
        fc.json(),
      ),
      runs,
    )
    for (const message of messages) socket.send(message)
    const answered = new Promise<void>((resolve) => {
      socket.on('message', (data: Buffer) => {
        if (data.toString().includes('the last one')) resolve()
      })
    })
    socket.send(JSON.stringify({id: 'the last one', method: 'none', params: {}}))
    await answered
    expect(heard.filter((one) => one.includes(SECRET))).toEqual([])
    socket.close()
  })

  it(`${runs} connections that keep to no protocol are closed or answered`, async () => {
    const {hostname, port} = new URL(url)
    const line = fc.oneof(
      fc.constantFrom(
        'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n',
        'GET /v1/socket/production HTTP/1.1\r\nHost: a b\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
        'GET //x HTTP/1.1\r\nHost: [\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
        'GET http://%/ HTTP/1.1\r\nHost: localhost\r\n\r\n',
        'POST /v1/data/mutate/production HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{',
        'POST /v1/data/mutate/production HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZ\r\n',
        'OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n',
        'CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n',
      ),
      fc.string({unit: 'binary'}),
    )
    for (const text of fc.sample(line, runs)) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () => {
          socket.write(text, () => setImmediate(() => socket.resetAndDestroy()))
        })
        socket.on('error', () => {}).once('close', () => resolve())
      })
    }
    expect((await fetch(`${url}/v1/ping`)).status).toBe(200)
  })
}

/** A lake in memory answers each request for a backup with a 501, which is no fault of its own. */
function tellFaults(entry: LogEntry): void {
  if (entry['status'] !== 501) failuresOnly(entry)
}

/** What was sent and what came of it, in as few words as they fit. */
function failureOf(endpoint: string, outcome: fc.RunDetails<[FuzzedRequest, number]>): object[] {
  const {failed, counterexample, errorInstance} = outcome
  return failed
    ? [{endpoint, sent: JSON.stringify(counterexample), error: String(errorInstance)}]
    : []
}

/** The beginning of a stream, which is then given up. */
async function firstOf(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(first?.value)
}
