import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {openDocument, publishing, runAction, SOON} from '../support/desk.ts'
import {openStudio, type OpenStudio} from '../support/studio.ts'

describe('what editors do with a document', {timeout: 60_000}, () => {
  let studio: OpenStudio
  let article: string

  beforeAll(async () => {
    studio = await openStudio()
    article = await studio.anonymous.fetch('*[_type == "article"][0]._id')
  })
  afterAll(() => studio.close())

  it('gets from the story to a corrected, published headline in at most five actions', async () => {
    const page = await studio.newPage()
    let actions = 0
    const act = async (action: Promise<unknown>) => {
      actions++
      await action
    }
    await openDocument(page, article, 'article')
    const headline = page.getByTestId('field-title').locator('input')
    const printed = await headline.inputValue()
    await act(headline.fill(`${printed}, corrected`))
    const publish = page.getByTestId('action-publish')
    await expect.poll(() => publish.isEnabled(), SOON).toBe(true)
    await act(publish.click())
    const published = () => studio.anonymous.fetch('*[_id == $article][0].title', {article})
    await expect.poll(published, SOON).toBe(`${printed}, corrected`)
    expect(actions).toBeLessThanOrEqual(5)
  })

  it('notes when a story first appeared', async () => {
    const child = {_key: 's', _type: 'span', text: 'One paragraph.', marks: []}
    await studio.administrator.createOrReplace({
      _id: 'drafts.article-0000000009',
      _type: 'article',
      title: 'First out',
      slug: {_type: 'slug', current: 'first-out'},
      genre: 'news',
      language: 'en',
      body: [{_key: 'p', _type: 'block', style: 'normal', markDefs: [], children: [child]}],
    })
    const page = await studio.newPage()
    await openDocument(page, 'article-0000000009', 'article')
    const query = '*[_id == "article-0000000009"][0]{"isTimed": defined(publishedAt)}'
    const isTimed = () => studio.anonymous.fetch(query)
    await expect.poll(publishing(page, isTimed), SOON).toEqual({isTimed: true})
  })

  it('adds a correction, and repeats no old wording where somebody is in danger', async () => {
    const page = await studio.newPage()
    await openDocument(page, article, 'article')
    const dialog = page.getByRole('dialog')
    await runAction(page, 'Add correction', dialog)
    await dialog.getByLabel('Kind of note').selectOption('safety')
    expect(await dialog.getByLabel('Show the old wording too').count()).toBe(0)
    await dialog.getByLabel('Kind of note').selectOption('correction')
    expect(await dialog.getByLabel('Show the old wording too').isChecked()).toBe(false)
    expect(await dialog.getByLabel('Old wording', {exact: true}).count()).toBe(0)
    await dialog.getByLabel('What readers are told').fill('The town lies in the north-west.')
    await dialog.getByRole('button', {name: 'Add to the draft'}).click()
    await page.getByText('Corrected', {exact: true}).last().waitFor()
    const query = '*[_id == $article][0].corrections[]{kind, text, before}'
    const corrections = () => studio.anonymous.fetch(query, {article})
    await expect
      .poll(publishing(page, corrections), SOON)
      .toEqual([{kind: 'correction', text: 'The town lies in the north-west.', before: null}])

    await page.getByRole('tab', {name: 'Preview'}).click()
    const reader = page.frameLocator('[data-testid="story-preview"] iframe')
    await expect
      .poll(() => reader.locator('.correction').innerText(), SOON)
      .toContain('The town lies in the north-west.')
  })
})
