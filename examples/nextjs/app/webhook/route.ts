import {revalidatePath} from 'next/cache'
import {pagesShowing, webhookHandler, type Page} from 'storygraph/webhook'

import {publishedClient} from '../../lib/content.ts'
import {pathOf} from '../../lib/site.ts'

/** Where the Content Lake says what was published: each page that shows it is made anew. */
export const POST = webhookHandler({
  secret: process.env['STORY_WEBHOOK_SECRET'] ?? '',
  handle: async (change) => {
    for (const page of await pagesShowing(publishedClient(), change)) {
      const path = addressOf(page)
      if (path !== undefined) revalidatePath(path)
    }
  },
})

function addressOf(page: Page): string | undefined {
  if ('slug' in page) return pathOf(page.kind, page.slug)
  return page.kind === 'stories' ? '/' : undefined
}
