import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {enterMark, openDocument, publishing, SOON} from '../support/desk.ts'
import {openStudio, type OpenStudio} from '../support/studio.ts'
import {watchEventStreams, watchRefusals} from '../support/watchPage.ts'

describe('Studio on an embedded lake', {timeout: 90_000}, () => {
  let studio: OpenStudio
  let article: string

  beforeAll(async () => {
    studio = await openStudio()
    article = await studio.anonymous.fetch('*[_type == "article"][0]._id')
  })
  afterAll(() => studio.close())

  it('logs in by itself, saves a headline as a draft and publishes it for everybody', async () => {
    const page = await studio.newPage()
    const refusals = watchRefusals(page)
    const before = await publicHeadline()
    await page.goto('/')
    await page.getByRole('link', {name: 'Stories'}).click()
    await page.getByRole('link', {name: 'All stories'}).click()
    await page.getByRole('link', {name: before}).click()

    await field(page, 'title').fill('A headline from Studio')
    await expect.poll(draftHeadline, SOON).toBe('A headline from Studio')
    expect(await publicHeadline()).toBe(before)

    await expect.poll(publishing(page, publicHeadline), SOON).toBe('A headline from Studio')
    expect(await draftHeadline()).toBe(undefined)
    expect(refusals).toEqual([])
  })

  it('keeps its forms editable with more event streams than a browser has connections', async () => {
    const page = await studio.newPage()
    const streams = watchEventStreams(page)
    await openDocument(page, article, 'article')
    const mention = page.getByTestId('mark-mention').filter({hasText: 'Vadim Prokopiev'}).first()
    await (await enterMark(mention)).click()
    await page.getByTestId('popover-edit-dialog').getByRole('link').click()
    await expect.poll(() => field(page, 'name').inputValue(), SOON).toBe('Vadim Prokopiev')
    await expect.poll(() => streams.size, SOON).toBeGreaterThan(6)

    await field(page, 'disambiguation').fill('restaurateur')
    const drafts = '*[_id in path("drafts.*") && _type == "person"].disambiguation'
    await expect
      .poll(() => studio.administrator.fetch(drafts, {}, {perspective: 'raw'}), SOON)
      .toEqual(['restaurateur'])
    await field(page, 'title').fill('A second headline')
    await expect.poll(draftHeadline, SOON).toBe('A second headline')
    expect(streams.size).toBeGreaterThan(6)
  })

  it('lists people by codename apart, and finds a person through the filter of the list', async () => {
    const page = await studio.newPage()
    await page.goto('/structure/person;codename-only')
    await expect.poll(() => listed(page), SOON).toEqual(['Kandalaksha', 'Mike'])

    await page.getByRole('link', {name: 'All people'}).click()
    await expect.poll(() => listed(page), SOON).toContain('Vadim Prokopiev')
    await page.getByPlaceholder('Search list').fill('korotk')
    await expect.poll(() => listed(page), SOON).toEqual(['Alina Korotkevich'])
  })

  function publicHeadline(): Promise<string> {
    return studio.anonymous.fetch('*[_id == $article][0].title', {article})
  }

  async function draftHeadline(): Promise<unknown> {
    return (await studio.administrator.getDocument(`drafts.${article}`))?.['title']
  }
})

function field(page: Page, name: string): Locator {
  return page.getByTestId(`field-${name}`).locator('input')
}

/** The first line of each entry of the list on the right. */
async function listed(page: Page): Promise<string[]> {
  const entries = page.getByTestId('document-list-pane').getByRole('link')
  return (await entries.allInnerTexts()).flatMap((text) => text.split('\n').slice(0, 1))
}
