import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'

import {buildStudio} from '../../cli/buildStudio.ts'
import {readStory, seedStory} from '../../cli/seedStory.ts'
import {serveStudio} from '../../cli/studioServer.ts'
import {type LakeOptions, openLake} from '../../lake/index.ts'
import {launchBrowser} from './browser.ts'
import {clientFor} from './testLake.ts'

/** Studio in a real browser, on a lake of its own that holds a story. */
export interface OpenStudio {
  administrator: SanityClient
  anonymous: SanityClient
  /** A page of a browser that may have been here before; `goto('/')` is Studio. */
  newPage(): Promise<Page>
  close(): Promise<void>
}

/**
 * Starts lake, Studio and browser on free ports, put together as `npm start` does it. The lake holds
 * the bundled story unless it is to be empty.
 */
export async function openStudio({
  isEmpty = false,
  ...options
}: Pick<LakeOptions, 'loginRole'> & {isEmpty?: boolean} = {}): Promise<OpenStudio> {
  const closing: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const closeOne of closing.toReversed()) await closeOne()
  }
  try {
    let lakeUrl = ''
    const directory = await buildStudio()
    const server = await serveStudio({
      directory,
      lakeUrl: () => lakeUrl,
      dataset: 'production',
      port: 0,
    })
    closing.push(() => server.close())
    const lake = openLake({
      projectId: 'storygraph',
      datasets: ['production'],
      studioOrigins: [server.url],
      ...options,
    })
    closing.push(() => lake.close())
    lakeUrl = (await lake.listen()).url
    const administrator = clientFor(lakeUrl, lake.token)
    if (!isEmpty) await seedStory(administrator, await readStory())
    const browser = await launchBrowser()
    closing.push(() => browser.close())
    // One visitor's pages load Studio's scripts once.
    const visitor = await browser.newContext({
      baseURL: server.url,
      viewport: {width: 1440, height: 900},
    })
    return {
      administrator,
      anonymous: clientFor(lakeUrl),
      newPage: () => visitor.newPage(),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
