import {encodeSignatureHeader} from '@sanity/webhook'
import {describe, expect, it, onTestFinished} from 'vitest'

import {
  receiveWebhook,
  storyHook,
  webhookHandler,
  type StoryChange,
  type WebhookHandlerOptions,
} from '../../webhook/index.ts'
import {openSite} from '../support/site.ts'
import {testLake} from '../support/testLake.ts'
import {SECRET} from './harbour.ts'

const change: StoryChange = {
  id: 'article-a',
  type: 'article',
  operation: 'create',
  revision: 'r1',
  before: null,
  after: {slug: 'a', language: 'en', references: ['person-a']},
}
const body = JSON.stringify(change)
const MINUTE = 60_000

/** A message as the Content Lake sends it. */
async function message(
  given: {text?: string; at?: number; secret?: string; headers?: Record<string, string>} = {},
): Promise<RequestInit> {
  const {text = body, at = Date.now(), secret = SECRET, headers = {}} = given
  const signature = await encodeSignatureHeader(text, at, secret)
  return {method: 'POST', body: text, headers: {'sanity-webhook-signature': signature, ...headers}}
}

/** A website that handles messages; `handled` are the ids of the documents in them. */
async function website(options: Partial<WebhookHandlerOptions> = {}) {
  const handled: string[] = []
  const url = await openSite(
    webhookHandler({
      secret: SECRET,
      handle: ({id}) => {
        handled.push(id)
      },
      ...options,
    }),
  )
  const send = async (init: RequestInit): Promise<[number, unknown]> => {
    const response = await fetch(url, init)
    return [response.status, await response.json()]
  }
  return {url, handled, send}
}

describe('a message', () => {
  it('is taken with the signature of the lake', async () => {
    const init = await message({headers: {'idempotency-key': 'm1'}})
    const {signature} = {signature: new Headers(init.headers).get('sanity-webhook-signature')}
    expect(await receiveWebhook(new Request('https://n.example', init), {secret: SECRET})).toEqual({
      change,
      marks: [signature, 'm1'],
    })
  })

  it('is refused without its signature, or with another', async () => {
    const {handled, send} = await website()
    const signed = await message()
    const wrong = [401, {error: 'The signature is wrong.'}]
    const malformed = [401, {error: 'The signature is malformed.'}]
    const headers = (signature: string) => ({'sanity-webhook-signature': signature})
    expect(await send({method: 'POST', body})).toEqual([
      401,
      {error: 'The request has no signature.'},
    ])
    expect(await send({...signed, body: `${body} `})).toEqual(wrong)
    expect(await send({...signed, body: body.replace('r1', 'r2')})).toEqual(wrong)
    expect(await send({...signed, body: ''})).toEqual(malformed)
    expect(await send(await message({secret: 'guessed'}))).toEqual(wrong)
    const now = Date.now()
    expect(await send({method: 'POST', body, headers: headers(`t=${now},v1=a`)})).toEqual(wrong)
    expect(await send({method: 'POST', body, headers: headers('none')})).toEqual(malformed)
    expect(handled).toEqual([])
  })

  it('is refused when its signature is old, or from a time that has not come', async () => {
    const {handled, send} = await website({maximumAge: 10 * MINUTE})
    const refused = [401, {error: 'The signature is out of date.'}]
    const at = (minutes: number) => message({at: Date.now() + minutes * MINUTE})
    expect(await send(await at(-11))).toEqual(refused)
    expect(await send(await at(6))).toEqual(refused)
    expect(await send(await at(-9))).toEqual([200, {handled: 'article-a'}])
    expect(await send(await at(4))).toEqual([200, {handled: 'article-a'}])
    expect(handled).toEqual(['article-a', 'article-a'])
  })

  it('is refused by another method, too long, or from another hook', async () => {
    const {handled, send} = await website({maximumLength: 1000})
    expect(await send({method: 'GET'})).toEqual([405, {error: 'A webhook is sent by POST.'}])
    const long = new Blob(['x'.repeat(2000)]).stream()
    const chunked = {method: 'POST', body: long, duplex: 'half'}
    const tooLong = [413, {error: 'The message is longer than 1000 bytes.'}]
    expect(await send({method: 'POST', body: 'x'.repeat(2000)})).toEqual(tooLong)
    expect(await send(chunked)).toEqual(tooLong)
    const other = [400, {error: 'The message is not what the hook of `storyHook` sends.'}]
    const texts = [
      '{',
      'null',
      '[]',
      '{"_id": "article-a", "_type": "article"}',
      JSON.stringify({...change, type: 'protectedIdentity'}),
      JSON.stringify({...change, operation: 'appear'}),
      JSON.stringify({...change, after: {slug: 1, language: null, references: []}}),
      JSON.stringify({...change, after: undefined}),
    ]
    for (const text of texts) expect(await send(await message({text}))).toEqual(other)
    expect(handled).toEqual([])
  })

  it('cannot be received without a secret', async () => {
    await expect(
      receiveWebhook(new Request('https://n.example', await message()), {secret: ''}),
    ).rejects.toThrow('receiveWebhook: the secret is empty.')
  })
})

describe('a message that comes again', () => {
  it('is handled once, replayed or sent anew', async () => {
    const {handled, send} = await website()
    const first = await message({headers: {'idempotency-key': 'm1'}})
    const anew = await message({at: Date.now() + 1, headers: {'idempotency-key': 'm1'}})
    const replayed = {
      ...first,
      headers: {...Object.fromEntries(new Headers(first.headers)), 'idempotency-key': 'm2'},
    }
    const answers = await Promise.all([first, anew, replayed, first].map(send))
    expect(answers).toEqual(answers.map(() => [200, {handled: 'article-a'}]))
    expect(handled).toEqual(['article-a'])
  })

  it('is handled then, when that failed at first', async () => {
    const errors: unknown[] = []
    const failures = [new Error('The disk is full.')]
    const {handled, send} = await website({
      handle: ({id}) => {
        const failure = failures.pop()
        if (failure) throw failure
        handled.push(id)
      },
      onError: (error) => errors.push(error),
    })
    const again = await message({headers: {'idempotency-key': 'm1'}})
    expect(await send(again)).toEqual([500, {error: 'The change could not be handled.'}])
    expect(errors).toEqual([new Error('The disk is full.')])
    expect(await send(again)).toEqual([200, {handled: 'article-a'}])
    expect(handled).toEqual(['article-a'])
  })

  it('comes from the lake until it is handled', async () => {
    const {administrator} = await testLake({retryHooksAfter: [1, 1, 1]})
    const failures = [new Error('again'), new Error('once more')]
    const told = Promise.withResolvers<StoryChange>()
    const {url} = await website({
      handle: (one) => {
        const failure = failures.pop()
        if (failure) throw failure
        told.resolve(one)
      },
      onError: () => {},
    })
    onTestFinished(() => expect(failures).toEqual([]))
    await administrator.request({
      url: '/hooks/projects/storygraph',
      method: 'POST',
      body: {...storyHook, url, dataset: 'production', secret: SECRET},
    })
    const {_rev} = await administrator.create({_id: 'person-a', _type: 'person', name: 'Ana'})
    expect(await told.promise).toEqual({
      id: 'person-a',
      type: 'person',
      operation: 'create',
      revision: _rev,
      before: null,
      after: {slug: null, language: null, references: []},
    })
  })
})
