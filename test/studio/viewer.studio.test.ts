import {expect, it} from 'vitest'

import {openToRead} from '../support/desk.ts'
import {openStudio} from '../support/studio.ts'

it(
  'gives a viewer a Studio to read in: no desk, nothing to change',
  {timeout: 120_000},
  async () => {
    const studio = await openStudio({loginRole: 'viewer'})
    try {
      const {_id: article, title} = await studio.anonymous.fetch(
        '*[_type == "article"][0]{_id, title}',
      )
      const secret = 'Only the desk knows'
      await studio.administrator.createOrReplace({
        _id: 'desk.1',
        _type: 'desk',
        subject: {_type: 'reference', _ref: article, _weak: true},
        notes: secret,
      })
      const page = await studio.newPage()
      await page.goto('/structure')
      await page.getByRole('link', {name: 'Places'}).waitFor()
      expect(await page.getByText('Confidential').count()).toBe(0)
      expect(await page.getByRole('link', {name: 'New story'}).count()).toBe(0)
      expect(await page.getByRole('link', {name: 'Story graph'}).count()).toBe(1)

      await openToRead(page, article, 'article')
      const headline = page.getByTestId('field-title').locator('input')
      expect(await headline.inputValue()).toBe(title)
      expect(await headline.isEditable()).toBe(false)
      await page.getByTestId('mark-mention').first().waitFor()
      for (const action of ['Find mentions', 'Withdraw', 'Add correction']) {
        expect(await page.getByText(action, {exact: true}).count()).toBe(0)
      }
      await page.getByTestId('field-title').hover()
      expect(await page.getByRole('button', {name: 'Add comment'}).count()).toBe(0)
      await page.getByTestId('pane-context-menu-button').last().click()
      await page.getByRole('menuitem', {name: /history/i}).waitFor()
      expect(await page.getByRole('menuitem', {name: 'Comments'}).count()).toBe(0)
      expect(await page.getByTestId('tasks-toolbar').count()).toBe(0)

      await page.goto('/structure/confidential;desk')
      await page.getByRole('link', {name: 'Places'}).waitFor()
      expect(await page.getByText(secret).count()).toBe(0)
    } finally {
      await studio.close()
    }
  },
)
