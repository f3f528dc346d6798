import path from 'node:path'

import type {Page} from 'playwright-core'

import {openStudio} from '../test/support/studio.ts'

// Takes the pictures of the documentation: the bundled story as an editor meets it.

const docs = path.resolve(import.meta.dirname, '..', 'docs')
const studio = await openStudio()
try {
  await take('studio.png', showStory)
  await take('preview.png', showPreview)
  await take('poll.png', showPoll)
  await take('graph.png', showGraph)
} finally {
  await studio.close()
}

async function take(file: string, show: (page: Page) => Promise<void>): Promise<void> {
  const page = await studio.newPage()
  await page.goto('/')
  await show(page)
  await page.mouse.move(0, 0)
  await page.screenshot({path: path.join(docs, file), animations: 'disabled'})
  await page.close()
  console.log(`docs/${file}`)
}

async function showStory(page: Page): Promise<void> {
  await openFirst(page, 'Stories', 'All stories')
  const text = page.getByTestId('pt-editor')
  await text.getByText('Vadim Prokopiev').scrollIntoViewIfNeeded()
  await page.getByTestId('fullscreen-button-expand').click()
  await page.getByTestId('fullscreen-button-collapse').waitFor()
  await text.getByText('kept finding himself').click()
  await page.getByTestId('block-style-select').getByText('Paragraph').waitFor()
  await text.getByText('Alexander Lukashenko').first().waitFor()
}

async function showPreview(page: Page): Promise<void> {
  await openFirst(page, 'Stories', 'All stories')
  await page.getByRole('tab', {name: 'Preview'}).click()
  await page.frameLocator('[data-testid="story-preview"] iframe').locator('h1').waitFor()
}

async function showPoll(page: Page): Promise<void> {
  await openFirst(page, 'Polls', 'All polls')
  await page.getByRole('tab', {name: 'Chart'}).click()
  await page.locator('.recharts-bar text').last().waitFor()
}

async function showGraph(page: Page): Promise<void> {
  await page.getByRole('link', {name: 'Story graph'}).click()
  await page.getByRole('link', {name: 'Pahonia, unit'}).waitFor()
}

async function openFirst(page: Page, group: string, list: string): Promise<void> {
  await page.getByRole('link', {name: group, exact: true}).click()
  await page.getByRole('link', {name: list}).click()
  await page.getByTestId('document-list-pane').getByRole('link').first().click()
}
