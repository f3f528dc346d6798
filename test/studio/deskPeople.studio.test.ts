import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {openDocument, runAction, SOON} from '../support/desk.ts'
import {openStudio, type OpenStudio} from '../support/studio.ts'

describe('people whom stories name, or must not name', {timeout: 60_000}, () => {
  let studio: OpenStudio

  beforeAll(async () => {
    studio = await openStudio()
  })
  afterAll(() => studio.close())

  it('refuses a picture, and other names, of a protected person', async () => {
    const person = await studio.anonymous.fetch('*[naming == "codename"][0]._id')
    await studio.administrator.action({
      actionType: 'sanity.action.document.edit',
      draftId: `drafts.${person}`,
      publishedId: person,
      patch: {
        set: {
          alternateNames: [{_key: 'a', _type: 'nameVariant', name: 'Mikhail', kind: 'birth'}],
          image: {
            _type: 'creditedImage',
            credit: 'Jo Lind',
            alt: 'A man',
            asset: {_type: 'reference', _ref: 'image-a-10x10-png', _weak: true},
          },
        },
      },
    })
    const page = await studio.newPage()
    await openDocument(page, person, 'person')
    await page.getByText('Protected source', {exact: true}).first().waitFor()
    await page.getByRole('button', {name: 'Validation'}).click()
    await seen(page, 'Other names would identify this person.')
    await seen(page, 'A picture of a protected person needs clearance.')
    expect(await page.getByTestId('action-publish').isEnabled()).toBe(false)
  })

  it('keeps who holds an identity in a record that readers can’t reach', async () => {
    const person = await studio.anonymous.fetch('*[name == "Mike"][0]._id')
    const page = await studio.newPage()
    await openDocument(page, person, 'person')
    const custodian = page.getByTestId('field-custodian').locator('input')
    await runAction(page, 'Who holds the identity', custodian)
    await custodian.fill('Jo Lind')
    const record = '*[_type == "protectedIdentity"]{_id, custodian, "person": person._ref}'
    const records = () => studio.administrator.fetch(record, {}, {perspective: 'raw'})
    const _id = expect.stringMatching(/^drafts\.protected\.[0-9a-f-]{36}$/)
    await expect.poll(records, SOON).toEqual([{_id, custodian: 'Jo Lind', person}])
    await page.goto('/structure/confidential;protectedIdentity')
    await page.getByTestId('document-list-pane').getByText('Mike').waitFor()
    expect(await studio.anonymous.fetch('*[_type == "protectedIdentity"]')).toEqual([])
  })

  it('says who uses a person, and deletes nobody who is used', async () => {
    const person = await studio.anonymous.fetch('*[name == "Alexei Navalny"][0]._id')
    const page = await studio.newPage()
    await openDocument(page, person, 'person')
    const dialog = page.getByRole('dialog')
    await runAction(page, 'Delete person', dialog)
    await dialog
      .getByText('use this person, and would point to nobody', {exact: false})
      .or(dialog.getByText('uses this person, and would point to nobody', {exact: false}))
      .waitFor()
    expect(await dialog.getByRole('button', {name: 'Delete'}).count()).toBe(0)
  })
})

/** Waits until a text is on the screen, wherever else it may be in the page. */
function seen(page: Page, text: string): Promise<void> {
  return page.getByText(text).filter({visible: true}).first().waitFor()
}
