import {feedQuery} from 'storygraph/queries'
import {rss} from 'storygraph/render/feed'

import {client} from '../lib/lake.ts'
import {feeds, site} from '../lib/site.ts'

export async function GET(): Promise<Response> {
  const stories = await client.fetch(feedQuery)
  return new Response(rss(stories, site, feeds.rss), {
    headers: {'content-type': 'application/rss+xml; charset=utf-8'},
  })
}
