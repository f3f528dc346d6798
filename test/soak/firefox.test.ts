import type {HTTPRequest, Page} from 'puppeteer-core'
import {expect, it, onTestFinished} from 'vitest'

import {launchFirefox} from '../support/firefox.ts'
import {serveOwnStudio} from '../support/studio.ts'

/** How long it may take from a key press to the lake, or from the lake to the screen. */
const SOON = {timeout: 60_000}

it('Studio stays editable in Firefox with more event streams than a browser has connections', async () => {
  const browser = await launchFirefox()
  onTestFinished(() => browser.close())
  const studio = await serveOwnStudio()
  onTestFinished(() => studio.close())
  const article = await studio.anonymous.fetch('*[_type == "article"][0]._id')

  const page = await browser.newPage()
  page.setDefaultTimeout(SOON.timeout)
  const streams = watchEventStreams(page)
  await page.goto(`${studio.url}/intent/edit/id=${article};type=article`)
  await page.locator('[data-testid=pt-editor] ::-p-text(Vadim Prokopiev)').click()
  await page.locator('[data-testid=edit-annotation-button]').click()
  await page.locator('[data-testid=popover-edit-dialog] a').click()
  await expect.poll(() => value(page, 'name'), SOON).toBe('Vadim Prokopiev')
  await expect.poll(() => streams.size, SOON).toBeGreaterThan(6)

  await page.locator(field('disambiguation')).fill('restaurateur')
  const drafts = '*[_id in path("drafts.*") && _type == "person"].disambiguation'
  await expect
    .poll(() => studio.administrator.fetch(drafts, {}, {perspective: 'raw'}), SOON)
    .toEqual(['restaurateur'])
  await page.locator(field('title')).fill('A second headline')
  await expect
    .poll(
      async () => (await studio.administrator.getDocument(`drafts.${article}`))?.['title'],
      SOON,
    )
    .toBe('A second headline')
  expect(streams.size).toBeGreaterThan(6)
  console.log(`${await browser.version()}: ${streams.size} event streams open`)
})

/** The event streams that a page holds open: answered by the lake and not ended since. */
function watchEventStreams(page: Page): {readonly size: number} {
  const open = new Set<HTTPRequest>()
  page.on('response', (response) => {
    if (response.ok() && response.url().includes('/data/listen/')) open.add(response.request())
  })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return open
}

function field(name: string): string {
  return `[data-testid=field-${name}] input`
}

/** What a field of the form holds; nothing while the form is not there. */
function value(page: Page, name: string): Promise<string | undefined> {
  return page.evaluate(
    (selector) => document.querySelector<HTMLInputElement>(selector)?.value,
    field(name),
  )
}
