import path from 'node:path'

import {launchBrowser} from '../test/support/browser.ts'
import {STORY_SLUG} from '../test/support/story.ts'
import {
  buildPackage,
  EXAMPLES,
  findExample,
  installExample,
  openExampleLake,
  packPackage,
  runScript,
  serveExample,
} from './exampleSteps.ts'

/** Takes the pictures of the example site as readers meet it: a story by day, a poll by night. */
export async function takeSitePictures(docs: string): Promise<void> {
  const folder = findExample(['site'], '')
  await buildPackage()
  await packPackage(EXAMPLES)
  await installExample(folder)
  const lake = await openExampleLake({})
  const browser = await launchBrowser()
  try {
    const {environment} = lake
    await runScript(folder, 'build', {environment}).ended
    const site = await serveExample(folder, environment)
    const take = async (name: string, address: string, view: object): Promise<void> => {
      const page = await browser.newPage({baseURL: site.url, ...view})
      await page.goto(address, {waitUntil: 'networkidle'})
      await page.screenshot({path: path.join(docs, `${name}.png`)})
      await page.close()
      console.log(`docs/${name}.png`)
    }
    try {
      await take('site-story', `/article/${STORY_SLUG}/`, {viewport: {width: 1280, height: 960}})
      await take('site-poll', '/poll/poll-on-the-war-belarus-april/', {
        viewport: {width: 390, height: 844},
        deviceScaleFactor: 2,
        colorScheme: 'dark',
      })
    } finally {
      await site.close()
    }
  } finally {
    await browser.close()
    await lake.close()
  }
}
