import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {openStudio, type OpenStudio} from '../support/studio.ts'
import {isDark, seriousFaults} from './axe.ts'

const SOON = {timeout: 20_000}

describe('the story graph', {timeout: 90_000}, () => {
  let studio: OpenStudio

  beforeAll(async () => {
    studio = await openStudio()
  })
  afterAll(() => studio.close())

  it('draws the bundled story, lists the same as a table, and leads to a document', async () => {
    const page = await openGraph()
    await expect.poll(() => drawn(page).count(), SOON).toBe(36)
    const rows = page.getByRole('table').getByRole('row')
    // The head, 16 relations, and 35 whom the story names, quotes or cites.
    expect(await rows.count()).toBe(52)
    const words = await page.locator('.react-flow__edgelabel-renderer > div').allTextContents()
    expect(words).toHaveLength(16)
    expect(words).toContain('critic or opponent of')
    expect(await lineOf(page, 'Vadim Prokopiev', 'leads')).toEqual([
      'Vadim Prokopiev',
      'leads',
      'Pahonia',
      'inferred',
    ])
    expect(await isDashed(page, 'allied with')).toBe(true)
    expect(await isDashed(page, 'made possible for')).toBe(false)

    await page.getByRole('link', {name: 'Pahonia, unit'}).click()
    await page.getByTestId('field-name').locator('input').waitFor()
    expect(await page.getByTestId('field-name').locator('input').inputValue()).toBe('Pahonia')
  })

  it('shows all of it, without one name over another', async () => {
    const page = await openGraph()
    await expect.poll(() => drawn(page).count(), SOON).toBe(36)
    const picture = await page.locator('.react-flow').boundingBox()
    const boxes = await drawn(page).evaluateAll((all) =>
      all
        .map((one) => one.getBoundingClientRect())
        .map(({x, y, width, height}) => ({x, y, width, height})),
    )
    const outside = boxes.filter(
      ({x, y, width, height}) =>
        !picture ||
        x < picture.x ||
        y < picture.y ||
        x + width > picture.x + picture.width ||
        y + height > picture.y + picture.height,
    )
    expect(outside).toEqual([])
    const covered = boxes.filter((one, index) =>
      boxes
        .slice(index + 1)
        .some(
          (other) =>
            one.x < other.x + other.width &&
            other.x < one.x + one.width &&
            one.y < other.y + other.height &&
            other.y < one.y + one.height,
        ),
    )
    expect(covered).toEqual([])
    // Smaller than this, names are hard to read.
    const smallest = Math.min(...boxes.map(({height}) => height))
    expect(smallest).toBeGreaterThan(30)
    const cut = await drawn(page)
      .getByRole('link')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length)
    expect(cut).toBe(0)
  })

  it('leaves protected people out until they are asked for, and shows what is denied', async () => {
    const page = await openGraph()
    await expect.poll(() => drawn(page).count(), SOON).toBe(36)
    expect(await page.getByText('Mike').count()).toBe(0)
    expect(await page.getByRole('link', {name: 'Kandalaksha', exact: true}).count()).toBe(1)

    await page.getByLabel('Protected people').press('Space')
    await expect.poll(() => drawn(page).count(), SOON).toBe(38)
    expect(await page.getByRole('link', {name: 'Mike, protected person'}).count()).toBe(1)
    expect(await lineOf(page, 'Kandalaksha', 'does not belong to')).toEqual([
      'Kandalaksha',
      'does not belong to',
      'Freedom of Russia legion',
      '',
    ])
    expect(await isDashed(page, 'does not belong to')).toBe(true)
  })

  it('is narrowed by kind and story, and remembers the story in its address', async () => {
    const page = await openGraph()
    await expect.poll(() => drawn(page).count(), SOON).toBe(36)
    for (const kind of ['Stories', 'Places', 'Organisations'])
      await page.getByLabel(kind, {exact: true}).press('Space')
    await expect.poll(() => drawn(page).count(), SOON).toBe(12)

    await page.getByLabel('Story', {exact: true}).selectOption('All stories')
    await expect.poll(() => new URL(page.url()).pathname, SOON).toBe('/story-graph/all')
    for (const kind of ['People', 'Units', 'Polls'])
      await page.getByLabel(kind, {exact: true}).press('Space')
    const empty = page.getByText('Nothing of this kind is in the story.')
    await expect.poll(() => empty.isVisible(), SOON).toBe(true)
  })

  it('is reached and opened by keyboard', async () => {
    const page = await openGraph()
    await expect.poll(() => drawn(page).count(), SOON).toBe(36)
    await page.getByLabel('Protected people').focus()
    const visited: (string | null)[] = []
    while (visited.length < 60 && visited.at(-1) !== 'Putin, person') {
      await page.keyboard.press('Tab')
      visited.push(
        await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null),
      )
    }
    expect(visited).toContain('Vadim Prokopiev, person')
    expect(visited.at(-1)).toBe('Putin, person')
    await page.keyboard.press('Enter')
    await page.getByTestId('field-name').locator('input').waitFor()
    expect(await page.getByTestId('field-name').locator('input').inputValue()).toBe('Putin')
  })

  it('has no serious fault for axe, in light and in dark', async () => {
    const page = await openGraph()
    await expect.poll(() => drawn(page).count(), SOON).toBe(36)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({colorScheme})
      await expect.poll(() => isDark(page), SOON).toBe(colorScheme === 'dark')
      expect(await seriousFaults(page, '[data-testid="story-graph"]')).toEqual([])
    }
  })

  async function openGraph(): Promise<Page> {
    const page = await studio.newPage()
    await page.goto('/')
    await page.getByRole('link', {name: 'Story graph'}).click()
    return page
  }
})

const drawn = (page: Page) => page.locator('.react-flow__node')

/** The cells of the row that begins with somebody’s name and says this of them. */
async function lineOf(page: Page, name: string, words: string): Promise<string[]> {
  const rows = page.getByRole('row').filter({has: page.getByRole('rowheader', {name, exact: true})})
  const row = rows.filter({has: page.getByRole('cell', {name: words, exact: true})})
  return row.locator('th, td').allTextContents()
}

/** Whether the line with these words is drawn in dashes. */
async function isDashed(page: Page, words: string): Promise<boolean> {
  const id = await page.getByText(words, {exact: true}).first().getAttribute('data-line')
  const path = page.locator(`.react-flow__edge-path[id="${id}"]`)
  return (await path.evaluate((one) => getComputedStyle(one).strokeDasharray)) !== 'none'
}
