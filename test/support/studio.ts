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
  page: Page
  /** Where Studio is served. */
  url: string
  /** Where its lake answers. */
  lakeUrl: string
  administrator: SanityClient
  anonymous: SanityClient
  close(): Promise<void>
}

/** Starts lake, Studio and browser on free ports, as `npm start` puts them together. */
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
  const page = await browser.newPage({viewport: {width: 1440, height: 900}})
  return {
    page,
    url: server.url,
    lakeUrl,
    administrator,
    anonymous: clientFor(lakeUrl),
    close: async () => {
      await browser.close()
      await server.close()
      await lake.close()
    },
  }
}
