import {readFileSync} from 'node:fs'
import path from 'node:path'

import type {SanityClient} from '@sanity/client'
import {isValidSignature, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {describe, expect, it} from 'vitest'

import {hooksThroughKills} from '../support/hooksThroughKills.ts'
import {receiver} from '../support/receiver.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {testLake} from '../support/testLake.ts'

const HOOKS = '/hooks/projects/storygraph'
const SECRET = 'between us'

function createHook(client: SanityClient, settings: object): Promise<{id: string}> {
  const body = {name: 'rebuild', dataset: 'production', ...settings}
  return client.request({url: HOOKS, method: 'POST', body})
}

/** The log of a hook, once it has so many entries. */
async function attempts(client: SanityClient, id: string, count: number) {
  for (;;) {
    const found = await client.request<Record<string, unknown>[]>({url: `${HOOKS}/${id}/attempts`})
    if (found.length >= count) return found
  }
}

describe('a webhook', () => {
  it('sends what its projection makes of a change, signed as the hosted service signs', async () => {
    const {administrator} = await testLake()
    const {url, until} = await receiver()
    const {id} = await createHook(administrator, {
      url,
      secret: SECRET,
      headers: {'x-ours': 'yes'},
      rule: {
        on: ['create', 'update', 'delete'],
        filter:
          '_type == "article" && (before() == null || after() == null || delta::changedAny(title))',
        projection:
          '{_id, "op": delta::operation(), "old": before().title, title, "by": author->name, "where": sanity::dataset()}',
      },
    })
    await administrator.create({_id: 'ada', _type: 'person', name: 'Ada'})
    const author = {_type: 'reference', _ref: 'ada'}
    const {_rev} = await administrator.create({_id: 'a', _type: 'article', title: 'One', author})
    await administrator.patch('a').set({note: 'not of interest'}).commit()
    await administrator.patch('a').set({title: 'Two'}).commit()
    await administrator.delete('a')

    const messages = await until(3)
    expect(messages.map(({body}) => JSON.parse(body))).toEqual([
      {_id: 'a', op: 'create', old: null, title: 'One', by: 'Ada', where: 'production'},
      {_id: 'a', op: 'update', old: 'One', title: 'Two', by: 'Ada', where: 'production'},
      {_id: 'a', op: 'delete', old: 'Two', title: 'Two', by: 'Ada', where: 'production'},
    ])
    const [first] = messages
    const {headers = {}, body = ''} = first ?? {}
    expect(first?.method).toBe('POST')
    expect(headers).toEqual({
      ...headers,
      'content-type': 'application/json',
      'x-ours': 'yes',
      'idempotency-key': expect.stringMatching(/^[\w-]{36}$/),
      'sanity-project-id': 'storygraph',
      'sanity-dataset': 'production',
      'sanity-document-id': 'a',
      'sanity-operation': 'create',
      'sanity-transaction-id': _rev,
      'sanity-transaction-time': expect.stringMatching(/Z$/),
      'sanity-webhook-id': id,
    })
    const signature = String(headers[SIGNATURE_HEADER_NAME])
    expect(await isValidSignature(body, signature, SECRET)).toBe(true)
    expect(await isValidSignature(`${body} `, signature, SECRET)).toBe(false)
    expect(await isValidSignature(body, signature, 'guessed')).toBe(false)
  })

  it('is told again what it could not take, in order, and logs each attempt', async () => {
    const {administrator} = await testLake({retryHooksAfter: [1, 1, 1]})
    const {url, until} = await receiver(500, 429, 200, 404)
    const {id} = await createHook(administrator, {
      url,
      rule: {on: ['create'], projection: '{_id}'},
    })
    for (const _id of ['a', 'b', 'c']) await administrator.create({_id, _type: 'x'})
    const bodies = (await until(5)).map(({body}) => JSON.parse(body)._id)
    expect(bodies).toEqual(['a', 'a', 'a', 'b', 'c'])
    const log = await attempts(administrator, id, 5)
    const outline = log.map(({resultCode, isFailure, failureReason, resultBody}) => ({
      resultCode,
      isFailure,
      failureReason,
      resultBody,
    }))
    const failure = {isFailure: true, failureReason: 'http', resultBody: 'noted'}
    const success = {isFailure: false, failureReason: null, resultBody: 'noted', resultCode: 200}
    expect(outline).toEqual([
      success,
      {...failure, resultCode: 404},
      success,
      {...failure, resultCode: 429},
      {...failure, resultCode: 500},
    ])
    expect(new Set(log.slice(2).map(({messageId}) => messageId)).size).toBe(1)
    const messages = await administrator.request({url: `${HOOKS}/${id}/messages`})
    expect(messages).toHaveLength(3)
  })

  it('gives up on a receiver that is not there', async () => {
    const {administrator} = await testLake({retryHooksAfter: [1]})
    const {id} = await createHook(administrator, {
      url: 'http://127.0.0.1:9/hook',
      rule: {on: ['create']},
    })
    await administrator.create({_id: 'a', _type: 'x'})
    const log = await attempts(administrator, id, 2)
    expect(log.map(({failureReason, resultCode}) => [failureReason, resultCode])).toEqual([
      ['network', null],
      ['network', null],
    ])
  })

  it('is told after a stop what waited before, and knows it by its key', async () => {
    const directory = temporaryDirectory()
    const {url, until} = await receiver(500)
    const {administrator, lake} = await testLake({directory, retryHooksAfter: [3_600_000, 1]})
    await createHook(administrator, {url, rule: {on: ['create'], projection: '{_id}'}})
    await administrator.create({_id: 'a', _type: 'x'})
    await until(1)
    await administrator.create({_id: 'b', _type: 'x'})
    await lake.close()
    await testLake({directory, retryHooksAfter: [3_600_000, 1]})
    const messages = await until(3)
    expect(messages.map(({body}) => JSON.parse(body)._id)).toEqual(['a', 'a', 'b'])
    const [first, again, other] = messages.map(({headers}) => headers['idempotency-key'])
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })

  it('is not told what was forgotten while it waited', async () => {
    const directory = temporaryDirectory()
    const {url, until} = await receiver(500)
    const {administrator, lake} = await testLake({directory, retryHooksAfter: [3_600_000]})
    await createHook(administrator, {url, rule: {on: ['create'], projection: '{_id, name}'}})
    await administrator.create({_id: 'a', _type: 'x', name: SECRET})
    await until(1)
    await administrator.delete('a')
    const body = {ids: ['a'], words: [SECRET]}
    await administrator.request({url: '/data/history/production/forget', method: 'POST', body})
    for (const file of ['lake.db', 'lake.db-wal']) {
      expect(readFileSync(path.join(directory, file), 'latin1')).not.toContain(SECRET)
    }
    await lake.close()
    const {administrator: again} = await testLake({directory})
    await again.create({_id: 'b', _type: 'x', name: 'open'})
    expect((await until(2)).map(({body}) => JSON.parse(body)._id)).toEqual(['a', 'b'])
  })

  it('is told what was written just before the lake was killed', async () => {
    const directory = temporaryDirectory()
    expect(await hooksThroughKills(directory, 2)).toBeGreaterThanOrEqual(0)
  }, 60_000)

  it('never sees what is confidential, and drafts only when asked to', async () => {
    const {administrator} = await testLake()
    const {url, until} = await receiver()
    const rule = {on: ['create'], projection: '{_id, "name": of->name}'}
    await createHook(administrator, {url, rule})
    await createHook(administrator, {url, rule, includeDrafts: true, httpMethod: 'PUT'})
    const transaction = administrator.transaction()
    for (const _id of ['desk.n', 'protected.s', 'drafts.protected.s', 'seed.a', 'drafts.a', 'a']) {
      transaction.create({_id, _type: 'x', name: SECRET, of: {_ref: 'protected.s', _weak: true}})
    }
    await transaction.commit()
    const received = await until(3)
    expect(JSON.stringify(received)).not.toContain(SECRET)
    expect(
      received.map(({method, body}) => `${method} ${JSON.parse(body)._id}`).toSorted(),
    ).toEqual(['POST a', 'PUT a', 'PUT drafts.a'])
  })

  it('is listed without its secret, changed, switched off and deleted', async () => {
    const {administrator, anonymous} = await testLake()
    const {url, until} = await receiver()
    const {id} = await createHook(administrator, {url, secret: SECRET, rule: {on: ['create']}})
    const one = {url: `${HOOKS}/${id}`}
    expect(JSON.stringify(await administrator.request({url: HOOKS}))).not.toContain(SECRET)
    await administrator.request({...one, method: 'PATCH', body: {isDisabled: true}})
    await administrator.create({_id: 'unheard', _type: 'x'})
    await administrator.request({...one, method: 'PATCH', body: {isDisabled: false}})
    await administrator.create({_id: 'heard', _type: 'x'})
    const [first] = await until(1)
    expect(JSON.parse(first?.body ?? '')._id).toBe('heard')
    const signature = String(first?.headers[SIGNATURE_HEADER_NAME])
    expect(await isValidSignature(first?.body ?? '', signature, SECRET)).toBe(true)

    await administrator.request({...one, method: 'DELETE'})
    await expect(administrator.request(one)).rejects.toMatchError(404)
    await expect(anonymous.request({url: HOOKS})).rejects.toMatchError(401)
  })

  it.each([
    [{url: 'ftp://x.example/'}, 'url: is not an http or https address'],
    [{rule: {on: []}}, 'rule.on'],
    [{rule: {on: ['create'], filter: '_type =='}}, 'The filter is not usable'],
    [{rule: {on: ['create'], projection: '{"all": *[]}'}}, 'it may not query the dataset with "*"'],
    [{dataset: 'none'}, 'Dataset "none" not found'],
  ])('that cannot work is refused: %j', async (wrong, sentence) => {
    const {administrator} = await testLake()
    const settings = {url: 'http://127.0.0.1:9/', rule: {on: ['create']}, ...wrong}
    await expect(createHook(administrator, settings)).rejects.toThrow(sentence)
  })
})
