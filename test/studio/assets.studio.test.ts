import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {SOON, openDocument, publishing} from '../support/desk.ts'
import {photograph} from '../support/pictures.ts'
import {openStudio, type OpenStudio} from '../support/studio.ts'
import {watchRefusals} from '../support/watchPage.ts'

describe('pictures in Studio', {timeout: 120_000}, () => {
  let studio: OpenStudio
  let article: string

  beforeAll(async () => {
    studio = await openStudio()
    article = await studio.anonymous.fetch('*[_type == "article"][0]._id')
  })
  afterAll(() => studio.close())

  it('takes a lead picture from a file, shows it, and keeps neither its name nor its notes', async () => {
    await studio.administrator.delete(`drafts.${article}`)
    const page = await studio.newPage()
    const refusals = watchRefusals(page)
    await openDocument(page, article, 'article')
    await upload(page, leadPicture(page))
    await expect.poll(() => naturalWidth(leadPicture(page).locator('img')), SOON).toBe(400)
    await expect
      .poll(() => leadImage('drafts.'), SOON)
      .toEqual({
        _type: 'creditedImage',
        asset: {_type: 'reference', _ref: expect.stringMatching(/^image-[\da-f]{40}-400x200-jpg$/)},
      })
    const stored = '*[_type == "sanity.imageAsset"]{originalFilename, "place": metadata.location}'
    expect(await studio.administrator.fetch(stored)).toEqual([
      {originalFilename: null, place: null},
    ])
    expect(refusals).toEqual([])
  })

  it('saves what is to be seen of it and publishes it to everybody, cut as the editor cut it', async () => {
    await studio.administrator.action({
      actionType: 'sanity.action.document.edit',
      draftId: `drafts.${article}`,
      publishedId: article,
      patch: {unset: ['crop', 'hotspot', 'alt', 'credit'].map((name) => `leadImage.${name}`)},
    })
    const page = await studio.newPage()
    await openDocument(page, article, 'article')
    await leadPicture(page).getByTestId('options-menu-edit-details').click()
    const tool = page.getByRole('dialog').locator('svg image').first()
    await tool.waitFor()
    await drag(page, tool, [0.999, 0.5], [0.5, 0.5])
    const cut = async () => (await leadImage('drafts.'))?.crop?.right
    await expect.poll(cut, SOON).toBeCloseTo(0.5, 1)
    await page.getByRole('dialog').getByRole('button', {name: 'Close dialog'}).click()
    await page.getByTestId('field-leadImage.alt').locator('input').fill('A field of colour')
    await page.getByTestId('field-leadImage.credit').locator('input').fill('Jo Lind')
    await expect.poll(async () => (await leadImage('drafts.'))?.credit, SOON).toBe('Jo Lind')
    const credited = async () => (await leadImage(''))?.credit
    await expect.poll(publishing(page, credited), SOON).toBe('Jo Lind')
    const {crop, hotspot} = (await leadImage('')) ?? {}
    expect([crop?._type, hotspot?._type]).toEqual(['sanity.imageCrop', 'sanity.imageHotspot'])

    await page.getByRole('tab', {name: 'Preview'}).click()
    const shown = page.getByTestId('story-preview').frameLocator('iframe').locator('.picture img')
    await expect.poll(() => naturalWidth(shown), SOON).toBeGreaterThan(0)
    const file = await studio.anonymous.fetch('*[_id == $article][0].leadImage.asset->url', {
      article,
    })
    const [width, height] = [await shown.getAttribute('width'), await shown.getAttribute('height')]
    expect([String(await shown.getAttribute('src')).startsWith(file), width, height]).toEqual([
      true,
      '200',
      '200',
    ])
  })

  it('offers it again where a picture is chosen', async () => {
    const page = await studio.newPage()
    await openDocument(page, article, 'article')
    await leadPicture(page).getByTestId('options-menu-button').click()
    await page.getByRole('menuitem', {name: 'Select'}).click()
    const offered = page.getByRole('dialog').locator('img')
    await expect.poll(() => naturalWidth(offered), SOON).toBe(400)
    expect(await offered.count()).toBe(1)
  })

  interface LeadImage {
    credit?: string
    crop?: {_type: string; right: number}
    hotspot?: {_type: string}
  }

  function leadImage(prefix: '' | 'drafts.'): Promise<LeadImage | null> {
    const query = '*[_id == $id][0].leadImage'
    return studio.administrator.fetch(query, {id: prefix + article}, {perspective: 'raw'})
  }
})

function leadPicture(page: Page): Locator {
  return page.getByTestId('image-input').first()
}

async function upload(page: Page, input: Locator): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await input.getByTestId('file-input-upload-button-sanity-default').click()
  const file = {name: 'jane-roe.jpg', mimeType: 'image/jpeg', buffer: await photograph()}
  await (await chooser).setFiles(file)
}

/** How wide the file of a picture on a page is, in pixels; 0 while it is not there. */
async function naturalWidth(picture: Locator): Promise<number> {
  const widths = await picture.evaluateAll((images) =>
    images.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
  )
  return widths[0] ?? 0
}

/** Drags from one point of an element to another, both as fractions of its size. */
async function drag(page: Page, element: Locator, from: Point, to: Point): Promise<void> {
  const box = await element.boundingBox()
  if (!box) throw new Error('There is nothing to drag on.')
  const at = ([x, y]: Point): Point => [box.x + x * box.width, box.y + y * box.height]
  await page.mouse.move(...at(from))
  await page.mouse.down()
  await page.mouse.move(...at(to), {steps: 8})
  await page.mouse.up()
}

type Point = [x: number, y: number]
