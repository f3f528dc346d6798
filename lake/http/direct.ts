import type {IncomingMessage, ServerResponse} from 'node:http'

import {getQueryParam} from 'hono/utils/url'

import type {User} from '../access.ts'
import {answerMutation} from './answerMutation.ts'
import {answerQuery, requestIn} from './answerQuery.ts'
import type {DatasetAddress, SetHeader} from './asked.ts'
import type {LakeContext} from './context.ts'
import {failureOf} from './failure.ts'
import {admit} from './guards.ts'
import {MAXIMUM_BODY} from './input.ts'
import {postedQuery} from './postedQuery.ts'
import {logged} from './requestLog.ts'

/** What is asked most, in an address that needs no decoding before its `?`. */
const ADDRESS = /^(\/(v(?:1|X|\d{4}-\d{2}-\d{2}))(\/data\/(?:query|mutate))\/([\w-]+))(?:\?|$)/

/** Answers a request as Node has parsed it, unless it returns `false`. */
export type Direct = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean

/** Answers one method at one endpoint; `body` reads what was sent along. */
type Answer = (
  address: DatasetAddress,
  body: () => Promise<string>,
  setHeader: SetHeader,
) => Promise<string | Buffer>

/**
 * Answers `/data/query` and `/data/mutate` without a web request, response and headers in between,
 * which take longer than most queries and a good part of an edit. Guards, log and what is done are
 * those of hono's way, which takes all other requests and whatever is unusual about these.
 */
export function answerDirectly(lake: LakeContext): Direct {
  const answers: Record<string, Answer> = {
    'GET /data/query': (address, _body, setHeader) =>
      answerQuery(lake, address, requestIn(address.search), setHeader),
    'POST /data/query': async (address, body, setHeader) =>
      answerQuery(lake, address, postedQuery(await body()), setHeader),
    'POST /data/mutate': async (address, body) => answerMutation(lake, address, await body()),
  }
  return (incoming, outgoing) => {
    const {method = '', url = ''} = incoming
    const [, path, version = '', endpoint = '', dataset = ''] = ADDRESS.exec(url) ?? []
    if (path === undefined) return false
    const answerTo = answers[`${method} ${endpoint}`]
    if (!answerTo || (method === 'POST' && !hasUsualBody(incoming))) return false
    const hostname = hostnameOf(incoming)
    if (hostname === undefined) return false

    const asked = {method, path, header: (name: string) => headerOf(incoming, name)}
    const answer = async (): Promise<void> => {
      const headers: Record<string, string> = {}
      const setHeader = (name: string, value: string): void => {
        headers[name] = value
      }
      const {id, answered} = logged(asked, lake)
      let user: User | null = null
      let status = 200
      let body: string | Buffer
      try {
        user = admit(asked, hostname, lake, setHeader).user
        const given = getQueryParam(url)
        const search = typeof given === 'object' ? given : {}
        const address = {version, dataset, search, user}
        body = await answerTo(address, () => textOf(incoming), setHeader)
      } catch (error) {
        const failure = failureOf(error, lake, {requestId: id, user})
        status = failure.statusCode
        body = JSON.stringify(failure.body)
      }
      setHeader('content-type', 'application/json')
      answered({status, route: `${endpoint}/:dataset`, user}, setHeader)
      setHeader('content-length', String(Buffer.byteLength(body)))
      outgoing.writeHead(status, headers).end(body)
    }
    void answer()
    return true
  }
}

/** Whether a body says how long it is, and is no longer than any may be. */
function hasUsualBody({headers}: IncomingMessage): boolean {
  const length = headers['content-length']
  return length !== undefined && Number(length) <= MAXIMUM_BODY && !headers['transfer-encoding']
}

/** The text of a body; rejects when the client is gone before its end. */
function textOf(incoming: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => resolve(decoder.decode(Buffer.concat(chunks))))
    incoming.on('error', reject)
  })
}

const decoder = new TextDecoder()

const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/**
 * The name under which the lake was asked; `undefined` when it is a strange one, or when a header came
 * twice, so that it depends on the reader what is said.
 */
function hostnameOf({headers, rawHeaders}: IncomingMessage): string | undefined {
  const {host = ''} = headers
  if (Object.keys(headers).length * 2 !== rawHeaders.length) return undefined
  if (last?.host === host) return last.hostname
  const hostname = HOST.test(host) ? URL.parse(`http://${host}`)?.hostname : undefined
  last = {host, hostname}
  return hostname
}

/** Nearly all requests are sent to the same host as the one before. */
let last: {host: string; hostname: string | undefined} | undefined

function headerOf({headers}: IncomingMessage, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : undefined
}
