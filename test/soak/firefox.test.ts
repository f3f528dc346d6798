import type {HTTPRequest, Page} from 'puppeteer-core'
import {expect, it, onTestFinished} from 'vitest'

import {launchFirefox} from '../support/firefox.ts'
import {serveOwnStudio} from '../support/studio.ts'

/** How long it may take from a key press to the lake, or from the lake to the screen. */
const SOON = {timeout: 90_000}

it('Studio stays editable in Firefox with more event streams than a browser has connections', async () => {
  const browser = await launchFirefox()
  onTestFinished(() => browser.close())
  const studio = await serveOwnStudio()
  onTestFinished(() => studio.close())
  const {administrator, anonymous} = studio
  const article = await anonymous.fetch<string>('*[_type == "article"][0]._id')
  const person = await anonymous.fetch<string>('*[_type == "person"][0]._id')

  const page = await browser.newPage()
  page.setDefaultTimeout(SOON.timeout)
  const streams = watchEventStreams(page)
  await page.goto(`${studio.url}/intent/edit/id=${article};type=article`)
  // Studio logs in and finds the list that the story is in; the person is opened beside it.
  await expect.poll(() => new URL(page.url()).pathname, SOON).toContain(`;${article}`)
  await page.goto(`${page.url()};${person}%2Ctype%3Dperson`)

  await write(page, 'disambiguation', 'restaurateur')
  const drafts = '*[_id in path("drafts.*") && _type == "person"].disambiguation'
  await expect
    .poll(() => administrator.fetch(drafts, {}, {perspective: 'raw'}), SOON)
    .toEqual(['restaurateur'])
  await expect.poll(() => streams.size, SOON).toBeGreaterThan(6)

  await write(page, 'title', 'A second headline')
  await expect
    .poll(async () => (await administrator.getDocument(`drafts.${article}`))?.['title'], SOON)
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

/**
 * Replaces what a field holds as an editor does, by a click and keys alone: `fill` would empty the
 * field behind the form's back, which puts the old text back as soon as it is drawn again.
 */
async function write(page: Page, name: string, text: string): Promise<void> {
  const field = `[data-testid=field-${name}] input`
  await expect.poll(() => enter(page, field), {...SOON, interval: 1_000}).toBe(true)
  await page.keyboard.down('Control')
  await page.keyboard.press('a')
  await page.keyboard.up('Control')
  await page.keyboard.type(text)
  const value = () =>
    page.evaluate((selector) => document.querySelector<HTMLInputElement>(selector)?.value, field)
  await expect.poll(value, SOON).toBe(text)
}

/** Clicks into a field that can be written in; whether the caret is there then. */
async function enter(page: Page, field: string): Promise<boolean> {
  // A form that loads is shown read-only, and may be drawn anew.
  const place = await page.evaluate((selector) => {
    const input = document.querySelector<HTMLInputElement>(selector)
    if (input === null || input.readOnly) return undefined
    input.scrollIntoView({block: 'center'})
    const {x, y, width, height} = input.getBoundingClientRect()
    return {x: x + width / 2, y: y + height / 2}
  }, field)
  if (place === undefined) return false
  await page.mouse.click(place.x, place.y)
  return page.evaluate((selector) => document.activeElement?.matches(selector) === true, field)
}
