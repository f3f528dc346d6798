import {readFileSync} from 'node:fs'
import path from 'node:path'

import type {SanityClient} from '@sanity/client'
import {describe, expect, it} from 'vitest'

import {arrivalsOf} from '../support/arrivals.ts'
import {startCommand, type Running} from '../support/command.ts'
import {openProxy} from '../support/proxy.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor, testLake} from '../support/testLake.ts'

type Next = () => Promise<object>

/** Listens to people with resume asked for; the welcome is taken. */
async function resumable(client: SanityClient, filter = '*[_type == "person"]'): Promise<Next> {
  const next = arrivalsOf<object>(
    client.listen(
      filter,
      {},
      {
        enableResume: true,
        events: ['welcome', 'welcomeback', 'reset', 'reconnect', 'mutation'],
      },
    ),
  )
  expect(await next()).toHaveProperty('type', 'welcome')
  return next
}

/** What arrives until the line stands again, and then the mutations up to this document. */
async function told(next: Next, last: string): Promise<unknown[]> {
  const story: unknown[] = []
  for (;;) {
    const event: {type?: string; documentId?: string; transition?: string} = await next()
    if (event.type === 'reconnect' && story.at(-1) === 'reconnect') continue
    story.push(event.documentId ? `${event.transition} ${event.documentId}` : event.type)
    if (event.documentId === last) return story
  }
}

function person(_id: string) {
  return {_id, _type: 'person'}
}

describe('a listener', () => {
  it('misses nothing and hears nothing twice when its connection drops', async () => {
    const {url, lake, administrator} = await testLake()
    const proxy = await openProxy()
    proxy.leadTo(url)
    const next = await resumable(clientFor(proxy.url, lake.token))
    await administrator.create(person('before'))
    expect(await next()).toHaveProperty('documentId', 'before')

    proxy.cut()
    await administrator.create({_id: 'unit', _type: 'unit'})
    await administrator.transaction().create(person('b')).create(person('a')).commit()
    await administrator.patch('a').set({name: 'x'}).commit()
    await administrator.delete('b')
    proxy.leadTo(url)
    await administrator.create(person('after'))

    expect(await told(next, 'after')).toEqual([
      'reconnect',
      'welcomeback',
      'appear a',
      'appear b',
      'update a',
      'disappear b',
      'appear after',
    ])
  })

  it('goes on within a transaction of which it heard a part', async () => {
    const {url, lake, administrator} = await testLake()
    const {transactionId} = await administrator
      .transaction()
      .create(person('a'))
      .create(person('b'))
      .create(person('c'))
      .commit()
    const response = await lake.fetch(
      new Request(`${url}/v1/data/listen/production?enableResume=true&query=*`, {
        headers: {authorization: `Bearer ${lake.token}`, 'last-event-id': `${transactionId}#a`},
      }),
    )
    await lake.close()
    const ids = [...(await response.text()).matchAll(/^id: (.*)$/gm)].map(([, id]) => id)
    expect(ids).toEqual([`${transactionId}#a`, `${transactionId}#b`, `${transactionId}#c`])
  })

  it('goes on when the lake was killed and started again', async () => {
    const directory = temporaryDirectory()
    const start = async (): Promise<{running: Running; url: string}> => {
      const running = startCommand(['lake', '--port', '0', '--data', directory])
      const [, url = ''] = await running.printed(/listening on (\S+)/)
      return {running, url}
    }
    const proxy = await openProxy()
    const first = await start()
    proxy.leadTo(first.url)
    const token = readFileSync(path.join(directory, 'token'), 'utf8').trim()
    const next = await resumable(clientFor(proxy.url, token))
    await clientFor(first.url, token).create(person('before'))
    expect(await next()).toHaveProperty('documentId', 'before')

    first.running.child.kill('SIGKILL')
    proxy.cut()
    await first.running.finished
    const second = await start()
    await clientFor(second.url, token).create(person('meanwhile'))
    proxy.leadTo(second.url)
    await clientFor(second.url, token).create(person('after'))

    expect(await told(next, 'after')).toEqual([
      'reconnect',
      'welcomeback',
      'appear meanwhile',
      'appear after',
    ])
  })

  it('is told to start anew when what it missed was forgotten', async () => {
    const {url, lake, administrator} = await testLake()
    const proxy = await openProxy()
    proxy.leadTo(url)
    await administrator.create(person('drafts.gone'))
    const next = await resumable(clientFor(proxy.url, lake.token))

    proxy.cut()
    await administrator.action({
      actionType: 'sanity.action.document.version.discard',
      versionId: 'drafts.gone',
      purge: true,
    })
    await administrator.create({_id: 'unit', _type: 'unit'})
    proxy.leadTo(url)
    expect(await next()).toHaveProperty('type', 'reconnect')
    expect(await next()).toEqual({type: 'reset'})
    await administrator.create(person('after'))
    expect(await next()).toHaveProperty('documentId', 'after')
  })
})
