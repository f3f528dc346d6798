import Builder from 'fast-xml-builder'

import type {FeedQueryResult} from '../../queries/index.ts'
import type {Site} from '../site.ts'
import {jsonFeed} from './jsonFeed.ts'

/** The same feed as RSS 2.0. */
export function rss(stories: FeedQueryResult, site: Site, feedUrl: string): string {
  const {title, home_page_url, feed_url, items} = jsonFeed(stories, site, feedUrl)
  const builder = new Builder({ignoreAttributes: false, format: true, suppressEmptyNode: true})
  return builder.build({
    '?xml': {'@_version': '1.0', '@_encoding': 'UTF-8'},
    rss: {
      '@_version': '2.0',
      '@_xmlns:atom': 'http://www.w3.org/2005/Atom',
      '@_xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      channel: {
        title,
        link: home_page_url,
        description: title,
        'atom:link': {'@_rel': 'self', '@_type': 'application/rss+xml', '@_href': feed_url},
        item: items.map((story) => ({
          title: story.title,
          link: story.url,
          guid: {'@_isPermaLink': 'false', '#text': story.id},
          description: story.summary ?? story.content_text,
          ...(story.authors && {'dc:creator': story.authors.map(({name}) => name)}),
          ...(story.date_published !== undefined && {
            pubDate: new Date(story.date_published).toUTCString(),
          }),
        })),
      },
    },
  })
}
