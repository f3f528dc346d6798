import type {SanityClient} from '@sanity/client'
import {applyPatch} from 'mendoza'
import {describe, expect, it, onTestFinished} from 'vitest'
import {z} from 'zod'

import {clientFor, testLake} from '../support/testLake.ts'

/** Listens and hands the events out one by one; the first is the `welcome`. */
async function listen(client: SanityClient, query: string, options: object = {}) {
  const waiting: ((event: unknown) => void)[] = []
  const arrived: unknown[] = []
  const subscription = client
    .listen(query, {}, {events: ['welcome', 'mutation'], ...options})
    .subscribe((event) => {
      const next = waiting.shift()
      if (next) next(event)
      else arrived.push(event)
    })
  onTestFinished(() => subscription.unsubscribe())
  const next = (): Promise<unknown> =>
    arrived.length > 0
      ? Promise.resolve(arrived.shift())
      : new Promise((resolve) => waiting.push(resolve))
  expect(await next()).toHaveProperty('type', 'welcome')
  return next
}

function effectsOf(event: unknown): {apply: unknown[]; revert: unknown[]} {
  return z
    .object({effects: z.object({apply: z.any().array(), revert: z.any().array()})})
    .parse(event).effects
}

describe('listen', () => {
  it('tells the transition relative to the filter, and the chain of revisions', async () => {
    const {administrator} = await testLake()
    const next = await listen(administrator, '*[_type == "person" && age > 3]')
    await administrator.create({_id: 'a', _type: 'person', age: 1})
    let previousRev = (await administrator.getDocument('a'))?._rev
    for (const [age, transition] of [
      [4, 'appear'],
      [5, 'update'],
      [2, 'disappear'],
    ] as const) {
      const {_rev} = await administrator.patch('a').set({age}).commit()
      const event = await next()
      expect(event).toHaveProperty('transition', transition)
      expect(event).toHaveProperty('resultRev', _rev)
      expect(event).toHaveProperty('previousRev', previousRev)
      previousRev = _rev
    }
  })

  it('counts only the events that this listener gets', async () => {
    const {administrator} = await testLake()
    const next = await listen(administrator, '*[_type == "person"]')
    await administrator
      .transaction()
      .create({_id: 'u', _type: 'unit'})
      .create({_id: 'a', _type: 'person'})
      .create({_id: 'b', _type: 'person'})
      .commit()
    expect(await next()).toMatchEvent({documentId: 'a', total: 2, current: 1})
    expect(await next()).toMatchEvent({documentId: 'b', total: 2, current: 2})
  })

  it('gives plain mutations for each document, also where an action made them', async () => {
    const {administrator} = await testLake()
    await administrator.create({_id: 'drafts.a', _type: 'person', name: 'x'})
    const next = await listen(administrator, '*[_id in ["a", "drafts.a"]]')
    await administrator.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.a',
      publishedId: 'a',
    })
    const {_createdAt} = (await administrator.getDocument('a')) ?? {}
    expect(await next()).toHaveProperty('mutations', [
      {createOrReplace: {_id: 'a', _type: 'person', name: 'x', _createdAt}},
    ])
    expect(await next()).toHaveProperty('mutations', [{delete: {id: 'drafts.a'}}])
  })

  it('carries result, previous revision and effects when asked', async () => {
    const {administrator} = await testLake()
    const {_rev, ...created} = await administrator.create({_id: 'a', _type: 'person', name: 'x'})
    const next = await listen(administrator, '*', {
      includePreviousRevision: true,
      includeMutations: false,
      effectFormat: 'mendoza',
    })
    const {_rev: patchedRev, ...patched} = await administrator.patch('a').set({name: 'y'}).commit()
    const event = await next()
    expect(event).not.toHaveProperty('mutations')
    expect(event).toHaveProperty('result', {...patched, _rev: patchedRev})
    expect(event).toHaveProperty('previous', {...created, _rev})
    const {apply, revert} = effectsOf(event)
    expect(applyPatch(created, apply)).toEqual(patched)
    expect(applyPatch(patched, revert)).toEqual(created)
    expect(JSON.stringify(apply)).not.toContain('person')
  })

  it('that cannot be evaluated ends, and nobody who writes or listens notices', async () => {
    const {administrator, anonymous} = await testLake()
    const failed = Promise.withResolvers<Error>()
    const welcomed = Promise.withResolvers<void>()
    anonymous
      .listen('*[user::attributes().desk == 1]', {}, {events: ['welcome', 'mutation']})
      .subscribe({next: () => welcomed.resolve(), error: failed.resolve})
    await welcomed.promise
    const next = await listen(administrator, '*')
    await administrator.create({_id: 'a', _type: 'person'})
    expect(await next()).toMatchEvent({documentId: 'a', total: 1, current: 1})
    expect(String(await failed.promise)).toContain('The query cannot be evaluated')
  })

  it('is told for good when its dataset is deleted', async () => {
    const {lake, url, administrator} = await testLake()
    await administrator.datasets.create('staging')
    const staging = clientFor(url, lake.token, 'staging')
    const ended = Promise.withResolvers<Error>()
    const welcomed = Promise.withResolvers<void>()
    staging
      .listen('*', {}, {events: ['welcome']})
      .subscribe({next: () => welcomed.resolve(), error: ended.resolve})
    await welcomed.promise
    await administrator.datasets.delete('staging')
    expect(String(await ended.promise)).toContain(
      'Server disconnected client: The dataset was deleted.',
    )
  })

  it('shows nobody what they may not read', async () => {
    const {administrator, anonymous} = await testLake()
    const next = await listen(anonymous, '*')
    await administrator.create({_id: 'drafts.a', _type: 'person'})
    await administrator.create({_id: 'protected.a', _type: 'person'})
    await administrator.create({_id: 'a', _type: 'person'})
    expect(await next()).toMatchEvent({documentId: 'a', total: 1, current: 1})
  })

  it('keeps more than six streams open on further ports', async () => {
    const {administrator, url} = await testLake()
    const {origins} = await (await fetch(`${url}/v1/streams`)).json()
    expect(new Set([url, ...origins]).size).toBe(9)
    const listeners = await Promise.all(
      [url, ...origins].map((apiHost) =>
        listen(administrator.withConfig({apiHost}), '*[_type == "person"]'),
      ),
    )
    await administrator.create({_id: 'a', _type: 'person'})
    for (const next of listeners) {
      expect(await next()).toMatchEvent({documentId: 'a', total: 1, current: 1})
    }
  })
})
