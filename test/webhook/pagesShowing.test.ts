import type {SanityClient, SanityDocument} from '@sanity/client'
import {describe, expect, it} from 'vitest'

import {createStoryClient} from '../../client/index.ts'
import {pagesShowing, storyHook, webhookHandler, type Page} from '../../webhook/index.ts'
import {dataset} from '../queries/dataset.ts'
import {openSite} from '../support/site.ts'
import {testLake} from '../support/testLake.ts'

const SECRET = 'between us'

/** The harbour's documents in a lake whose webhook tells a website, which finds the pages. */
async function harbour() {
  const opened = await testLake()
  const {administrator, url} = opened
  await administrator.mutate<SanityDocument>(dataset.map((document) => ({create: document})))

  const client = createStoryClient({
    projectId: 'storygraph',
    dataset: 'production',
    lake: url,
    purpose: 'build',
  })
  const found: Page[][] = []
  const waiting: ((pages: Page[]) => void)[] = []
  const site = await openSite(
    webhookHandler({
      secret: SECRET,
      handle: async (change) => {
        const pages = await pagesShowing(client, change)
        const next = waiting.shift()
        if (next) next(pages)
        else found.push(pages)
      },
    }),
  )
  await createHook(administrator, site)
  const next = (): Promise<Page[]> => {
    const pages = found.shift()
    return pages ? Promise.resolve(pages) : new Promise((resolve) => waiting.push(resolve))
  }
  return {...opened, next}
}

function createHook(client: SanityClient, url: string): Promise<unknown> {
  const body = {...storyHook, url, dataset: 'production', secret: SECRET}
  return client.request({url: '/hooks/projects/storygraph', method: 'POST', body})
}

describe('pagesShowing', () => {
  it('finds for a renamed person', async () => {
    const {administrator, next} = await harbour()
    await administrator.patch('person-ana').set({name: 'Ana Zehl'}).commit()
    console.log(JSON.stringify(await next()))
    await administrator.patch('person-heron').set({name: 'Gull'}).commit()
    console.log(JSON.stringify(await next()))
    await administrator
      .patch('article-rowers')
      .set({slug: {_type: 'slug', current: 'rowers'}})
      .commit()
    console.log(JSON.stringify(await next()))
    await administrator.delete('article-weather')
    console.log(JSON.stringify(await next()))
    expect(1).toBe(1)
  })
})
