import path from 'node:path'

import type {Page} from 'playwright-core'

import {openDocument} from '../test/support/desk.ts'
import {seedTexts} from '../test/support/seedTexts.ts'
import {printedText} from '../test/support/story.ts'
import {openStudio} from '../test/support/studio.ts'
import {takeSitePictures} from './sitePictures.ts'

// Takes the pictures of the documentation: the bundled story as an editor and as a reader meets it.

const docs = path.resolve(import.meta.dirname, '..', 'docs')
const studio = await openStudio()
try {
  const idOf = (type: string) => studio.anonymous.fetch<string>('*[_type == $type][0]._id', {type})
  const [article, poll] = [await idOf('article'), await idOf('poll')]
  await take('studio', (page) => openText(page, article))
  await take('preview', async (page) => {
    await openDocument(page, article, 'article')
    await page.getByRole('tab', {name: 'Preview'}).click()
    await page.frameLocator('[data-testid="story-preview"] iframe').locator('h1').waitFor()
  })
  await take('poll', async (page) => {
    await openDocument(page, poll, 'poll')
    await page.getByRole('tab', {name: 'Chart'}).click()
    await page.locator('.recharts-bar text').last().waitFor()
  })
  await take('graph', async (page) => {
    await page.goto('/')
    await page.getByRole('link', {name: 'Story graph'}).click()
    await page.getByRole('link', {name: 'Pahonia, unit'}).waitFor()
  })
  await take('structure', async (page) => {
    await page.goto('/structure/person;codename-only')
    await page.getByTestId('document-list-pane').getByText('Kandalaksha').click()
    await page.getByText('Protected source', {exact: true}).last().waitFor()
    await page.getByTestId('field-name').locator('input').waitFor()
  })
  await suggestSomeMarks(article)
  await take('desk', async (page) => {
    await openText(page, article)
    await page.getByText('Suggested: 3').waitFor()
    await page.getByTestId('pt-editor').getByText('Belarus', {exact: true}).first().hover()
    await page.getByText('Mention of Belarus', {exact: false}).waitFor()
  })
  await releaseWithSuggestions(article)
  await take('release', async (page) => {
    await page.goto('/releases/rWeekend')
    await page.getByText('All documents validated, issues found').waitFor()
    await page.getByTestId('publish-all-button').hover({force: true})
    await page.getByText('Some documents have validation errors').waitFor()
  })
} finally {
  await studio.close()
}

const unread = await openStudio({isEmpty: true})
try {
  await seedTexts(unread.administrator, [printedText])
  await take('studio-review', showReview, unread)
} finally {
  await unread.close()
}

await takeSitePictures(docs)

async function take(
  name: string,
  show: (page: Page) => Promise<void>,
  from = studio,
): Promise<void> {
  const page = await from.newPage()
  await show(page)
  await page.screenshot({path: path.join(docs, `${name}.png`), animations: 'disabled'})
  await page.close()
  console.log(`docs/${name}.png`)
}

/** The story as nobody has read it yet, with its least certain suggestions first. */
async function showReview(page: Page): Promise<void> {
  await page.goto('/review')
  await page.getByTestId('suggestion').filter({hasText: 'Pahonia'}).first().click()
  await page.getByTestId('suggestion-panel').getByText('Mention of Pahonia').waitFor()
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

/** The same text with some of it still to be decided. */
async function suggestSomeMarks(article: string): Promise<void> {
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
}

/** A release that holds the draft with its suggestions. */
async function releaseWithSuggestions(article: string): Promise<void> {
  const releaseId = 'rWeekend'
  const metadata = {title: 'The weekend', releaseType: 'asap'} as const
  await studio.administrator.releases.create({releaseId, metadata})
  const baseId = `drafts.${article}`
  await studio.administrator.createVersion({publishedId: article, baseId, releaseId})
}
