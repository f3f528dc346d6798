import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {openDocument, publishing, SOON} from '../support/desk.ts'
import {openStudio, type OpenStudio} from '../support/studio.ts'

describe('each type of document in Studio', {timeout: 90_000}, () => {
  let studio: OpenStudio

  beforeAll(async () => {
    studio = await openStudio()
  })
  afterAll(() => studio.close())

  it.each([
    ['person', 'name', 'naming == "fullName"'],
    ['unit', 'name', 'true'],
    ['organisation', 'name', 'naming == "named"'],
    ['poll', 'title', 'true'],
    ['place', 'name', 'true'],
  ])('is opened, edited and published: %s', async (type, field, filter) => {
    const id = await studio.anonymous.fetch<string>(
      `*[_type == $type && ${filter}] | order(_id)[0]._id`,
      {type},
    )
    const page = await edit(type, id, field, `Another ${type}`)
    const published = () => studio.anonymous.fetch<unknown>(`*[_id == $id][0].${field}`, {id})
    await expect.poll(publishing(page, published), SOON).toBe(`Another ${type}`)
  })

  it('is opened, edited and published for editors alone: who holds a source’s identity', async () => {
    const person = await studio.anonymous.fetch<string>('*[name == "Mike"][0]._id')
    await studio.administrator.createOrReplace({
      _id: 'drafts.protected.one',
      _type: 'protectedIdentity',
      person: {_type: 'reference', _ref: person, _weak: true},
    })
    const page = await edit('protectedIdentity', 'protected.one', 'custodian', 'The editor')
    const published = async () =>
      (await studio.administrator.getDocument('protected.one'))?.['custodian']
    await expect.poll(publishing(page, published), SOON).toBe('The editor')
    expect(await studio.anonymous.getDocument('protected.one')).toBe(undefined)
  })

  async function edit(type: string, id: string, field: string, value: string): Promise<Page> {
    const page = await studio.newPage()
    await openDocument(page, id, type)
    await page.getByTestId(`field-${field}`).locator('input').first().fill(value)
    const draft = () => studio.administrator.getDocument(`drafts.${id}`)
    await expect.poll(async () => (await draft())?.[field], SOON).toBe(value)
    return page
  }
})
