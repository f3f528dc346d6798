import axe from 'axe-core'
import type {Page} from 'playwright-core'

/** What axe holds to be serious in a part of a page, as `rule: element`. */
export async function seriousIssues(page: Page, selector: string): Promise<string[]> {
  await page.addScriptTag({content: axe.source})
  const result: unknown = await page.evaluate(
    `axe.run(${JSON.stringify(selector)}).then(({violations}) => violations
      .filter(({impact}) => ['serious', 'critical'].includes(impact))
      .flatMap(({id, nodes}) => nodes.map(({html}) => id + ': ' + html.slice(0, 200))))`,
  )
  return Array.isArray(result) ? result.map(String) : [String(result)]
}
