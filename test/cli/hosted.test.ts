import {createReadStream} from 'node:fs'
import path from 'node:path'

import type {SanityClient} from '@sanity/client'
import {describe, expect, it, onTestFinished, vi} from 'vitest'

import {resolveTarget} from '../../cli/config.ts'
import {connect} from '../../cli/connect.ts'
import {exportDataset} from '../../cli/exportDataset.ts'
import {importDataset} from '../../cli/importDataset.ts'
import {renderStory} from '../../cli/renderStory.ts'
import {readStory, seedStory} from '../../cli/seedStory.ts'
import {storiesQuery} from '../../queries/index.ts'
import {STORY_SLUG as slug} from '../support/story.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {testLake} from '../support/testLake.ts'

/**
 * The client that commands get when project, dataset and token are those of the hosted Content Lake.
 * None of its requests leaves the machine: each is noted, and answered by an embedded lake that goes
 * by the same names.
 */
async function hosted() {
  const {lake, url} = await testLake({projectId: 'abc12345', datasets: ['news']})
  const {client} = await connect(
    resolveTarget(
      {data: '.lake'},
      {
        SANITY_STUDIO_PROJECT_ID: 'abc12345',
        SANITY_STUDIO_DATASET: 'news',
        SANITY_API_TOKEN: lake.token,
      },
    ),
  )
  const noted = new Set<string>()
  const send = globalThis.fetch
  const note = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const {origin, pathname, search} = new URL(request.url)
    const isOurs = request.headers.get('authorization') === `Bearer ${lake.token}`
    noted.add(`${request.method} ${origin}${pathname}${isOurs ? '' : ' without the token'}`)
    const body = request.body === null ? null : await request.arrayBuffer()
    const {method, headers} = request
    return send(`${url}${pathname}${search}`, {method, headers, body})
  }
  vi.stubGlobal('fetch', note)
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  const take = (): string[] => {
    const requests = [...noted].toSorted()
    noted.clear()
    return requests
  }
  return {client: client.withConfig({resolveFetch: () => note}), take}
}

/** A client, and what it asked of whom since the last look. */
interface Hosted {
  client: SanityClient
  take: () => string[]
}

const api = 'https://abc12345.api.sanity.io/v2025-02-19'

describe('the hosted Content Lake', () => {
  it('is addressed by each command with its own project, dataset, version and token', async () => {
    const {client, take}: Hosted = await hosted()

    await seedStory(client, await readStory())
    expect(take()).toEqual([])

    await client.fetch(storiesQuery, {after: null})
    expect(take()).toEqual([])

    const site = {name: 'The Desk', siteUrl: 'https://news.example', urlFor: () => undefined}
    const story = {client, slug, language: null, perspective: ['published']}
    await renderStory(story, ['text', 'feed'], site)
    expect(take()).toEqual([])

    const folder = temporaryDirectory()
    const lines = path.join(folder, 'all.ndjson')
    await exportDataset(client, {file: lines, format: 'ndjson', types: []})
    expect(take()).toEqual([api])

    await exportDataset(client, {
      file: path.join(folder, 'all.tar.gz'),
      format: 'tar.gz',
      types: [],
    })
    expect(take()).toEqual([])

    await importDataset(client, createReadStream(lines), {
      name: lines,
      operation: 'createOrReplace',
    })
    expect(take()).toEqual([])
  })
})
