import {createReadStream} from 'node:fs'
import path from 'node:path'

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
    const place = `${origin}${pathname.replace(/(?<=\/data\/doc\/news\/).+/, 'ids')}`
    const isOurs = request.headers.get('authorization') === `Bearer ${lake.token}`
    noted.add(`${request.method} ${place}${isOurs ? '' : ' without the token'}`)
    const body = request.body === null ? null : await request.arrayBuffer()
    const {method, headers} = request
    return send(`${url}${pathname}${search}`, {method, headers, body})
  }
  vi.stubGlobal('fetch', note)
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  return {
    client: client.withConfig({resolveFetch: () => note}),
    /** What a piece of work asks for, each request once. */
    asked: async (work: () => Promise<unknown>): Promise<string[]> => {
      noted.clear()
      await work()
      return [...noted].toSorted()
    },
  }
}

const api = 'https://abc12345.api.sanity.io/v2025-02-19'

describe('the hosted Content Lake', () => {
  it(
    'is asked by each command for its own project and dataset, with the version and the token',
    {timeout: 120_000},
    async () => {
      const {client, asked} = await hosted()
      const folder = temporaryDirectory()
      const lines = path.join(folder, 'all.ndjson')
      const site = {name: 'The Desk', siteUrl: 'https://news.example', urlFor: () => undefined}
      const story = {client, slug, language: null, perspective: ['published']}
      const found = await readStory()

      expect({
        seed: await asked(() => seedStory(client, found)),
        query: await asked(() => client.fetch(storiesQuery, {after: null})),
        render: await asked(() => renderStory(story, ['text', 'feed'], site)),
        export: await asked(() =>
          exportDataset(client, {file: lines, format: 'ndjson', types: []}),
        ),
        import: await asked(() =>
          importDataset(client, createReadStream(lines), {
            name: lines,
            operation: 'createOrReplace',
          }),
        ),
      }).toEqual({
        seed: [
          `GET ${api}/data/doc/news/ids`,
          `GET ${api}/data/query/news`,
          `POST ${api}/data/mutate/news`,
        ],
        query: [`GET ${api}/data/query/news`],
        // The story’s query is too long for an address.
        render: [`GET ${api}/data/query/news`, `POST ${api}/data/query/news`],
        export: [`GET ${api}/data/export/news`],
        import: [`POST ${api}/data/mutate/news`],
      })
    },
  )
})
