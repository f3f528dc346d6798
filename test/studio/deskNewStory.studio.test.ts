import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {seriousIssues} from '../support/axe.ts'
import {openDocument, runAction, SOON} from '../support/desk.ts'
import {openStudio, type OpenStudio} from '../support/studio.ts'

const PASTED = `Fog over the harbour\r
“We wait, and Poland waits,” said Ada Quist in Ukraine. She has 60 friends.\r
\r
The second paragraph.`

describe('a new story', {timeout: 90_000}, () => {
  let studio: OpenStudio

  beforeAll(async () => {
    studio = await openStudio()
    await studio.administrator.createOrReplace({
      _id: 'drafts.person-0000000009',
      _type: 'person',
      name: 'Ada Quist',
      naming: 'fullName',
      sortName: 'Quist, Ada',
      slug: {_type: 'slug', current: 'ada-quist'},
    })
  })
  afterAll(() => studio.close())

  it('goes from a paste to a published story with a person that is new', async () => {
    const page = await studio.newPage()
    await page.goto('/')
    await page.getByRole('link', {name: 'Stories'}).waitFor()
    await page.getByRole('link', {name: 'New story'}).click()
    await page.getByLabel('Text of the story').fill(PASTED)
    await page.getByText('2 paragraphs').waitFor()
    expect(await seriousIssues(page, '[data-testid="new-story"]')).toEqual([])
    await page.getByRole('button', {name: 'Make the story'}).click()
    await page.getByTestId('pt-editor').getByText('The second paragraph.').waitFor()

    await runAction(page, 'Find mentions', page.getByText('Suggested: 5'))
    expect(await seriousIssues(page, '[data-testid^="mark-"]')).toEqual([])
    const story = '*[_id in path("drafts.*") && title == "Fog over the harbour"][0]'
    const marks = `${story}.body[0].markDefs[]{_type, suggested, "to": coalesce(entity, speaker)}`
    const to = (id: string) => ({_type: 'reference', _ref: id})
    const waiting = {
      ...to('person-0000000009'),
      _weak: true,
      _strengthenOnPublish: {type: 'person'},
    }
    const ids = await studio.anonymous.fetch(
      '{"poland": *[name == "Poland"][0]._id, "ukraine": *[name == "Ukraine"][0]._id}',
    )
    expect(await drafts(marks)).toEqual([
      {_type: 'quotation', suggested: true, to: waiting},
      {_type: 'mention', suggested: true, to: to(ids.poland)},
      {_type: 'mention', suggested: true, to: waiting},
      {_type: 'mention', suggested: true, to: to(ids.ukraine)},
      {_type: 'figure', suggested: true, to: null},
    ])

    const dialog = page.getByRole('dialog')
    await runAction(page, 'Publish with its new entities', dialog)
    await dialog.getByText('5 suggestions are still to be confirmed', {exact: false}).waitFor()
    expect(await dialog.getByRole('button', {name: 'Publish all'}).isEnabled()).toBe(false)
    await page.keyboard.press('Escape')

    const confirm = page.getByRole('button', {name: 'Confirm', exact: true})
    await runAction(page, 'Confirm all suggestions', confirm)
    await confirm.click()
    await expect.poll(() => drafts(`count(${story}.body[].markDefs[suggested])`), SOON).toBe(0)
    await runAction(page, 'Publish with its new entities', dialog)
    await dialog.getByText('together with 1 new entry', {exact: false}).waitFor()
    await dialog.getByRole('button', {name: 'Publish all'}).click()
    const published = `*[_type == "article" && title == "Fog over the harbour"][0]{
      "isTimed": defined(publishedAt), "speaker": body[0].markDefs[0].speaker
    }`
    await expect
      .poll(() => studio.anonymous.fetch(published), SOON)
      .toEqual({isTimed: true, speaker: to('person-0000000009')})
    expect(await drafts('*[_id in path("drafts.*")]._id')).toEqual([])
  })

  it('keeps what is typed while Studio is still starting', async () => {
    const page = await studio.newPage()
    // Studio may put its tools on a second time once it knows which features the project has.
    let answer = () => {}
    const isTyped = new Promise<void>((resolve) => (answer = resolve))
    await page.route(/\/features/, async (route) => {
      await isTyped
      await route.continue()
    })
    await page.goto('/new-story')
    const text = page.getByLabel('Text of the story')
    await text.fill('Typed at once')
    const answered = page.waitForResponse(/\/features/)
    answer()
    await (await answered).finished()
    // What follows the answer is on the screen after two more frames.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    )
    expect(await text.inputValue()).toBe('Typed at once')
    await page.keyboard.type(', and after')
    expect(await text.inputValue()).toBe('Typed at once, and after')
  })

  it('asks for everything that is done for good in forms that everybody can use', async () => {
    const page = await studio.newPage()
    const article = await studio.anonymous.fetch('*[_type == "article"][0]._id')
    await openDocument(page, article, 'article')
    for (const [action, form] of [
      ['Add correction', 'correction-form'],
      ['Withdraw', 'withdraw-form'],
    ] as const) {
      await runAction(page, action, page.getByTestId(form))
      expect(await seriousIssues(page, `[data-testid="${form}"]`)).toEqual([])
      await page.keyboard.press('Escape')
    }
    const person = await studio.anonymous.fetch('*[name == "Vadim Prokopiev"][0]._id')
    await openDocument(page, person, 'person')
    const dialog = page.getByTestId('forget-dialog')
    await runAction(page, 'Anonymise person', dialog)
    await dialog.getByText('The name still stands in these stories.', {exact: false}).waitFor()
    expect(await seriousIssues(page, '[data-testid="forget-dialog"]')).toEqual([])
    await dialog.getByLabel('Name that readers see from now on').fill('A volunteer')
    await dialog.getByRole('button', {name: 'Anonymise for good'}).click()
    await dialog.getByText('What the lake had recorded', {exact: false}).waitFor()
    await dialog.getByText('Search engines and web archives').waitFor()
    const name = '*[_id == $person][0]{name, naming, "facts": count(occupations)}'
    expect(await studio.anonymous.fetch(name, {person})).toEqual({
      name: 'A volunteer',
      naming: 'codename',
      facts: null,
    })
  })

  function drafts(query: string) {
    return studio.administrator.fetch(query, {}, {perspective: 'raw'})
  }
})
