import type {Locator, Page} from 'playwright-core'

/** How long it may take from a key press to the lake, or from the lake to the screen. */
export const SOON = {timeout: 20_000}

/**
 * Opens a document where an editor would, and waits until it is there to stay: with the comments,
 * Studio puts the whole document on a second time, and takes away what was open in it.
 */
export async function openDocument(page: Page, id: string, type: string): Promise<void> {
  await openToRead(page, id, type)
  const pane = page.getByTestId('document-pane').last()
  await pane.getByRole('button', {name: 'Comments', exact: true}).waitFor()
}

/** Opens a document as somebody who may not comment on it. */
export async function openToRead(page: Page, id: string, type: string): Promise<void> {
  // Once Studio knows which features a project has, it draws what it shows so far anew.
  const features = page.waitForResponse(/\/features/)
  await page.goto(`/intent/edit/id=${id};type=${type}`)
  await (await features).finished()
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
  await page.getByTestId('form-view').waitFor()
}

/**
 * Runs one of the actions in the menu at the foot of a document, by the keyboard alone, until it
 * shows what it is to show: it may have to be run again.
 */
export async function runAction(page: Page, name: string, shown: Locator): Promise<void> {
  const button = page.getByTestId('action-menu-button').last()
  // Behind its name an item may show its shortcut.
  const item = page.getByRole('menuitem').filter({has: page.getByText(name, {exact: true})})
  // A form that is still loading may close its menu again; one that opens is there at once.
  for (let attempt = 0; attempt < 25; attempt++) {
    await button.press('Enter')
    const isOpen = await appears(item)
    if (isOpen && (await walkTo(page, name))) {
      await page.keyboard.press('Enter')
      if (await appears(shown, 10_000)) return
    }
    await page.keyboard.press('Escape')
  }
  throw new Error(`The keyboard leads to no “${name}”.`)
}

/**
 * Opens a menu from its button and takes one of its items, both by keyboard. Studio places a menu at
 * an element that it may redraw just then, and hides the menu: opened afresh, it is at the new one.
 */
export async function takeFromMenu(button: Locator, item: Locator): Promise<void> {
  for (let attempt = 0; attempt < 25; attempt++) {
    await button.press('Enter')
    if ((await appears(item)) && (await isPressed(item))) return
    await button.page().keyboard.press('Escape')
  }
  throw new Error('The menu does not show its item.')
}

function isPressed(item: Locator): Promise<boolean> {
  return item.press('Enter', {timeout: 1_500}).then(
    () => true,
    () => false,
  )
}

function appears(place: Locator, timeout = 1_500): Promise<boolean> {
  return place.waitFor({timeout}).then(
    () => true,
    () => false,
  )
}

/** Moves the focus through an open menu until it is on the named item. */
async function walkTo(page: Page, name: string): Promise<boolean> {
  const focused = page.locator('[role="menuitem"]:focus')
  for (let step = 0; step < 20; step++) {
    const words = await focused.innerText({timeout: 2_000}).catch(() => '')
    if (words.trim().split('\n')[0] === name) return true
    await page.keyboard.press('ArrowDown')
  }
  return false
}

/**
 * Publishes the open document and answers what is then found, each time it is called: for a poll.
 * Studio checks again after the last key press, and a button that is pressed before is pressed in vain.
 */
export function publishing<Found>(page: Page, find: () => Promise<Found>): () => Promise<Found> {
  const button = page.getByTestId('action-publish')
  return async () => {
    if (await button.isEnabled()) await button.click({timeout: 1_500}).catch(() => undefined)
    return find()
  }
}

/** The dialog in which a mark of the text is filled in. */
export function markDialog(page: Page): Locator {
  return page.getByTestId('popover-edit-dialog')
}

/** Puts the caret into marked words, which brings up the little menu of their marks. */
export async function enterMark(mark: Locator): Promise<Locator> {
  const edit = mark.page().getByTestId('edit-annotation-button').first()
  // The first click may do no more than wake the editor.
  for (let attempt = 0; attempt < 5 && !(await edit.isVisible()); attempt++) {
    // Beside its words a mark may hold a place for the caret that nobody sees.
    await mark.locator('span:not([data-pt-zero-width])').last().click()
    await edit.waitFor({timeout: 2_000}).catch(() => undefined)
  }
  return edit
}

/** Picks a document by name in the reference field of a dialog. */
export async function pick(dialog: Locator, name: string): Promise<void> {
  await dialog.getByRole('combobox').first().fill(name)
  await dialog.page().getByRole('listbox').getByText(name, {exact: true}).click()
}
