import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {
  enterMark,
  markDialog,
  openDocument,
  pick,
  publishing,
  SOON,
  takeFromMenu,
} from '../support/desk.ts'
import {openStudio, type OpenStudio} from '../support/studio.ts'

describe('marks in the text of a story', {timeout: 120_000}, () => {
  let studio: OpenStudio
  let article: string

  beforeAll(async () => {
    studio = await openStudio()
    article = await studio.anonymous.fetch('*[_type == "article"][0]._id')
  })
  afterAll(() => studio.close())

  it('adds a mention: words are selected, and a person is picked', async () => {
    const page = await openText()
    await page.getByTestId('pt-editor').getByText('kept finding himself').click()
    await page.keyboard.press('Control+ArrowLeft')
    await page.keyboard.press('Control+Shift+ArrowRight')
    const words = await page.evaluate(() => String(getSelection()).trim())
    expect(words).toMatch(/^\w+$/)
    await page.getByTestId('action-button-mention').first().click()
    await pick(markDialog(page), 'Alina Korotkevich')
    const person = await studio.anonymous.fetch('*[name == "Alina Korotkevich"][0]._id')
    const marks = `*[_id == $draft][0].body[0]{
      "mark": markDefs[_type == "mention" && entity._ref == $person][0]._key, children
    }`
    const marked = async () => {
      const found = await draft(marks, {person})
      return (found?.children ?? [])
        .filter(({marks = []}: {marks?: string[]}) => marks.includes(found.mark))
        .map(({text}: {text: string}) => text.trim())
    }
    await expect.poll(marked, SOON).toEqual([words])
  })

  it('changes the speaker of a quotation by keyboard, from inside the quoted words', async () => {
    const page = await openText()
    const quoted = page.getByTestId('mark-quotation').first()
    const edit = await enterMark(quoted)
    await edit.focus()
    await page.keyboard.press('Enter')
    const more = markDialog(page).locator('[id$=".speaker-menuButton"]')
    await takeFromMenu(more, page.getByRole('menuitem', {name: 'Replace'}))
    await markDialog(page).getByRole('combobox').and(page.locator(':focus')).waitFor()
    // The name that is there may or may not be selected.
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Palina Brodik')
    await page.getByRole('listbox').getByText('Palina Brodik', {exact: true}).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const speakers = '*[_id == $draft][0].body[].markDefs[_type == "quotation"].speaker._ref'
    const first = async () => (await draft(speakers)).flat()[0]
    const chosen = await studio.anonymous.fetch('*[name == "Palina Brodik"][0]._id')
    await expect.poll(first, SOON).toBe(chosen)
  })

  it('puts a quotation and a poll between the paragraphs without asking for a key', async () => {
    await studio.administrator.delete(`drafts.${article}`)
    const page = await openText()
    await page.getByTestId('pt-editor').getByText('Vadim Prokopiev').first().click()
    await page.getByTestId('pullQuote-insert-menu-button').first().click()
    const dialog = markDialog(page).or(page.getByRole('dialog')).first()
    const quotations = dialog.getByLabel('Quotation to repeat')
    await quotations.selectOption({index: 1})
    const words = await quotations.locator('option').nth(1).innerText()
    await expect
      .poll(() => draft('*[_id == $draft][0].body[_type == "pullQuote"].quotationKey'), SOON)
      .toEqual([expect.stringMatching(/^p\d\dq\d$/)])
    await page.keyboard.press('Escape')
    await page.getByTestId('pull-quote').getByText(words.slice(0, 30)).first().waitFor()

    const poll = await studio.anonymous.fetch('*[_type == "poll"][0]{_id, title, findings}')
    // The whole width has room for every button.
    await page.getByTestId('fullscreen-button-expand').click()
    await page.getByTestId('pollEmbed-insert-menu-button').filter({visible: true}).click()
    await pick(dialog, poll.title)
    await dialog
      .getByRole('group', {name: 'Findings to show'})
      .getByRole('checkbox')
      .first()
      .check()
    await expect
      .poll(() => draft('*[_id == $draft][0].body[_type == "pollEmbed"]{poll, findingKeys}'), SOON)
      .toEqual([{poll: {_type: 'reference', _ref: poll._id}, findingKeys: [poll.findings[0]._key]}])
    await studio.administrator.delete(`drafts.${article}`)
  })

  it('publishes nothing while a suggestion is left, and confirms it where it stands', async () => {
    await studio.administrator.action({
      actionType: 'sanity.action.document.edit',
      draftId: `drafts.${article}`,
      publishedId: article,
      patch: {set: {'body[0].markDefs[0].suggested': true, title: 'With a suggestion'}},
    })
    const page = await openText()
    await page.getByText('Suggested: 1').waitFor()
    await expect.poll(() => page.getByTestId('action-publish').isEnabled(), SOON).toBe(false)
    const suggested = page.locator('[data-state="suggested"]').first()
    expect(await suggested.getAttribute('data-label')).toBe('Suggested')
    await (await enterMark(suggested)).click()
    await page.getByTestId('mark-question').getByRole('button', {name: 'Confirm'}).click()
    await expect
      .poll(() => draft('count(*[_id == $draft][0].body[].markDefs[suggested == true])'), SOON)
      .toBe(0)
    const decided = '*[_type == "desk" && subject._ref == $article].items[].decision'
    expect(await draft(decided, {article})).toEqual(['confirmed'])
    await page.getByTestId('close-popover-edit-dialog-button').click()
    const title = () => studio.anonymous.fetch('*[_id == $article][0].title', {article})
    await expect.poll(publishing(page, title), SOON).toBe('With a suggestion')
  })

  async function openText(): Promise<Page> {
    const page = await studio.newPage()
    await openDocument(page, article, 'article')
    await page.getByTestId('pt-editor').getByText('Vadim Prokopiev').first().waitFor()
    return page
  }

  function draft(query: string, params: Record<string, string> = {}) {
    const options = {perspective: 'raw'} as const
    return studio.administrator.fetch(query, {draft: `drafts.${article}`, ...params}, options)
  }
})
