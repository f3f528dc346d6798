import type {Article} from '../article.ts'
import {addressOf, type Site} from '../site.ts'

/** One element for the head of a page, as every framework can take it. */
export interface HeadTag {
  readonly tag: 'title' | 'meta' | 'link'
  readonly attributes: Readonly<Record<string, string>>
  readonly text?: string
}

/**
 * What belongs into the head of a story’s page: title, description, canonical address, its other
 * languages, and what others show who link to it. A story that was withdrawn, or that its editors
 * keep from search engines, asks robots to stay away.
 */
export function headTags(article: Article, site: Site): HeadTag[] {
  const {seo, withdrawal, publishedAt, language} = article
  const title = seo?.title ?? article.title
  const description = withdrawal?.notice ?? seo?.description ?? article.standfirst ?? undefined
  const canonical = addressOf(site, {...article, _type: 'article'})
  const image = withdrawal ? undefined : (seo?.image ?? article.leadImage)
  const others = article.translationOf
    ? [article.translationOf, ...article.translations]
    : article.translations
  return [
    {tag: 'title', attributes: {}, text: `${title} – ${site.name}`},
    ...meta('name', 'description', description),
    ...meta('name', 'robots', seo?.noIndex === true || withdrawal ? 'noindex' : undefined),
    ...link('canonical', canonical),
    ...(others.length > 0 ? link('alternate', canonical, language) : []),
    ...others.flatMap((other) =>
      link('alternate', addressOf(site, {...other, _type: 'article'}), other.language),
    ),
    ...meta('property', 'og:type', 'article'),
    ...meta('property', 'og:site_name', site.name),
    ...meta('property', 'og:title', title),
    ...meta('property', 'og:description', description),
    ...meta('property', 'og:url', canonical),
    ...meta('property', 'og:image', image?.asset?.url),
    ...meta('property', 'og:image:alt', image?.alt ?? undefined),
    ...meta('property', 'article:published_time', publishedAt ?? undefined),
    ...meta('name', 'twitter:card', image?.asset ? 'summary_large_image' : 'summary'),
  ]
}

function meta(key: 'name' | 'property', name: string, content: string | undefined): HeadTag[] {
  return content === undefined ? [] : [{tag: 'meta', attributes: {[key]: name, content}}]
}

function link(rel: string, href: string | undefined, hreflang?: string): HeadTag[] {
  if (href === undefined) return []
  return [{tag: 'link', attributes: {rel, href, ...(hreflang !== undefined && {hreflang})}}]
}
