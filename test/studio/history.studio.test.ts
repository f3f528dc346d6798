import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {openDocument, SOON} from '../support/desk.ts'
import {openStudio, type OpenStudio} from '../support/studio.ts'

describe('the history of a document in Studio', {timeout: 90_000}, () => {
  let studio: OpenStudio

  beforeAll(async () => {
    studio = await openStudio()
  })
  afterAll(() => studio.close())

  it('tells who made, edited and published it, and the footer when', async () => {
    const page = await studio.newPage()
    const article = await studio.anonymous.fetch<string>('*[_type == "article"][0]._id')
    await openDocument(page, article, 'article')
    const title = page.getByTestId('field-title').locator('input')
    const status = () => page.getByTestId('pane-footer-document-status').first().innerText()
    const publish = page.getByTestId('action-publish')
    await title.fill('First change')
    await expect.poll(status, SOON).toContain('Edited')
    await publish.click()
    await expect.poll(status, SOON).toMatch(/published/i)
    await title.fill('Second change')
    await expect.poll(status, SOON).toContain('Edited')

    await page.getByTestId('pane-context-menu-button').last().click()
    await page.getByRole('menuitem', {name: /history/i}).click()
    const shown = (text: string) => page.getByText(text, {exact: true}).count()
    await expect.poll(() => shown('Draft created'), SOON).toBe(2)
    expect(await shown('Edited')).toBeGreaterThan(0)
  })
})
