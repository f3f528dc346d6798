import {readFileSync, statSync} from 'node:fs'
import path from 'node:path'

import type {SanityClient} from '@sanity/client'
import {expect, it} from 'vitest'

import {mayRead} from '../../lake/access.ts'
import {issueToken} from '../support/issueToken.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor, testLake} from '../support/testLake.ts'

const SECRET = 'safe 3, envelope 12'

async function readings(administrator: SanityClient, query: Record<string, string> = {}) {
  const answer = await administrator.request({url: '/access', query})
  const list: {name: string; by: string; documents: string[]}[] = answer.readings
  return list.map(({name, by, documents}) => `${name}: ${by} ${documents.join(' ')}`).toReversed()
}

async function deskWithSources() {
  const directory = temporaryDirectory()
  const {administrator, url, lake} = await testLake({directory})
  const key = await issueToken(administrator, 'editor', 'Ana')
  const ana = clientFor(url, key)
  for (const id of ['protected.1', 'protected.2', 'desk.1', 'person-1']) {
    const vault = {_id: id, _type: id.split(/[.-]/)[0] ?? '', vaultReference: SECRET}
    await administrator.create(vault, {returnDocuments: false})
  }
  return {directory, administrator, ana, url, lake}
}

it('notes who is given a protected document, in whatever way', async () => {
  const {administrator, ana} = await deskWithSources()
  await ana.getDocument('protected.1')
  await ana.request({url: '/data/doc/production/protected.2?includeAllVersions=true'})
  await ana.fetch('*[_type == "protected"]{"where": upper(vaultReference)}')
  await ana.fetch('*[_id == $id][0]', {id: 'protected.2'})
  await ana.fetch('count(*[_type == "protected" && vaultReference match "safe"]) > 1')
  await ana.request({url: '/data/history/production/transactions/protected.1,person-1'})
  await ana.request({url: '/data/export/production'})
  await ana.patch('protected.1').set({note: 'x'}).commit()
  await administrator.request({url: '/backup'}).catch(() => undefined)
  expect(await readings(administrator)).toEqual([
    'Ana: document protected.1',
    'Ana: document protected.2',
    'Ana: query protected.1 protected.2',
    'Ana: query protected.2',
    'Ana: history protected.1',
    'Ana: export protected.1 protected.2',
    'Ana: write protected.1',
    'Administrator: backup protected.1 protected.2',
  ])
  const ofSecond = await readings(administrator, {document: 'protected.2', limit: '2'})
  expect(ofSecond).toEqual([
    'Ana: export protected.1 protected.2',
    'Administrator: backup protected.1 protected.2',
  ])
})

it('notes what a listener is told', async () => {
  const {administrator, ana} = await deskWithSources()
  const told = new Promise((resolve, reject) => {
    const events = ana.listen(
      '*[_id in path("protected.**")]',
      {},
      {events: ['welcome', 'mutation']},
    )
    events.subscribe({
      next: (event) => {
        if (event.type === 'mutation') return resolve(event.documentId)
        const change = administrator.patch('protected.2').set({note: 'x'})
        change.commit({returnDocuments: false}).catch(reject)
      },
      error: reject,
    })
  })
  expect(await told).toBe('protected.2')
  expect(await readings(administrator)).toEqual(['Ana: listener protected.2'])
})

it('notes nothing of queries that tell nothing of protected documents', async () => {
  const {administrator, ana} = await deskWithSources()
  await ana.fetch('*[_type == "person"]')
  await ana.fetch('*[references("protected.1")]')
  await ana.fetch('*[@ match text::query("nobody")]')
  await ana.fetch('*[_type == "protected" && vaultReference == "elsewhere"]')
  await ana.getDocument('desk.1')
  expect(await readings(administrator)).toEqual([])
})

it('keeps no content, once a minute, for its owner and administrators alone', async () => {
  const {administrator, ana, url, directory} = await deskWithSources()
  for (let time = 0; time < 3; time++) await ana.getDocument('protected.1')
  const file = path.join(directory, 'access.ndjson')
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      user: expect.any(String),
      name: 'Ana',
      dataset: 'production',
      by: 'document',
      documents: ['protected.1'],
    },
  ])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await expect(ana.request({url: '/access'})).rejects.toMatchError(403)
  await expect(clientFor(url).request({url: '/access'})).rejects.toMatchError(401)
  expect(await readings(administrator)).toEqual(['Ana: document protected.1'])
})

it('no number of prefixes makes a confidential document another one', () => {
  const viewer = {id: 'v', name: 'V', role: 'viewer' as const}
  for (const prefix of ['drafts.', 'versions.spring.', 'drafts.drafts.', 'versions.a.drafts.']) {
    for (const root of ['desk', 'protected', 'seed']) {
      expect(mayRead(viewer, `${prefix}${root}.1`)).toBe(false)
    }
  }
})
