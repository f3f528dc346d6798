import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {enterMark, openDocument, SOON} from '../support/desk.ts'
import {RAW} from '../support/release.ts'
import {openStudio, type OpenStudio} from '../support/studio.ts'
import {watchRefusals} from '../support/watchPage.ts'

const SUGGESTION = 'body[_key=="p00"].markDefs[0].suggested'
const FAR = 'Jan 1, 2099 10:00'

describe('releases in Studio', {timeout: 120_000}, () => {
  let studio: OpenStudio
  let article: string

  beforeAll(async () => {
    studio = await openStudio()
    article = await studio.anonymous.fetch('*[_type == "article"][0]._id')
  })
  afterAll(() => studio.close())

  it('are made, filled with a story, edited and published', async () => {
    const page = await studio.newPage()
    const refusals = watchRefusals(page)
    const release = await makeRelease(page, 'Weekend')
    await page.goto(`/intent/edit/id=${article};type=article?perspective=${release}`)
    await page.getByRole('button', {name: 'Add to release'}).click()
    const headline = page.getByTestId('field-title').locator('input')
    await expect.poll(() => headline.isEditable(), SOON).toBe(true)
    await headline.fill('A headline for the weekend')
    await expect
      .poll(() => title(`versions.${release}.${article}`), SOON)
      .toBe('A headline for the weekend')
    expect(await publicHeadline()).not.toBe('A headline for the weekend')

    await page.goto(`/releases/${release}`)
    const confirm = page.getByTestId('confirm-button')
    const isAsked = async (): Promise<boolean> => {
      // A release whose documents are still loading may close its question again.
      if (!(await confirm.isVisible())) {
        await page.getByTestId('publish-all-button').click({timeout: 1_500})
      }
      return confirm.isVisible()
    }
    await expect.poll(isAsked, SOON).toBe(true)
    await confirm.click()
    await expect.poll(publicHeadline, SOON).toBe('A headline for the weekend')
    await page.getByTestId('published-release-type-label').waitFor()
    expect((await studio.administrator.releases.get({releaseId: release}))?.state).toBe('published')
    expect(refusals).toEqual([])
  })

  it('with a suggestion left, or before an embargo, are neither published nor scheduled', async () => {
    const release = await releaseWithStory()
    const version = `versions.${release}.${article}`
    const page = await studio.newPage()

    await studio.administrator
      .patch(version)
      .set({[SUGGESTION]: true})
      .commit()
    await page.goto(`/releases/${release}`)
    await expectRefused(page)
    await studio.administrator
      .patch(version)
      .unset([SUGGESTION])
      .set({embargoUntil: '2099-01-01T00:00:00.000Z'})
      .commit()
    await page.goto(`/releases/${release}`)
    await expectRefused(page)
    await studio.administrator.patch(version).unset(['embargoUntil']).commit()
    await expect.poll(() => page.getByTestId('publish-all-button').isEnabled(), SOON).toBe(true)
    await studio.administrator.releases.archive({releaseId: release})
  })

  it('are scheduled once the suggestion is confirmed in them, and go out at their time', async () => {
    const release = await releaseWithStory()
    const version = `versions.${release}.${article}`
    await studio.administrator
      .patch(version)
      .set({[SUGGESTION]: true, title: 'Out on time'})
      .commit()
    const page = await studio.newPage()
    await page.goto(`/intent/edit/id=${article};type=article?perspective=${release}`)
    await (await enterMark(page.locator('[data-state="suggested"]').first())).click()
    await page.getByTestId('mark-question').getByRole('button', {name: 'Confirm'}).click()
    const suggested = 'count(*[_id == $version][0].body[].markDefs[suggested == true])'
    const left = () => studio.administrator.fetch(suggested, {version}, RAW)
    await expect.poll(left, SOON).toBe(0)

    await page.goto(`/releases/${release}`)
    await expect.poll(() => page.getByTestId('publish-all-button').isEnabled(), SOON).toBe(true)
    await openMenu(page)
    await page.getByTestId('schedule-button-menu-item').click()
    await chooseTime(page, FAR)
    const state = async () => (await studio.administrator.releases.get({releaseId: release}))?.state
    await expect.poll(state, SOON).toBe('scheduled')
    await openDocument(page, article, `article?perspective=${release}`)
    const headline = page.getByTestId('field-title').locator('input')
    await expect.poll(() => headline.inputValue(), SOON).toBe('Out on time')
    expect(await headline.isEditable()).toBe(false)

    const publishAt = new Date(Date.now() + 500).toISOString()
    await studio.administrator.releases.schedule({releaseId: release, publishAt})
    await expect.poll(publicHeadline, SOON).toBe('Out on time')
  })

  it('of one draft are refused alike, also after they were paused to be edited', async () => {
    await studio.administrator.action({
      actionType: 'sanity.action.document.edit',
      draftId: `drafts.${article}`,
      publishedId: article,
      patch: {set: {[SUGGESTION]: true, title: 'A scheduled draft'}},
    })
    const page = await studio.newPage()
    await openDocument(page, article, 'article')
    await expect.poll(() => page.getByTestId('action-publish').isEnabled(), SOON).toBe(false)
    const schedule = page.getByRole('menuitem', {name: 'Schedule publish'})
    const isOffered = async (): Promise<boolean> => {
      // A form that is still loading may close its menu again.
      if (!(await schedule.isVisible())) await openMenu(page)
      return schedule.isEnabled({timeout: 1_500})
    }
    await expect.poll(isOffered, SOON).toBe(false)
    await studio.administrator.patch(`drafts.${article}`).unset([SUGGESTION]).commit()
    await expect.poll(isOffered, SOON).toBe(true)
    await schedule.click()
    await chooseTime(page, FAR)

    await page.getByRole('button', {name: 'Pause to edit'}).click()
    const paused = '*[_type == "system.release" && metadata.cardinality == "one"][0]{name, state}'
    const draft = () => studio.administrator.fetch(paused, {}, RAW)
    await expect.poll(async () => (await draft())?.state, SOON).toBe('active')
    const {name} = await draft()
    await studio.administrator
      .patch(`versions.${name}.${article}`)
      .set({[SUGGESTION]: true})
      .commit()
    await page.getByText('Suggested: 1').waitFor()
    await page.getByRole('button', {name: 'Schedule publish'}).click()
    await chooseTime(page, FAR)
    const refusal = page.getByText('1 suggestion is still to be confirmed or rejected.').last()
    await refusal.waitFor()
    await page.getByRole('dialog').getByTestId('cancel-button').click()
    await refusal.waitFor({state: 'hidden'})
    await openMenu(page)
    await page.getByRole('menuitem', {name: 'Publish now'}).click()
    const dialog = page.getByTestId('publish-scheduled-draft-dialog')
    await dialog.getByTestId('confirm-button').click()
    await refusal.waitFor()
    expect((await draft())?.state).toBe('active')
    expect(await publicHeadline()).not.toBe('A scheduled draft')
  })

  async function makeRelease(page: Page, name: string): Promise<string> {
    await page.goto('/')
    await page.getByRole('link', {name: 'Stories'}).waitFor()
    await page.getByRole('link', {name: 'Releases'}).click()
    await page.getByText('Releases are collections of document changes').waitFor()
    await page.getByRole('button', {name: 'New release'}).click()
    await page.getByTestId('release-form-title').fill(name)
    await page.getByTestId('submit-release-button').click()
    await page.getByTestId('release-dashboard-footer-actions').waitFor()
    return new URL(page.url()).pathname.split('/').at(-1) ?? ''
  }

  async function releaseWithStory(): Promise<string> {
    const {releaseId} = await studio.administrator.releases.create({
      metadata: {releaseType: 'asap'},
    })
    await studio.administrator.createVersion({publishedId: article, baseId: article, releaseId})
    return releaseId
  }

  function publicHeadline(): Promise<string> {
    return title(article)
  }

  function title(id: string): Promise<string> {
    return studio.administrator.fetch('*[_id == $id][0].title', {id}, RAW)
  }
})

async function expectRefused(page: Page): Promise<void> {
  await page.getByText('All documents validated, issues found').waitFor()
  const publish = page.getByTestId('publish-all-button')
  expect(await publish.isEnabled()).toBe(false)
  await publish.hover({force: true})
  await page.getByText('Some documents have validation errors').waitFor()
  await openMenu(page)
  expect(await page.getByTestId('schedule-button-menu-item').isEnabled()).toBe(false)
  await page.keyboard.press('Escape')
}

/** The menu at the foot of a document or release. */
async function openMenu(page: Page): Promise<void> {
  const button = page.getByTestId('release-menu-button').or(page.getByTestId('action-menu-button'))
  await button.last().click()
}

/** Fills in the dialog that asks when to publish. */
async function chooseTime(page: Page, time: string): Promise<void> {
  const input = page.getByRole('dialog').locator('input').first()
  await input.fill(time)
  await input.blur()
  await page.getByTestId('confirm-button').click()
}
