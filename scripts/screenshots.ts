import path from 'node:path'

import {openStudio} from '../test/support/studio.ts'

// Takes the pictures of the documentation: the bundled story as an editor meets it.

const docs = path.resolve(import.meta.dirname, '..', 'docs')
const studio = await openStudio()
try {
  const page = await studio.newPage()
  await page.goto('/')
  await page.getByRole('link', {name: 'Stories'}).click()
  await page.getByRole('link', {name: 'All stories'}).click()
  await page.getByTestId('document-list-pane').getByRole('link').first().click()
  const text = page.getByTestId('pt-editor')
  await text.getByText('Vadim Prokopiev').scrollIntoViewIfNeeded()
  await page.getByTestId('fullscreen-button-expand').click()
  await page.getByTestId('fullscreen-button-collapse').waitFor()
  await text.getByText('kept finding himself').click()
  await page.getByTestId('block-style-select').getByText('Paragraph').waitFor()
  await text.getByText('Alexander Lukashenko').first().waitFor()
  await page.mouse.move(0, 0)
  await page.screenshot({path: path.join(docs, 'studio.png'), animations: 'disabled'})
  console.log('docs/studio.png')
} finally {
  await studio.close()
}
