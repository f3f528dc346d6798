import type {SanityDocument} from '@sanity/client'

import {createStoryClient, type StoryClient} from '../../client/index.ts'
import {
  pagesShowing,
  storyHook,
  webhookHandler,
  type Page,
  type StoryChange,
} from '../../webhook/index.ts'
import {dataset} from '../queries/dataset.ts'
import {openSite} from '../support/site.ts'
import {testLake, type TestLake} from '../support/testLake.ts'

export const SECRET = 'between us'

export interface Harbour extends TestLake {
  client: StoryClient
  /** The next change that the website was told of. */
  readonly nextChange: () => Promise<StoryChange>
  /** Every page that shows the next change, by a short name: `person ana-zell`, `index person`. */
  readonly nextPages: () => Promise<string[]>
}

/** The harbour's documents in a lake, whose webhook tells a website what changes. */
export async function openHarbour(): Promise<Harbour> {
  const opened = await testLake()
  const {administrator, url: lake} = opened
  await administrator.mutate<SanityDocument>(dataset.map((document) => ({create: document})))
  const client = createStoryClient({
    projectId: 'storygraph',
    dataset: 'production',
    lake,
    purpose: 'build',
  })
  const told: StoryChange[] = []
  const waiting: ((change: StoryChange) => void)[] = []
  const handle = (change: StoryChange): void => {
    const next = waiting.shift()
    if (next) next(change)
    else told.push(change)
  }
  const url = await openSite(webhookHandler({secret: SECRET, handle}))
  const body = {...storyHook, url, dataset: 'production', secret: SECRET}
  await administrator.request({url: '/hooks/projects/storygraph', method: 'POST', body})

  const nextChange = (): Promise<StoryChange> => {
    const change = told.shift()
    return change ? Promise.resolve(change) : new Promise((resolve) => waiting.push(resolve))
  }
  const nextPages = async () => (await pagesShowing(client, await nextChange())).map(nameOf)
  return {...opened, client, nextChange, nextPages}
}

/** A page in a few words; one that is gone begins with a minus. */
export function nameOf(page: Page): string {
  if (page.kind === 'index') return `index ${page.type}`
  if (!('slug' in page)) return page.kind
  const language = page.kind === 'article' ? ` ${page.language}` : ''
  return `${page.isGone ? '-' : ''}${page.kind} ${page.slug}${language}`
}
