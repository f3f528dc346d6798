import {readFile} from 'node:fs/promises'
import path from 'node:path'

import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, expect, it} from 'vitest'

import {openExampleLake, type ExampleLake} from '../../scripts/exampleSteps.ts'
import {storyHook, webhookHandler} from '../../webhook/index.ts'
import {installedExample, type ExampleProject} from '../support/exampleProject.ts'
import {openSite} from '../support/site.ts'
import {STORY_SLUG} from '../support/story.ts'
import {clientFor} from '../support/testLake.ts'

const SECRET = 'between us'

let lake: ExampleLake
let example: ExampleProject
let client: SanityClient

beforeAll(async () => {
  lake = await openExampleLake({})
  const {SANITY_STUDIO_API_HOST: host = '', SANITY_API_TOKEN: token = ''} = lake.environment
  client = clientFor(host, token)
  example = await installedExample('site')
  await example.run('build', lake.environment)
})

afterAll(async () => {
  await lake?.close()
  await example?.remove()
})

it('the static site is built anew when something is published, and shows no draft', async () => {
  const builds: string[] = []
  const url = await openSite(
    webhookHandler({
      secret: SECRET,
      handle: async ({id}) => {
        await example.run('build', lake.environment)
        builds.push(id)
      },
    }),
  )
  const body = {...storyHook, url, dataset: 'production', secret: SECRET}
  await client.request({url: '/hooks/projects/storygraph', method: 'POST', body})
  const article: string = await client.fetch('*[_type == "article"][0]._id')
  expect(await builtStory()).not.toContain('Published just now')

  const change = (title: string) => ({
    actionType: 'sanity.action.document.edit' as const,
    draftId: `drafts.${article}`,
    publishedId: article,
    patch: {set: {title}},
  })
  await client.action(change('Published just now'))
  await client.action({
    actionType: 'sanity.action.document.publish',
    draftId: `drafts.${article}`,
    publishedId: article,
  })
  await client.action(change('Not published yet'))
  await expect.poll(() => builds, {timeout: 60_000}).toEqual([article])
  expect(await builtStory()).toContain('Published just now</h1>')
  expect(await builtStory()).not.toContain('Not published yet')
})

async function builtStory(): Promise<string> {
  const file = path.join(example.folder, 'dist', 'article', STORY_SLUG, 'index.html')
  return readFile(file, 'utf8')
}
