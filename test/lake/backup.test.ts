import type {SanityClient} from '@sanity/client'
import {packTar} from 'modern-tar/fs'
import {describe, expect, it} from 'vitest'

import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor, testLake} from '../support/testLake.ts'

const RAW = {perspective: 'raw'} as const

async function backupOf(client: SanityClient): Promise<Buffer> {
  const headers = {authorization: `Bearer ${client.config().token}`}
  const response = await fetch(client.getUrl('/backup'), {headers})
  expect(response.headers.get('content-type')).toBe('application/x-tar')
  return Buffer.from(await response.arrayBuffer())
}

function restore(client: SanityClient, body: Buffer): Promise<unknown> {
  return client.request({url: '/restore', method: 'POST', body})
}

describe('a backup', () => {
  it('brings back documents, their history and settings, in the running lake and in another', async () => {
    const first = await testLake({directory: temporaryDirectory()})
    const client = first.administrator
    await client.create({_id: 'a', _type: 'person', name: 'Before'})
    const {_rev} = await client.patch('a').set({name: 'Then'}).commit()
    await client.datasets.create('staging', {aclMode: 'private'})
    await clientFor(first.url, first.lake.token, 'staging').create({_id: 's', _type: 'note'})
    await client.request({
      url: '/users/me/keyvalue',
      method: 'PUT',
      body: [{key: 'layout', value: 'table'}],
    })
    const backup = await backupOf(client)
    await client.patch('a').set({name: 'Spoilt'}).commit()
    await client.create({_id: 'later', _type: 'person'})

    const other = await testLake({directory: temporaryDirectory()})
    for (const {administrator, url, lake} of [first, other]) {
      expect(await restore(administrator, backup)).toEqual({
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        datasets: [
          {name: 'production', documents: 1, erased: 0},
          {name: 'staging', documents: 1, erased: 0},
        ],
      })
      expect(await administrator.fetch('*{_id, name, _rev}', {}, RAW)).toEqual([
        {_id: 'a', name: 'Then', _rev},
      ])
      const history = `/data/history/production/transactions/a?excludeContent=true`
      const lines: string = await administrator.request({url: history})
      expect(lines.trimEnd().split('\n')).toHaveLength(2)
      expect(await clientFor(url, lake.token, 'staging').fetch('*._id')).toEqual(['s'])
      await expect(clientFor(url, undefined, 'staging').fetch('*')).resolves.toEqual([])
      expect(await administrator.request({url: '/users/me/keyvalue/layout'})).toEqual([
        {key: 'layout', value: 'table'},
      ])
    }
  })

  it('is of one moment, taken while editors write', async () => {
    const {administrator} = await testLake({directory: temporaryDirectory()})
    const stop = new AbortController()
    const write = async (): Promise<number> => {
      let written = 0
      for (; !stop.signal.aborted; written++) {
        const twins = administrator.transaction()
        for (const side of ['left', 'right']) {
          twins.createOrReplace({_id: `${side}-${written}`, _type: 'twin', size: 'x'.repeat(2000)})
        }
        await twins.commit({returnDocuments: false})
      }
      return written
    }
    const writers = [write()]
    const backups: Buffer[] = []
    while (backups.length < 5) backups.push(await backupOf(administrator))
    stop.abort()
    const [written = 0] = await Promise.all(writers)
    expect(written).toBeGreaterThan(0)
    for (const backup of backups) {
      await restore(administrator, backup)
      const count = (side: string) => administrator.fetch(`count(*[_id match "${side}-*"])`)
      expect(await count('left')).toBe(await count('right'))
    }
  })

  it('makes those who listen start again, with what was restored', async () => {
    const {administrator} = await testLake({directory: temporaryDirectory()})
    await administrator.create({_id: 'a', _type: 'person', name: 'Before'})
    const backup = await backupOf(administrator)
    const seen: string[] = []
    const heard = new Promise<void>((resolve) => {
      const subscription = administrator
        .listen('*[_id == "a"]', {}, {events: ['welcome', 'mutation', 'reconnect']})
        .subscribe((event) => {
          seen.push(event.type)
          if (seen.length === 1) void restore(administrator, backup)
          if (event.type === 'welcome' && seen.length > 1) {
            void administrator.patch('a').set({name: 'After'}).commit()
          }
          if (event.type !== 'mutation') return
          subscription.unsubscribe()
          resolve()
        })
    })
    await heard
    expect(seen).toEqual(['welcome', 'reconnect', 'welcome', 'mutation'])
  })

  it('does not bring back a token that was revoked since', async () => {
    const {administrator, url} = await testLake({directory: temporaryDirectory()})
    const tokens = '/projects/storygraph/tokens'
    const make = (label: string) =>
      administrator.request<{id: string; key: string}>({
        url: tokens,
        method: 'POST',
        body: {label, roleName: 'editor'},
      })
    const [kept, revoked] = [await make('kept'), await make('revoked')]
    const backup = await backupOf(administrator)
    await administrator.request({url: `${tokens}/${revoked.id}`, method: 'DELETE'})
    await restore(administrator, backup)
    await expect(clientFor(url, revoked.key).fetch('*')).rejects.toMatchError(401)
    expect(await clientFor(url, kept.key).fetch('*')).toEqual([])

    const fresh = await testLake({directory: temporaryDirectory()})
    await restore(fresh.administrator, backup)
    expect(await clientFor(fresh.url, kept.key).fetch('*')).toEqual([])
  })

  it('that is cut off, damaged or something else is refused, and nothing changes', async () => {
    const {administrator} = await testLake({directory: temporaryDirectory()})
    await administrator.create({_id: 'a', _type: 'person', name: 'x'.repeat(10_000)})
    const backup = await backupOf(administrator)
    await administrator.create({_id: 'b', _type: 'person'})
    const flipped = Buffer.from(backup)
    const at = flipped.indexOf('x'.repeat(100))
    flipped[at] = 7
    const stranger = await packed([{target: 'notes.txt', content: 'x'}])
    for (const [bytes, sentence] of [
      [backup.subarray(0, backup.length / 2), 'The backup cannot be used'],
      [flipped, 'The backup cannot be used: datasets/production.db is not as it was.'],
      [Buffer.from('{"_id": "a"}\n'), 'The backup cannot be used'],
      [stranger, 'not a backup'],
    ] as const) {
      const refused = restore(administrator, bytes)
      await expect(refused).rejects.toMatchError(400)
      await expect(refused).rejects.toThrow(sentence)
    }
    expect(await administrator.fetch('*[]._id')).toEqual(['a', 'b'])
  })

  it('is for administrators, and of files', async () => {
    const {anonymous, administrator} = await testLake()
    await expect(anonymous.request({url: '/backup'})).rejects.toMatchError(401)
    await expect(administrator.request({url: '/backup'})).rejects.toMatchError(501)
  })
})

async function packed(files: readonly {target: string; content: string}[]): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of packTar(files.map((file) => ({type: 'content', ...file})))) {
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
