import type {FeedQueryResult} from '../../queries/index.ts'
import {addressOf, type Site} from '../site.ts'

/** A feed as JSON Feed 1.1 has it. */
export interface JsonFeed {
  readonly version: 'https://jsonfeed.org/version/1.1'
  readonly title: string
  readonly home_page_url: string
  readonly feed_url: string
  readonly items: readonly JsonFeedItem[]
}

interface JsonFeedItem {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly content_text: string
  readonly summary?: string
  readonly image?: string
  readonly date_published?: string
  readonly date_modified: string
  readonly language: string
  readonly authors?: readonly {readonly name: string}[]
}

/**
 * The newest stories, as `feedQuery` yields them, for whoever subscribes. Stories without an
 * address are left out; a story that was withdrawn says so in the place of its text.
 */
export function jsonFeed(stories: FeedQueryResult, site: Site, feedUrl: string): JsonFeed {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: site.name,
    home_page_url: site.siteUrl,
    feed_url: new URL(feedUrl, site.siteUrl).href,
    items: stories.flatMap((story): JsonFeedItem[] => {
      const url = addressOf(site, {...story, _type: 'article'})
      return url === undefined ? [] : [item(story, url)]
    }),
  }
}

function item(story: FeedQueryResult[number], url: string): JsonFeedItem {
  const {_id, title, language, standfirst, publishedAt, updatedAt, withdrawal} = story
  const image = story.leadImage?.asset?.url
  const authors = story.bylines.map(({name}) => ({name}))
  return {
    id: _id,
    url,
    title,
    content_text: withdrawal?.notice ?? story.text,
    ...(standfirst !== null && !withdrawal && {summary: standfirst}),
    ...(image !== undefined && !withdrawal && {image}),
    ...(publishedAt !== null && {date_published: publishedAt}),
    date_modified: updatedAt,
    language,
    ...(authors.length > 0 && {authors}),
  }
}
