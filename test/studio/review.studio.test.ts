import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {seriousIssues} from '../support/axe.ts'
import {runAction, SOON} from '../support/desk.ts'
import {seedTexts} from '../support/seedTexts.ts'
import {printedText} from '../support/story.ts'
import {openStudio, type OpenStudio} from '../support/studio.ts'

describe('reviewing what was suggested', {timeout: 300_000}, () => {
  let studio: OpenStudio

  beforeAll(async () => {
    studio = await openStudio({isEmpty: true})
    await seedTexts(studio.administrator, [printedText])
  })
  afterAll(() => studio.close())

  it('takes the story from suggested to published in at most 25 actions', async () => {
    const page = await studio.newPage()
    await page.goto('/')
    const editor = counted(page)
    await editor.click('link', 'Review')
    const rows = page.getByTestId('suggestion')
    await rows.first().waitFor()
    await page.getByRole('button', {name: 'Confirm all 154 listed'}).waitFor()
    expect(await seriousIssues(page, '[data-testid="review"]')).toEqual([])

    await editor.choose('How sure', 'Medium and higher')
    await editor.click('button', /^Confirm all \d+ listed$/)
    await page.getByText('Nothing of this kind is left.', {exact: false}).waitFor()
    await editor.choose('How sure', 'However sure')
    await editor.clickRow(rows.first())
    while ((await rows.count()) > 0) {
      const current = page.locator('[data-testid="suggestion"][aria-current="true"]')
      await current.and(page.locator(':focus')).waitFor()
      const left = await rows.count()
      await editor.press('Shift+Enter')
      await expect.poll(() => rows.count(), SOON).toBeLessThan(left)
    }
    await page.getByText('Nothing is suggested.', {exact: false}).waitFor()
    const left = 'count(*[suggested == true || count(body[].markDefs[suggested == true]) > 0])'
    await expect.poll(() => raw(left), SOON).toBe(0)
    await editor.click('link', 'Belarusian dissidents join', false)
    await page.getByTestId('form-view').waitFor()
    const publish = page.getByRole('button', {name: 'Publish all'})
    await runAction(page, 'Publish with its new entities', publish)
    editor.count += 2
    await editor.click('button', 'Publish all')
    const isOut = () => studio.anonymous.fetch('count(*[_type == "article"])')
    await expect.poll(isOut, SOON).toBe(1)
    console.log(`${editor.count} actions`)
    expect(editor.count).toBeLessThanOrEqual(25)
  })

  it('makes two one, chooses another speaker, names somebody new, and takes the last step back', async () => {
    await seedTexts(studio.administrator, [
      'Talks in Lviv\nAda Quist said that Lars Berg had lost. “No,” said Berg. Quist laughed.',
    ])
    const page = await studio.newPage()
    await page.goto('/review')
    const rows = page.getByTestId('suggestion')
    const row = (words: string) => rows.filter({hasText: words}).first()
    const panel = page.getByTestId('suggestion-panel')

    await row('Said by Lars Berg').click()
    await page.keyboard.press('e')
    await page.keyboard.type('ada q')
    await panel.getByRole('button', {name: 'Ada Quist, person, suggested'}).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Another one was chosen.').waitFor()
    const speaker = `*[title == "Talks in Lviv"][0].body[].markDefs[_type == "quotation"]{
      "name": *[_id == "drafts." + ^.speaker._ref][0].name
    }.name`
    expect(await raw(speaker)).toEqual(['Ada Quist'])

    await row('New person: Lars Berg').click()
    await page.keyboard.press('m')
    await page.keyboard.type('alexei')
    expect(await seriousIssues(page, '[data-testid="suggestion-panel"]')).toEqual([])
    await panel.getByRole('button', {name: 'Alexei Navalny, person'}).click()
    await page.getByText('The two are one now.').waitFor()
    const berg = 'count(*[name == "Lars Berg"])'
    expect(await raw(berg)).toBe(0)
    await page.getByRole('button', {name: 'Undo'}).click()
    await page.getByText('Taken back.').waitFor()
    expect(await raw(berg)).toBe(1)

    await row('Quist laughed').click()
    await page.keyboard.press('s')
    await panel.getByLabel('Name of the new entry').fill('Eva Quist')
    await page.keyboard.press('Enter')
    await page.getByText('A new entry was made.').waitFor()
    await row('New person: Lars Berg').click()
    await page.keyboard.press('x')
    await page.getByText('Rejected: its words are no name.').waitFor()
    expect(
      await raw('*[_type == "person" && _id in path("drafts.**")] | order(name).name'),
    ).toEqual(['Ada Quist', 'Eva Quist'])
  })

  function raw(query: string, params: Record<string, string> = {}): Promise<unknown> {
    return studio.administrator.fetch(query, params, {perspective: 'raw'})
  }
})

/** An editor whose every click, choice and key press is counted. */
function counted(page: Page) {
  const editor = {
    count: 0,
    async click(role: 'link' | 'button', name: string | RegExp, exact = true) {
      editor.count++
      await page.getByRole(role, {name, exact}).click()
    },
    async choose(label: string, option: string) {
      editor.count++
      await page.getByLabel(label, {exact: true}).selectOption(option)
    },
    async clickRow(row: ReturnType<Page['locator']>) {
      editor.count++
      await row.click()
    },
    async press(key: string) {
      editor.count++
      await page.keyboard.press(key)
    },
  }
  return editor
}
