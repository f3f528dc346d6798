import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {seriousIssues} from '../support/axe.ts'
import {enterMark, openDocument, runAction, SOON} from '../support/desk.ts'
import {openStudio, type OpenStudio} from '../support/studio.ts'

describe('what an editor decides', {timeout: 150_000}, () => {
  let studio: OpenStudio
  let article: string

  beforeAll(async () => {
    studio = await openStudio()
    article = await studio.anonymous.fetch('*[_type == "article"][0]._id')
  })
  afterAll(() => studio.close())

  it('rejects a suggestion for good: reading the text again does not bring it back', async () => {
    const sentence = 'Poland waits. Nobody else in Poland does.'
    await studio.administrator.createOrReplace({
      _id: 'drafts.article-0000000007',
      _type: 'article',
      title: 'Waiting',
      slug: {_type: 'slug', current: 'waiting'},
      genre: 'news',
      language: 'en',
      body: [
        {
          _key: 'p00',
          _type: 'block',
          style: 'normal',
          markDefs: [],
          children: [{_key: 's', _type: 'span', text: sentence, marks: []}],
        },
      ],
    })
    const page = await studio.newPage()
    await openDocument(page, 'article-0000000007', 'article')
    await page.getByTestId('pt-editor').getByText('Poland waits').waitFor()
    await runAction(page, 'Find mentions', page.getByText('Suggested: 2'))
    const desk = '*[_type == "desk" && subject._ref == "article-0000000007"][0]'
    const found = `${desk}.items[]{wording, rule, confidence, decision}`
    const item = {wording: 'Poland', rule: 'known name', confidence: 'high'}
    expect(await raw(found)).toEqual([
      {...item, decision: null},
      {...item, decision: null},
    ])

    await (await enterMark(page.locator('[data-state="suggested"]').first())).press('Enter')
    const question = page.getByTestId('mark-question')
    await question.getByText('How sure: High.', {exact: false}).waitFor()
    expect(await seriousIssues(page, '[data-testid="mark-question"]')).toEqual([])
    await question.getByRole('button', {name: 'Never suggest again'}).press('Enter')
    const marks = '*[_id == "drafts.article-0000000007"][0].body[0]'
    await expect.poll(() => raw(`count(${marks}.markDefs)`), SOON).toBe(0)
    expect(await raw(`array::join(${marks}.children[].text, "")`)).toBe(sentence)
    expect(await raw(`${desk}{"decided": items[].decision, "never": notThis[].wording}`)).toEqual({
      decided: ['rejected', 'rejected'],
      never: ['Poland'],
    })
    await runAction(page, 'Find mentions', page.getByText('Nothing new was found in the text.'))
    expect(await raw(`count(${marks}.markDefs)`)).toBe(0)
  })

  it('sees at a glance how things stand', async () => {
    const poll = await studio.anonymous.fetch('*[_type == "poll"][0]._id')
    const key = await studio.anonymous.fetch(
      '*[_id == $article][0].body[0].markDefs[_type == "mention"][0]._key',
      {article},
    )
    await studio.administrator.createOrReplace({
      _id: 'desk.badges',
      _type: 'desk',
      subject: {_type: 'reference', _ref: article, _weak: true},
      items: [
        {
          _key: 'i',
          _type: 'deskItem',
          blockKey: 'p00',
          key,
          wording: 'other words',
          choice: 'nobody',
          decision: 'confirmed',
        },
      ],
    })
    await edit(article, {embargoUntil: '2999-01-01T12:00:00Z'})
    const page = await studio.newPage()
    await openDocument(page, article, 'article')
    await badge(page, /^Embargoed until 1 January 2999/)
    await badge(page, 'Changed since confirmed')
    await expect.poll(() => page.getByTestId('action-publish').isEnabled(), SOON).toBe(false)
    await openDocument(page, poll, 'poll')
    await badge(page, /^\d+ of 11 disclosed$/)
    await discardDraft()
    await studio.administrator.delete('desk.badges')
  })

  it('takes a name out of the past of a story, and erases a source', async () => {
    const person = await studio.anonymous.fetch('*[name == "Palina Brodik"][0]._id')
    const page = await studio.newPage()
    await openDocument(page, person, 'person')
    const dialog = page.getByTestId('forget-dialog')
    await runAction(page, 'Erase source', dialog)
    await dialog.getByText('The name still stands in these stories.', {exact: false}).waitFor()
    expect(await seriousIssues(page, '[data-testid="forget-dialog"]')).toEqual([])
    await dialog.getByRole('button', {name: 'Erase for good'}).press('Enter')
    await dialog.getByText('What the lake had recorded', {exact: false}).waitFor()
    const left = '*[_id == $person || references($person)]._id'
    expect(await raw(left, {person})).toEqual([])

    await edit(article, {standfirst: 'Of a harbourmaster.'})
    await edit(article, {standfirst: 'Of somebody.'})
    await openDocument(page, article, 'article')
    const words = page.getByLabel('Words that must be gone')
    await runAction(page, 'Remove earlier versions', words)
    await words.fill('harbourmaster')
    const past = page.getByRole('dialog')
    await past.getByRole('button', {name: 'Remove for good'}).press('Enter')
    await past.getByText('These words stand in no document of this dataset.').waitFor()
    const draft = await studio.administrator.getDocument(`drafts.${article}`)
    expect(draft?.['standfirst']).toBe('Of somebody.')
    await discardDraft()
  })

  it('withdraws a story with a notice, and takes it down where somebody is in danger', async () => {
    const page = await studio.newPage()
    await openDocument(page, article, 'article')
    const told = page.getByLabel('What readers are told')
    await runAction(page, 'Withdraw', told)
    await told.fill('The story was wrong.')
    await page.getByRole('button', {name: 'Withdraw with this notice'}).press('Enter')
    await badge(page, 'Withdrawn')
    await page.getByRole('tab', {name: 'Preview'}).press('Enter')
    const reader = page.frameLocator('[data-testid="story-preview"] iframe')
    await reader.getByText('The story was wrong.').waitFor()
    expect(await reader.locator('body').innerText()).not.toContain('Prokopiev said')
    await discardDraft()

    await openDocument(page, article, 'article')
    const takeDown = page.getByRole('button', {name: 'Take it down now'})
    await runAction(page, 'Withdraw', takeDown)
    await takeDown.press('Enter')
    const isOut = () => studio.anonymous.fetch('count(*[_id == $article]) > 0', {article})
    await expect.poll(isOut, SOON).toBe(false)
    const gone = '*[_type == "goneAddress"]{"digits": length(digest), "isDated": defined(date)}'
    await expect
      .poll(() => studio.anonymous.fetch(gone), SOON)
      .toEqual([{digits: 64, isDated: true}])
  })

  function discardDraft() {
    const draftId = `drafts.${article}`
    return studio.administrator.action({actionType: 'sanity.action.document.discard', draftId})
  }

  function edit(id: string, set: object) {
    return studio.administrator.action({
      actionType: 'sanity.action.document.edit',
      draftId: `drafts.${id}`,
      publishedId: id,
      patch: {set},
    })
  }

  function raw(query: string, params: Record<string, string> = {}) {
    return studio.administrator.fetch(query, params, {perspective: 'raw'})
  }
})

function badge(page: Page, words: string | RegExp): Promise<void> {
  return page.getByText(words, {exact: true}).filter({visible: true}).first().waitFor()
}
