import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

import type {Browser} from 'playwright-core'

import {buildStudio} from '../../cli/buildStudio.ts'
import {launchBrowser} from '../../test/support/browser.ts'
import {medianTime} from '../process/medianTime.ts'
import {startServer} from '../process/server.ts'
import type {Row} from '../row.ts'

const STARTS = 3
const main = path.resolve(import.meta.dirname, '../../cli/main.ts')

/**
 * What an editor waits for: from the start of `storygraph start` on an empty data directory, which is
 * seeded, until the desk shows its lists in a Chromium that runs already but has never been there.
 * Studio is built beforehand, as it is after the first start.
 */
export const start: Row = {
  name: 'start',
  run: async ({progress}) => {
    progress('  Studio is built, unless it was before')
    await buildStudio()
    const browser = await launchBrowser()
    try {
      const milliseconds = await medianTime(STARTS, () => startOnce(browser))
      const value = milliseconds / 1000
      return [{name: 'npm start to a usable Studio', value, unit: 's', atMost: 10}]
    } finally {
      await browser.close()
    }
  },
}

async function startOnce(browser: Browser): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'storygraph-start-'))
  const ports = ['--port', '0', '--lake-port', '0']
  const server = await startServer([main, 'start', ...ports, '--data', data], STUDIO)
  const page = await browser.newPage({viewport: {width: 1440, height: 900}})
  try {
    await page.goto(server.url)
    await page.getByRole('link', {name: 'Stories', exact: true}).waitFor({timeout: 120_000})
  } finally {
    await page.close()
    await server.stop()
    rmSync(data, {recursive: true, force: true})
  }
}

const STUDIO = /Sanity Studio {3}(http:\/\/\S+)/
