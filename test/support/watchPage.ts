import type {Page, Request} from 'playwright-core'

/** The event streams that a page holds open: answered by the lake and not ended since. */
export function watchEventStreams(page: Page): {readonly size: number} {
  const open = new Set<Request>()
  page.on('response', (response) => {
    if (response.ok() && response.url().includes('/data/listen/')) open.add(response.request())
  })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return open
}

/** What the lake refused a page, as `status method path`; that nobody is logged in yet is no refusal. */
export function watchRefusals(page: Page): readonly string[] {
  const refusals: string[] = []
  page.on('response', (response) => {
    const {origin, pathname} = new URL(response.url())
    if (response.status() < 400 || origin === new URL(page.url()).origin) return
    if (response.status() === 401 && pathname.endsWith('/users/me')) return
    refusals.push(`${response.status()} ${response.request().method()} ${pathname}`)
  })
  return refusals
}
