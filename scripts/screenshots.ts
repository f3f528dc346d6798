import path from 'node:path'

import type {Page} from 'playwright-core'

import {openDocument} from '../test/support/desk.ts'
import {openStudio} from '../test/support/studio.ts'

// Takes the pictures of the documentation: the bundled story as an editor meets it.

const docs = path.resolve(import.meta.dirname, '..', 'docs')
const studio = await openStudio()
try {
  const article: string = await studio.anonymous.fetch('*[_type == "article"][0]._id')
  const page = await studio.newPage()
  await openText(page, article)
  await picture(page, 'studio')

  // The same text with some of it still to be decided.
  const marks = [
    'body[_key=="p00"].markDefs[0].suggested',
    'body[_key=="p01"].markDefs[1].suggested',
    'body[_key=="p02"].markDefs[0].suggested',
  ]
  await studio.administrator.action({
    actionType: 'sanity.action.document.edit',
    draftId: `drafts.${article}`,
    publishedId: article,
    patch: {set: Object.fromEntries(marks.map((mark) => [mark, true]))},
  })
  const desk = await studio.newPage()
  await openText(desk, article)
  await desk.getByText('Suggested: 3').waitFor()
  await desk.getByTestId('pt-editor').getByText('Belarus', {exact: true}).first().hover()
  await desk.getByText('Mention of Belarus', {exact: false}).waitFor()
  await picture(desk, 'desk')

  const lists = await studio.newPage()
  await lists.goto('/structure/person;codename-only')
  await lists.getByTestId('document-list-pane').getByText('Kandalaksha').click()
  await lists.getByText('Protected source', {exact: true}).last().waitFor()
  await lists.getByTestId('field-name').locator('input').waitFor()
  await picture(lists, 'structure')
} finally {
  await studio.close()
}

/** Opens a story with its text over the whole window. */
async function openText(page: Page, article: string): Promise<void> {
  await openDocument(page, article, 'article')
  const text = page.getByTestId('pt-editor')
  await text.getByText('Vadim Prokopiev').first().scrollIntoViewIfNeeded()
  await page.getByTestId('fullscreen-button-expand').click()
  await page.getByTestId('fullscreen-button-collapse').waitFor()
  await text.getByText('kept finding himself').click()
  await page.getByTestId('block-style-select').getByText('Paragraph').waitFor()
  await text.getByText('Alexander Lukashenko').first().waitFor()
  await page.mouse.move(0, 0)
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({path: path.join(docs, `${name}.png`), animations: 'disabled'})
  console.log(`docs/${name}.png`)
}
