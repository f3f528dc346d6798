import type {SanityClient} from '@sanity/client'

import {articleBySlugQuery, feedQuery} from '../queries/index.ts'
import type {Article} from '../render/article.ts'
import {jsonFeed, rss} from '../render/feed/index.ts'
import {renderArticle} from '../render/html/index.ts'
import {jsonLd} from '../render/jsonld/index.ts'
import {renderMarkdown} from '../render/markdown/index.ts'
import {plainText} from '../render/plainText.ts'
import {addressOf, type Site} from '../render/site.ts'
import {UserError} from './userError.ts'

/** What a story can be rendered as, and how such a file is called. */
export const storyFormats = {
  html: 'html',
  markdown: 'md',
  jsonld: 'jsonld',
  feed: 'rss',
  'json-feed': 'feed.json',
  text: 'txt',
} as const
export type StoryFormat = keyof typeof storyFormats

/** A story to be rendered: where it is kept, and which it is. */
export interface StoryAddress {
  client: SanityClient
  slug: string
  /** The language of the story, where stories in two share an address; null takes any. */
  language: string | null
  perspective: 'raw' | string[]
}

/** Renders one story of a dataset in each format; a `UserError` when there is none to be rendered so. */
export async function renderStory(
  {client, slug, language, perspective}: StoryAddress,
  formats: readonly StoryFormat[],
  site: Site,
): Promise<{format: StoryFormat; text: string}[]> {
  const article = await client.fetch(articleBySlugQuery, {slug, language}, {perspective})
  if (article === null) {
    throw new UserError(
      `There is no story with the address "${slug}"${language === null ? '' : ` in ${language}`}: "storygraph query stories" lists those there are.`,
    )
  }
  const stories = formats.some(isFeed) ? await client.fetch(feedQuery, {}, {perspective}) : []
  const listed = stories.filter(({_id}) => _id === article._id)
  if (formats.some(isFeed) && listed.length === 0) {
    throw new UserError(
      `The story "${slug}" is in no feed: a feed has the fifty newest, without those kept from search engines.`,
    )
  }
  return formats.map((format) => {
    const text = isFeed(format)
      ? feedFormats[format](listed, site)
      : articleFormats[format](article, site)
    return {format, text}
  })
}

function isFeed(format: StoryFormat): format is keyof typeof feedFormats {
  return format in feedFormats
}

const feedFormats = {
  feed: (stories, site) => rss(stories, site, '/feed.xml').trimEnd(),
  'json-feed': (stories, site) => JSON.stringify(jsonFeed(stories, site, '/feed.json'), null, 2),
} satisfies Record<string, (stories: Parameters<typeof rss>[0], site: Site) => string>

const articleFormats: Readonly<
  Record<Exclude<StoryFormat, keyof typeof feedFormats>, (article: Article, site: Site) => string>
> = {
  html: (article, site) =>
    renderArticle(article, {urlFor: (document) => addressOf(site, document)}),
  markdown: (article, site) =>
    renderMarkdown(article, {urlFor: (document) => addressOf(site, document)}).trimEnd(),
  jsonld: (article, site) => JSON.stringify(jsonLd(article, site), null, 2),
  text: (article) => plainText(article),
}
