import {feedQuery} from 'storygraph/queries'
import {jsonFeed} from 'storygraph/render/feed'

import {client} from '../lib/lake.ts'
import {feeds, site} from '../lib/site.ts'

export async function GET(): Promise<Response> {
  const stories = await client.fetch(feedQuery)
  return Response.json(jsonFeed(stories, site, feeds.json), {
    headers: {'content-type': 'application/feed+json'},
  })
}
