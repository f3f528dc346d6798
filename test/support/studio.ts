import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'

import {buildStudio} from '../../cli/buildStudio.ts'
import {serveStudio} from '../../cli/studioServer.ts'
import {openLake} from '../../lake/index.ts'
import {launchBrowser} from './browser.ts'
import {seedLake} from './seededLake.ts'
import {clientFor} from './testLake.ts'

/** Studio in a real browser, on a lake of its own that holds a story. */
export interface OpenStudio {
  administrator: SanityClient
  anonymous: SanityClient
  /** A page of a browser that has never been here before; `goto('/')` is Studio. */
  newPage(): Promise<Page>
  close(): Promise<void>
}

/** Starts lake, Studio and browser on free ports, put together as `npm start` does it. */
export async function openStudio(): Promise<OpenStudio> {
  let lakeUrl = ''
  const directory = await buildStudio()
  const server = await serveStudio({directory, lakeUrl: () => lakeUrl, port: 0})
  const lake = openLake({
    projectId: 'storygraph',
    datasets: ['production'],
    studioOrigins: [server.url],
  })
  lakeUrl = (await lake.listen()).url
  const administrator = clientFor(lakeUrl, lake.token)
  await seedLake(administrator)
  const browser = await launchBrowser()
  return {
    administrator,
    anonymous: clientFor(lakeUrl),
    newPage: () => browser.newPage({baseURL: server.url, viewport: {width: 1440, height: 900}}),
    close: async () => {
      await browser.close()
      await server.close()
      await lake.close()
    },
  }
}
