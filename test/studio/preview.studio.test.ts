import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {openDocument, SOON} from '../support/desk.ts'
import {openStudio, type OpenStudio} from '../support/studio.ts'
import {isDark, seriousFaults} from './axe.ts'

describe('a story as readers get it', {timeout: 90_000}, () => {
  let studio: OpenStudio
  let article: string

  beforeAll(async () => {
    studio = await openStudio()
    article = await studio.anonymous.fetch('*[_type == "article"][0]._id')
  })
  afterAll(() => studio.close())

  it('follows the draft while it is edited, and keeps the place in the text', async () => {
    await studio.administrator.delete(`drafts.${article}`)
    const page = await openPreview()
    const reader = page.frameLocator('iframe[title="The story as readers get it"]')
    await expect
      .poll(() => reader.locator('h1').textContent(), SOON)
      .toBe('Belarusian dissidents join Ukraine’s fight against Russia')
    const frame = page.locator('iframe[title="The story as readers get it"]')
    const scrolled = await frame.evaluate((one: HTMLIFrameElement) => {
      one.contentWindow?.scrollTo(0, 600)
      return one.contentWindow?.scrollY
    })
    expect(scrolled).toBe(600)

    const change = {title: 'A headline nobody has published'}
    await studio.administrator.action({
      actionType: 'sanity.action.document.edit',
      draftId: `drafts.${article}`,
      publishedId: article,
      patch: {set: change},
    })
    await expect.poll(() => reader.locator('h1').textContent(), SOON).toBe(change.title)
    expect(await frame.evaluate((one: HTMLIFrameElement) => one.contentWindow?.scrollY)).toBe(600)
    expect(await studio.anonymous.fetch('*[_type == "article"].title')).not.toContain(change.title)
  })

  it('runs no script, and leads from a name to its entry', async () => {
    const page = await openPreview()
    const frame = page.locator('iframe[title="The story as readers get it"]')
    expect(await frame.getAttribute('sandbox')).not.toContain('allow-scripts')
    const link = page
      .frameLocator('iframe[title="The story as readers get it"]')
      .getByRole('link', {name: 'Vadim Prokopiev'})
    const [entry] = await Promise.all([page.waitForEvent('popup'), link.click()])
    const name = entry.getByTestId('field-name').locator('input')
    await expect.poll(() => name.inputValue(), SOON).toBe('Vadim Prokopiev')
  })

  it('says what is missing while a new story has no address', async () => {
    const page = await studio.newPage()
    await page.goto('/intent/create/type=article')
    await page.getByRole('tab', {name: 'Preview'}).click()
    const missing = page.getByText('Give the story a headline and an address')
    await expect.poll(() => missing.isVisible(), SOON).toBe(true)
  })

  it('has no serious fault for axe, in light and in dark', async () => {
    const page = await openPreview()
    const reader = page.frameLocator('iframe[title="The story as readers get it"]')
    await reader.locator('h1').waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({colorScheme})
      await expect.poll(() => isDark(page), SOON).toBe(colorScheme === 'dark')
      expect(await seriousFaults(page, '[data-testid="story-preview"]')).toEqual([])
    }
  })

  async function openPreview(): Promise<Page> {
    const page = await studio.newPage()
    await openDocument(page, article, 'article')
    await page.getByRole('tab', {name: 'Preview'}).click()
    return page
  }
})
