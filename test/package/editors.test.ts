import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {openDocument, runAction, SOON} from '../support/desk.ts'
import {photograph} from '../support/pictures.ts'
import {openPackedStudio, type PackedStudio} from '../support/packedStudio.ts'

const CONFIG = `
import {visionTool} from '@sanity/vision'
import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'
import {embeddedLake, storygraph} from 'storygraph/studio'

const dispatch = {
  name: 'dispatch',
  type: 'document',
  fields: [
    {name: 'title', type: 'string'},
    {name: 'lead', type: 'string'},
    {name: 'byline', type: 'reference', to: [{type: 'writer'}]},
    {name: 'picture', type: 'image'},
  ],
}
const writer = {name: 'writer', type: 'document', fields: [{name: 'name', type: 'string'}]}

export default defineConfig({
  name: 'default',
  title: 'The Other Paper',
  ...embeddedLake(),
  schema: {types: [dispatch, writer]},
  plugins: [structureTool(), storygraph({structure: false}), visionTool()],
})
`

describe('a day of two editors in a Studio with the packed package', {timeout: 150_000}, () => {
  let studio: PackedStudio
  let page: Page
  let colleague: {id: string; key: string}

  beforeAll(async () => {
    studio = await openPackedStudio(CONFIG)
    page = await studio.newPage()
    colleague = await newEditor('Olga Petrova')
  })
  afterAll(() => studio?.close())

  it('creates, publishes, edits and discards a change', async () => {
    await page.goto('/intent/create/id=day;type=dispatch;template=dispatch/')
    await field(page, 'title').fill('First words')
    await expect.poll(() => titles('day'), SOON).toEqual([['drafts.day', 'First words']])
    await publish(page)
    await expect.poll(() => titles('day'), SOON).toEqual([['day', 'First words']])

    await field(page, 'title').fill('Second thoughts')
    await expect.poll(() => titles('day'), SOON).toHaveLength(2)
    await runAction(page, 'Discard changes', yes(page))
    await yes(page).click()
    await expect.poll(() => titles('day'), SOON).toEqual([['day', 'First words']])
  })

  it('takes a document back from the readers and deletes it', async () => {
    await studio.administrator.create({_id: 'leaving', _type: 'dispatch', title: 'Too early'})
    await openDocument(page, 'leaving', 'dispatch')
    // Studio unpublishes where what is published is seen.
    await page.getByTestId('document-header-Published-chip').click()
    await page.getByTestId('action-unpublish').click()
    await yes(page).click()
    await expect.poll(() => titles('leaving'), SOON).toEqual([['drafts.leaving', 'Too early']])

    await openDocument(page, 'leaving', 'dispatch')
    await runAction(page, 'Delete', yes(page))
    await yes(page).click()
    await expect.poll(() => titles('leaving'), SOON).toEqual([])
  })

  it('tells who changed which field, and goes back to an earlier revision', async () => {
    const before = {_type: 'dispatch', title: 'Old title', lead: 'Old lead'}
    await studio.administrator.create({_id: 'read', ...before})
    const [olga, ivan] = [colleague, await newEditor('Ivan Novak')].map(({key}) =>
      studio.administrator.withConfig({token: key}),
    )
    await olga?.create({_id: 'drafts.read', ...before})
    await olga?.patch('drafts.read').set({title: 'Title by Olga'}).commit()
    await ivan?.patch('drafts.read').set({lead: 'Lead by Ivan'}).commit()

    await openDocument(page, 'read', 'dispatch')
    await page.getByTestId('pane-context-menu-button').last().click()
    await page.getByRole('menuitem', {name: 'History'}).click()
    await page.getByRole('tab', {name: 'Review changes'}).click()
    const changes = page.locator('#review-panel')
    for (const [words, author] of [
      ['Title by Olga', 'Olga Petrova'],
      ['Lead by Ivan', 'Ivan Novak'],
    ] as const) {
      // What the mouse is over is told once its author is known.
      const told = page.getByText(author, {exact: true}).filter({visible: true})
      await page.mouse.move(0, 0)
      await changes.getByText(words, {exact: true}).hover()
      await expect.poll(() => told.count(), SOON).toBeGreaterThan(0)
    }

    await page.getByRole('tab', {name: 'History'}).click()
    await page.getByTestId('timeline-item-button').last().click()
    await page.getByTestId('action-reverttorevision').click()
    await yes(page).click()
    await expect
      .poll(() => titles('read'), SOON)
      .toEqual([
        ['read', 'Old title'],
        ['drafts.read', 'Old title'],
      ])
  })

  it('uploads and shows a picture, and makes who is referred to in place', async () => {
    await studio.administrator.createOrReplace({_id: 'whole', _type: 'dispatch', title: 'Whole'})
    await openDocument(page, 'whole', 'dispatch')
    await expect.poll(() => field(page, 'title').inputValue(), SOON).toBe('Whole')
    const buffer = await photograph()
    const picture = page.getByTestId('image-input')
    const shown = picture.locator('img')
    // A form that is still loading may let an upload fall.
    for (let attempt = 0; attempt < 4 && !(await shown.isVisible()); attempt++) {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        picture.getByTestId('file-input-upload-button-sanity-default').click(),
      ])
      await chooser.setFiles({name: 'picture.jpg', mimeType: 'image/jpeg', buffer})
      await shown.waitFor({timeout: 6_000}).catch(() => undefined)
    }
    const widths = () =>
      shown.evaluateAll((images) =>
        images.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
      )
    await expect.poll(widths, SOON).toEqual([400])

    await page.getByTestId('form-view').getByRole('button', {name: 'Create', exact: true}).click()
    const name = field(page, 'name')
    await name.waitFor()
    // Of two documents that change within a second, Studio stores the earlier one at its next change.
    const referred = () =>
      studio.administrator.fetch('defined(*[_id == "drafts.whole"][0].byline)', {}, RAW)
    await expect.poll(referred, SOON).toBe(true)
    const query = `*[_id == "drafts.whole"][0]{
      "byline": *[_id == "drafts." + ^.byline._ref][0].name,
      "picture": picture.asset->metadata.dimensions.width
    }`
    const made = async () => {
      // A form that is still loading lets fall what is typed.
      if ((await name.inputValue()) !== 'Jo Lind') await name.fill('Jo Lind')
      return studio.administrator.fetch(query, {}, RAW)
    }
    await expect.poll(made, SOON).toEqual({byline: 'Jo Lind', picture: 400})
  })

  it('shows two editors to each other and keeps what both write at once', async () => {
    await studio.administrator.create({_id: 'shared', _type: 'dispatch', title: 'T', lead: 'L'})
    const other = await studio.newPage(colleague.key)
    await Promise.all([page, other].map((one) => openDocument(one, 'shared', 'dispatch')))
    await field(other, 'lead').click()
    await expect.poll(() => page.getByText('OP', {exact: true}).count(), SOON).toBeGreaterThan(0)

    await Promise.all([
      field(page, 'title').fill('T of the administrator'),
      field(other, 'lead').fill('L of the colleague'),
    ])
    const draft = () => studio.administrator.getDocument('drafts.shared')
    const texts = async () => {
      const found = await draft()
      return [found?.['title'], found?.['lead']]
    }
    const written = ['T of the administrator', 'L of the colleague']
    await expect.poll(texts, SOON).toEqual(written)
    for (const one of [page, other]) {
      const shown = async () => [
        await field(one, 'title').inputValue(),
        await field(one, 'lead').inputValue(),
      ]
      await expect.poll(shown, SOON).toEqual(written)
    }
    await other.close()
  })

  it('filters a list, searches everything and asks by Vision', async () => {
    await studio.administrator.create({_id: 'harbour', _type: 'dispatch', title: 'The harbour'})
    await page.goto('/structure/dispatch')
    await page.getByPlaceholder('Search list').fill('harb')
    const listed = () => page.getByTestId('document-list-pane').getByRole('link').allInnerTexts()
    await expect.poll(async () => (await listed()).map(firstLine), SOON).toEqual(['The harbour'])

    await page.getByTestId('studio-search').click()
    await page.keyboard.type('harb')
    const results = page.getByTestId('search-results')
    await expect.poll(() => results.innerText(), SOON).toContain('The harbour')

    await page.goto(`/vision`)
    await page.locator('.cm-content').first().click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('count(*[_id == "harbour"]) + 41')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByText('42', {exact: true}).first().waitFor()
  })

  function newEditor(label: string): Promise<{id: string; key: string}> {
    const body = {label, roleName: 'editor'}
    return studio.administrator.request({
      url: '/projects/storygraph/tokens',
      method: 'POST',
      body,
    })
  }

  function titles(id: string): Promise<[string, string][]> {
    const query = '*[_id in [$id, "drafts." + $id]] | order(_id desc){"entry": [_id, title]}.entry'
    return studio.administrator.fetch(query, {id}, RAW)
  }
})

const RAW = {perspective: 'raw'} as const

function field(page: Page, name: string): Locator {
  return page.getByTestId(`field-${name}`).locator('input').first()
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}

/** Publishes once Studio has taken in what was typed. */
async function publish(page: Page): Promise<void> {
  const button = page.getByTestId('action-publish')
  await expect.poll(() => button.isEnabled(), SOON).toBe(true)
  await button.click()
}

/** What says yes to a question of Studio’s. */
function yes(page: Page): Locator {
  return page
    .getByTestId('confirm-button')
    .or(page.getByTestId('confirm-popover-confirm-button'))
    .first()
}
