import {readFileSync} from 'node:fs'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'

import type {SanityClient} from '@sanity/client'
import {exportDataset, type ExportMode} from '@sanity/export'
import {unpackTar} from 'modern-tar'
import {describe, expect, it} from 'vitest'

import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor, testLake} from '../support/testLake.ts'

const IDS = ['a', 'b', 'desk.n', 'drafts.a', 'drafts.protected.s', 'protected.s', 'versions.r.a']

/** The ids in an export of `@sanity/export`. */
async function exportedIds(
  client: SanityClient,
  options: {mode?: ExportMode; types?: string[]; drafts?: boolean} = {},
): Promise<string[]> {
  const outputPath = path.join(temporaryDirectory(), 'out.tar.gz')
  await exportDataset({client, dataset: 'production', outputPath, ...options})
  const entries = await unpackTar(gunzipSync(readFileSync(outputPath)), {strip: 1})
  const data = entries.find(({header}) => header.name === 'data.ndjson')?.data
  const lines = Buffer.from(data ?? [])
    .toString()
    .split('\n')
  return lines.flatMap((line): string[] => (line === '' ? [] : [JSON.parse(line)._id]))
}

async function filledLake() {
  const lake = await testLake()
  const transaction = lake.administrator.transaction()
  for (const _id of IDS) transaction.create({_id, _type: _id.includes('.') ? 'note' : 'person'})
  await transaction.commit()
  return lake
}

describe('an export', () => {
  it.each(['stream', 'cursor'] as const)('holds everything, in mode %s', async (mode) => {
    const {administrator} = await filledLake()
    expect(await exportedIds(administrator, {mode})).toEqual(IDS)
  })

  it('holds the types that are asked for, and no drafts if those are not', async () => {
    const {administrator} = await filledLake()
    expect(await exportedIds(administrator, {types: ['person']})).toEqual(['a', 'b'])
    expect(await exportedIds(administrator, {types: ['note', 'none'], drafts: false})).toEqual([
      'desk.n',
      'protected.s',
    ])
  })

  it('holds nothing confidential for viewers, and is refused without a token', async () => {
    const {administrator, anonymous, url} = await filledLake()
    const {key} = await administrator.request<{key: string}>({
      url: '/projects/storygraph/tokens',
      method: 'POST',
      body: {label: 'reader', roleName: 'viewer'},
    })
    expect(await exportedIds(clientFor(url, key))).toEqual(['a', 'b', 'drafts.a', 'versions.r.a'])
    const request = anonymous.request({url: '/data/export/production'})
    await expect(request).rejects.toMatchError(401)
    const missing = administrator.request({url: '/data/export/none'})
    await expect(missing).rejects.toMatchError(404)
  })

  it('is of the moment it was asked for, however long it is read', async () => {
    const {administrator} = await testLake()
    const transaction = administrator.transaction()
    for (let index = 0; index < 3000; index++) {
      transaction.create({_id: `p-${index}`, _type: 'person', text: 'x'.repeat(1000)})
    }
    await transaction.commit({returnDocuments: false})
    const headers = {authorization: `Bearer ${administrator.config().token}`}
    const response = await fetch(administrator.getUrl('/data/export/production'), {headers})
    await administrator.delete({query: '*[_type == "person"]'})
    expect(response.headers.get('content-type')).toBe('application/x-ndjson')
    expect((await response.text()).trimEnd().split('\n')).toHaveLength(3000)
  })
})
