import path from 'node:path'

import type {SanityClient} from '@sanity/client'
import type {BrowserContext, Page} from 'playwright-core'
import {onTestFinished} from 'vitest'

import {buildStudio} from '../../cli/buildStudio.ts'
import {readStory, seedStory} from '../../cli/seedStory.ts'
import {serveStudio} from '../../cli/studioServer.ts'
import {type LakeOptions, openLake} from '../../lake/index.ts'
import {launchBrowser} from './browser.ts'
import {clientFor} from './testLake.ts'

/** Where the pages of tests that fail are pictured. */
const FAILURES = path.resolve('node_modules/.cache/storygraph/failed')

/** Studio, served on a lake of its own that holds a story. */
export interface ServedStudio {
  administrator: SanityClient
  anonymous: SanityClient
  /** Where Studio is. */
  url: string
  close(): Promise<void>
}

/** Studio in a real browser, on a lake of its own that holds a story. */
export interface OpenStudio extends Omit<ServedStudio, 'url'> {
  /**
   * A page of a browser that may have been here before; `goto('/')` is Studio. It goes with the
   * test: left open, it would hold connections and follow all that the next ones change.
   */
  newPage(): Promise<Page>
  /** A page of somebody who has never been here before. */
  newVisitor(): Promise<Page>
}

interface StudioOptions extends Pick<LakeOptions, 'loginRole'> {
  isEmpty?: boolean
}

/** Starts lake, Studio and Chromium, as `serveOwnStudio` does the first two. */
export async function openStudio(options: StudioOptions = {}): Promise<OpenStudio> {
  const {url, ...studio} = await serveOwnStudio(options)
  try {
    const browser = await launchBrowser()
    const newContext = () =>
      browser.newContext({baseURL: url, viewport: {width: 1440, height: 900}})
    // One visitor's pages load Studio's scripts, and log in, once.
    const visitor = await newContext()
    return {
      ...studio,
      newPage: () => closingPage(visitor),
      newVisitor: async () => closingPage(await newContext()),
      close: async () => {
        await browser.close()
        await studio.close()
      },
    }
  } catch (error) {
    await studio.close()
    throw error
  }
}

async function closingPage(visitor: BrowserContext): Promise<Page> {
  const page = await visitor.newPage()
  onTestFinished(async ({task}) => {
    if (task.result?.state === 'fail') {
      const name = `${task.name.replaceAll(/\W+/g, '-')}-${Date.now()}.png`
      await page.screenshot({path: path.join(FAILURES, name)}).catch(() => undefined)
    }
    await page.close()
  })
  return page
}

/**
 * Starts lake and Studio on free ports, put together as `npm start` does it. The lake holds the
 * bundled story unless it is to be empty.
 */
export async function serveOwnStudio({
  isEmpty = false,
  ...options
}: StudioOptions = {}): Promise<ServedStudio> {
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
    return {
      administrator,
      anonymous: clientFor(lakeUrl),
      url: server.url,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
