import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'

import type {AxeResults} from 'axe-core'
import type {Page} from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe holds to be a serious or critical fault in a part of the page, a line each. */
export async function seriousFaults(page: Page, selector: string): Promise<string[]> {
  // Evaluated rather than added as a script, so that nothing of the page’s own is loosened for it.
  await page.evaluate(source)
  const {violations}: AxeResults = await page.evaluate(`axe.run(${JSON.stringify(selector)})`)
  return violations
    .filter(({impact}) => impact === 'serious' || impact === 'critical')
    .flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`))
}

/** Whether Studio shows its dark look, which it takes from the system unless somebody chooses. */
export async function isDark(page: Page): Promise<boolean> {
  return (await page.locator('[data-scheme]').first().getAttribute('data-scheme')) === 'dark'
}
