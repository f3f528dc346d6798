import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {openDocument, SOON} from '../support/desk.ts'
import {openStudio, type OpenStudio} from '../support/studio.ts'
import {isDark, seriousFaults} from './axe.ts'

describe('a poll as a chart', {timeout: 90_000}, () => {
  let studio: OpenStudio
  let poll: string

  beforeAll(async () => {
    studio = await openStudio()
    poll = await studio.anonymous.fetch('*[_type == "poll"][0]._id')
  })
  afterAll(() => studio.close())

  it('shows the three findings with their qualifiers, drawn and as a table', async () => {
    const page = await openChart()
    const words = page.locator('.recharts-bar text')
    await expect
      .poll(() => words.allTextContents(), SOON)
      .toEqual(['two-thirds', 'more than 50 per cent', 'Only 11 per cent'])
    expect(await page.getByRole('table').locator('tbody tr').allInnerTexts()).toEqual([
      'the use of Belarusian infrastructure for Russia’s military operations in Ukraine\tOpposed\ttwo-thirds\tExactly\t66.7 per cent',
      'Russia’s actions in Ukraine\tDisapproved\tmore than 50 per cent\tMore than\t50 per cent',
      'sending Belarusian troops into Ukraine\tSupported\tOnly 11 per cent\tExactly\t11 per cent',
    ])
    const fills = await page
      .locator('.recharts-bar rect[fill^="url"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('fill')))
    expect(new Set(fills).size).toBe(3)
  })

  it('says so when there is nothing to draw yet', async () => {
    const page = await studio.newPage()
    await page.goto('/intent/create/type=poll')
    await page.getByRole('tab', {name: 'Chart'}).click()
    const empty = page.getByText('This poll has no findings yet.')
    await expect.poll(() => empty.isVisible(), SOON).toBe(true)
  })

  it('has no serious fault for axe, in light and in dark', async () => {
    const page = await openChart()
    await page.locator('.recharts-bar text').first().waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({colorScheme})
      await expect.poll(() => isDark(page), SOON).toBe(colorScheme === 'dark')
      expect(await seriousFaults(page, '[data-testid="poll-findings"]')).toEqual([])
    }
  })

  async function openChart(): Promise<Page> {
    const page = await studio.newPage()
    await openDocument(page, poll, 'poll')
    await page.getByRole('tab', {name: 'Chart'}).click()
    return page
  }
})
