import type {SanityClient} from '@sanity/client'
import {renderToStaticMarkup} from 'react-dom/server'
import {createElement} from 'react'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {renderStory, storyFormats} from '../../cli/renderStory.ts'
import type {Lake} from '../../lake/index.ts'
import * as queries from '../../queries/index.ts'
import {headTags, renderHead} from '../../render/head/index.ts'
import {StoryArticle} from '../../render/react/index.ts'
import {ask} from '../support/ask.ts'
import {runCommand, startCommand} from '../support/command.ts'
import {attemptsFor, type Wanted} from '../support/endpoints.ts'
import {issueToken} from '../support/issueToken.ts'
import {
  confidentialIds,
  confidentialTransactions,
  plantedIdsIn,
  plantedWordsIn,
  plantSource,
} from '../support/plantedSource.ts'
import {openSeededLake} from '../support/seededLake.ts'
import {STORY_SLUG} from '../support/story.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor} from '../support/testLake.ts'

const STUDIO = 'http://localhost:3333'
const FORMATS = ['html', 'markdown', 'jsonld', 'feed', 'json-feed', 'text'] as const
const PERSPECTIVES = ['published', 'drafts', 'raw', ['spring', 'drafts']] as const

/** Hundreds of requests take their time on a busy machine. */
const PATIENT = {timeout: 120_000}

/** What readers ask for, beside what would lead to the planted record if it could be reached. */
function parametersOf(query: string, person: string): Record<string, unknown>[] {
  const names = [...query.matchAll(/\$(\w+)/g)].map(([, name = '']) => name)
  const left = Object.fromEntries(names.map((name) => [name, null]))
  const all = {...left, includeProtected: true, types: ['person', 'protectedIdentity', 'desk']}
  return [
    {...all, slug: STORY_SLUG, text: 'envelope', type: 'article', id: person, digest: 'x'},
    {
      ...all,
      slug: 'ziminska',
      text: 'Ziminska*',
      type: 'protectedIdentity',
      id: confidentialIds[0],
    },
  ]
}

describe('a protected source', () => {
  let lake: Lake
  let url: string
  let administrator: SanityClient
  let person: string
  let changes = 0
  /** Nobody's, and a viewer's. */
  let tokens: readonly (string | undefined)[]

  beforeAll(async () => {
    const seeded = await openSeededLake({studioOrigins: [STUDIO]})
    ;({lake, administrator} = seeded)
    url = administrator.config().apiHost
    tokens = [undefined, await issueToken(administrator, 'viewer')]
    person = await administrator.fetch('*[_type == "person"] | order(_id)[0]._id')
    await plantSource(administrator, person)
  })
  afterAll(() => lake.close())

  /** Changes the planted record, and then the person beside it. */
  async function change(): Promise<string> {
    const set = {note: `seen ${++changes} times`}
    await administrator.patch(confidentialIds[0]).set(set).commit()
    const transactionId = `told-${++changes}`
    await administrator.mutate([{patch: {id: person, set: {fieldOfTest: changes}}}], {
      transactionId,
    })
    return transactionId
  }

  it('is there', async () => {
    const found = await administrator.fetch(
      '*[_id in $ids]',
      {ids: confidentialIds},
      {perspective: 'raw'},
    )
    const text = JSON.stringify(found)
    expect(plantedWordsIn(text)).toHaveLength(3)
    expect(plantedIdsIn(text)).toEqual([...confidentialIds, ...confidentialTransactions])
  })

  it('is told by no endpoint, stream, export, history or error text', PATIENT, async () => {
    const told: string[] = []
    for (const id of [...confidentialIds.slice(0, 4), `drafts.${confidentialIds[1]}`]) {
      const wanted: Wanted = {
        id,
        transactionId: confidentialTransactions[0],
        word: 'zimin',
        studio: STUDIO,
      }
      for (const token of tokens) {
        for (const [endpoint, attempts] of Object.entries(attemptsFor(wanted))) {
          for (const attempt of attempts) {
            const {text} = await ask(url, endpoint, attempt, token, change)
            const found = [...plantedWordsIn(text), ...plantedIdsIn(withoutEcho(text, wanted))]
            if (found.length > 0) told.push(`${endpoint} ${attempt.path}: ${found.join(', ')}`)
          }
        }
      }
    }
    expect(told).toEqual([])
    expect(
      Object.keys(attemptsFor({id: '', transactionId: '', word: '', studio: ''})).toSorted(),
    ).toEqual((await lake.endpoints()).toSorted())
  })

  it(
    'is in no answer of a shipped query in any perspective, and named by none',
    PATIENT,
    async () => {
      const shipped = Object.entries(queries).filter(([, query]) => typeof query === 'string')
      expect(shipped.length).toBeGreaterThan(15)
      for (const [name, query] of shipped) {
        if (typeof query !== 'string') continue
        expect(`${name}: ${query}`).not.toMatch(/protectedIdentity|"desk"|seedMemory/)
        for (const token of tokens) {
          for (const view of PERSPECTIVES) {
            for (const parameters of parametersOf(query, person)) {
              const perspective = typeof view === 'string' ? view : [...view]
              const answer = await clientFor(url, token).fetch<unknown>(query, parameters, {
                perspective,
              })
              const text = JSON.stringify(answer)
              expect([name, ...plantedWordsIn(text), ...plantedIdsIn(text)]).toEqual([name])
            }
          }
        }
      }
    },
  )

  it('is on no page, in whatever format', PATIENT, async () => {
    const site = {
      name: 'Desk',
      siteUrl: 'https://news.example',
      urlFor: ({_type, slug}: {_type: string; slug: string | null}) => `/${_type}/${slug}`,
    }
    expect([...FORMATS].sort()).toEqual(Object.keys(storyFormats).sort())
    const pages: string[] = []
    for (const token of tokens) {
      const client = clientFor(url, token)
      for (const perspective of ['raw' as const, ['published']]) {
        const address = {client, slug: STORY_SLUG, language: null, perspective}
        for (const {text} of await renderStory(address, FORMATS, site)) pages.push(text)
      }
      const parameters = {slug: STORY_SLUG, language: null}
      const article = await client.fetch(queries.articleBySlugQuery, parameters)
      if (article === null) throw new Error('The bundled story is not in the lake.')
      pages.push(renderHead(headTags(article, site)))
      pages.push(
        renderToStaticMarkup(createElement(StoryArticle, {article, urlFor: () => '/story'})),
      )
    }
    expect(pages.filter((page) => page.length < 200)).toEqual([])
    expect(pages.flatMap((page) => [...plantedWordsIn(page), ...plantedIdsIn(page)])).toEqual([])
  })
})

it('a protected source is in nothing that a lake prints, whoever asks for it', async () => {
  const directory = temporaryDirectory()
  const lake = startCommand(['lake', '--port', '0', '--data', directory])
  const [, url = ''] = await lake.printed(/listening on (\S+)/)
  const made = await runCommand([
    'token',
    'create',
    'desk',
    '--role',
    'administrator',
    '--data',
    directory,
  ])
  const administrator = clientFor(url, made.stdout.trim())
  await administrator.create({_id: 'person-1', _type: 'person'})
  await administrator.datasets.create('spare')
  await plantSource(administrator, 'person-1')
  const wanted = {id: confidentialIds[0], transactionId: '', word: 'zimin', studio: STUDIO}
  const change = async (): Promise<string> => {
    await administrator.patch(confidentialIds[0]).set({note: 'safe 3, envelope 12'}).commit()
    await administrator.mutate([{patch: {id: 'person-1', inc: {x: 1}, setIfMissing: {x: 0}}}], {
      transactionId: `told-${Date.now()}`,
    })
    return 'told-'
  }
  for (const token of [undefined, made.stdout.trim(), 'wrong']) {
    for (const [endpoint, attempts] of Object.entries(attemptsFor(wanted))) {
      for (const attempt of attempts) await ask(url, endpoint, attempt, token, change)
    }
  }
  lake.child.kill('SIGTERM')
  const {stdout, stderr} = await lake.finished
  expect(plantedWordsIn(stdout + stderr)).toEqual([])
})

/** An id that the caller sent may be sent back: as one that is not theirs, or in an error. */
function withoutEcho(text: string, {id, transactionId}: Wanted): string {
  return text
    .replaceAll(/\{"id":"[^"]*","reason":"permission"\}/g, '')
    .replaceAll(/\{"events":\{"[^"]*":\[\]\},"nextCursor":""\}/g, '')
    .replaceAll(/"message":"(?:[^"\\]|\\.)*"\}/g, '')
    .replaceAll(`{"key":"${id}","value":null}`, '')
    .replaceAll(`filename*=UTF-8''${id}`, '')
    .replaceAll(`"transactionId":"${transactionId}"`, '')
}
