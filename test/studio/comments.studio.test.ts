import type {SanityClient} from '@sanity/client'
import type {Locator} from 'playwright-core'
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'

import {openDocument, SOON, takeFromMenu} from '../support/desk.ts'
import {openStudio, type OpenStudio} from '../support/studio.ts'
import {watchRefusals} from '../support/watchPage.ts'

describe('comments and tasks in Studio', {timeout: 120_000}, () => {
  let studio: OpenStudio
  let colleague: string

  beforeAll(async () => {
    studio = await openStudio()
    const {id} = await studio.administrator.request<{id: string}>({
      url: '/projects/storygraph/tokens',
      method: 'POST',
      body: {label: 'Olga Petrova', roleName: 'editor'},
    })
    colleague = id
  })
  beforeEach(async () => {
    // Studio makes the dataset with the first comment; another attempt begins without any.
    const datasets = await studio.administrator.datasets.list()
    if (datasets.some(({name}) => name === 'production-comments')) {
      await asides().delete({query: '*[_type in ["comment", "tasks.task"]]'})
    }
  })
  afterAll(() => studio.close())

  it('are made on a field, name a colleague, are answered, resolved and still there later', async () => {
    const {anonymous} = studio
    const article = await anonymous.fetch<string>('*[_type == "article"][0]._id')
    const page = await studio.newPage()
    const refusals = watchRefusals(page)
    await openDocument(page, article, 'article')

    await page.getByTestId('field-title').hover()
    await page.getByRole('button', {name: 'Add comment'}).first().click()
    await page.getByTestId('comment-input-editable').first().click()
    await page.keyboard.type('Is this the right word? ')
    await page.getByTestId('comment-input-mention-button').first().click()
    await page.getByTestId('comments-mentions-menu').getByText('Olga Petrova').click()
    await send(page.getByTestId('comment-input-send-button').first())

    const thread = page.getByTestId('comments-list-item').first()
    await expect.poll(() => thread.innerText(), SOON).toContain('Is this the right word?')
    await thread.getByTestId('comment-input-editable').last().click()
    await page.keyboard.type('It is.')
    await send(thread.getByTestId('comment-input-send-button').last())

    const stored = () =>
      asides().fetch(`*[_type == "comment"] | order(_createdAt) {
        "text": string::split(pt::text(message), "?")[0],
        "mentions": message[].children[_type == "mention"].userId,
        "about": target.document._ref,
        "field": target.path.field,
        "isAnswer": defined(parentCommentId),
        status,
        authorId
      }`)
    const comment = {about: article, field: 'title', authorId: 'administrator'}
    const question = {
      ...comment,
      text: 'Is this the right word',
      mentions: [colleague],
      isAnswer: false,
    }
    const answer = {...comment, text: 'It is.', mentions: [], isAnswer: true}
    await expect.poll(stored, SOON).toEqual([
      {...question, status: 'open'},
      {...answer, status: 'open'},
    ])

    await openDocument(page, article, 'article')
    await page.getByRole('button', {name: 'Comments', exact: true}).click()
    await expect.poll(() => thread.innerText(), SOON).toContain('It is.')
    await thread.hover()
    await thread.getByTestId('comments-list-item-status-button').first().press('Enter')
    await expect.poll(stored, SOON).toEqual([
      {...question, status: 'resolved'},
      {...answer, status: 'resolved'},
    ])
    await expect.poll(() => page.getByTestId('comments-list-item').count(), SOON).toBe(0)

    expect(await anonymous.withConfig({dataset: 'production-comments'}).fetch('*')).toEqual([])
    expect(refusals).toEqual([])
  })

  it('are set about a story, given to a colleague and done', async () => {
    const {anonymous} = studio
    const article = await anonymous.fetch<string>('*[_type == "article"][0]._id')
    const page = await studio.newPage()
    const refusals = watchRefusals(page)
    await openDocument(page, article, 'article')

    await page.getByTestId('tasks-toolbar').click()
    await page.getByRole('button', {name: 'New task', exact: true}).click()
    await page.getByTestId('task-target-field-preview').waitFor()
    await page.getByPlaceholder('Task title').fill('Call the harbour master')
    const assignee = page.locator('#assign-user-menu')
    await takeFromMenu(assignee, page.getByRole('menuitem').filter({hasText: 'Olga Petrova'}))
    await expect.poll(() => assignee.innerText(), SOON).toContain('Olga Petrova')
    await page.getByRole('button', {name: 'Create Task'}).click()

    const stored = () =>
      asides().fetch(`*[_type == "tasks.task"] {
        title,
        status,
        assignedTo,
        "about": target.document._ref
      }`)
    const task = {title: 'Call the harbour master', assignedTo: colleague, about: article}
    await expect.poll(stored, SOON).toEqual([{...task, status: 'open'}])
    const item = page.getByTestId('tasks-list-item').filter({hasText: task.title})
    await item.getByRole('checkbox').click()
    await expect.poll(stored, SOON).toEqual([{...task, status: 'closed'}])
    expect(refusals).toEqual([])
  })

  /** Where Studio keeps comments and tasks: a dataset beside that of the stories. */
  function asides(): SanityClient {
    return studio.administrator.withConfig({dataset: 'production-comments'})
  }
})

/** Sends once the comment is taken in; the list of names may still lie over the button. */
async function send(button: Locator): Promise<void> {
  await expect.poll(() => button.isEnabled(), SOON).toBe(true)
  await button.press('Enter')
}
