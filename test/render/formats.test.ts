import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {articleBySlugQuery, feedQuery, type FeedQueryResult} from '../../queries/index.ts'
import {jsonFeed, rss} from '../../render/feed/index.ts'
import {headTags, renderHead, type Site} from '../../render/head/index.ts'
import {jsonLd, jsonLdText} from '../../render/jsonld/index.ts'
import type {Article} from '../../render/html/index.ts'
import {openSeededLake} from '../support/seededLake.ts'

const slug = 'belarusian-dissidents-join-ukraines-fight-against-russia'
const site: Site = {
  name: 'The <Desk>',
  siteUrl: 'https://news.example',
  urlFor: ({_type, slug}) => (slug ? `/${_type}/${slug}` : undefined),
}
const url = `https://news.example/article/${slug}`
const headline = 'Belarusian dissidents join Ukraine’s fight against Russia'
const hostile = '</script><img src=x onerror="alert(1)">'

let lake: Awaited<ReturnType<typeof openSeededLake>>
let article: Article
let feed: FeedQueryResult
beforeAll(async () => {
  lake = await openSeededLake()
  const found = await lake.anonymous.fetch(articleBySlugQuery, {slug, language: null})
  if (!found) throw new Error('The bundled story is not in the lake.')
  article = found
  feed = await lake.anonymous.fetch(feedQuery)
})
afterAll(() => lake.lake.close())

describe('jsonLd', () => {
  it('describes the bundled story, without a date that it does not give', () => {
    const {about, mentions, hasPart, ...rest} = JSON.parse(jsonLdText(jsonLd(article, site)))
    expect(rest).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': url,
      url,
      headline,
      inLanguage: 'en',
      publisher: {
        '@type': 'NewsMediaOrganization',
        name: 'The <Desk>',
        url: 'https://news.example',
      },
      author: [],
      correction: [],
      workTranslation: [],
    })
    const pahonia = {
      '@type': 'Organization',
      name: 'Pahonia',
      '@id': 'https://news.example/unit/pahonia',
      url: 'https://news.example/unit/pahonia',
    }
    const prokopiev = {
      '@type': 'Person',
      name: 'Vadim Prokopiev',
      '@id': 'https://news.example/person/vadim-prokopiev',
      url: 'https://news.example/person/vadim-prokopiev',
    }
    expect(about).toEqual([prokopiev, pahonia])
    expect(mentions.length).toBe(article.mentions.length)
    expect(mentions).toContainEqual({
      '@type': 'Place',
      name: 'Warsaw',
      '@id': 'https://news.example/place/warsaw',
      url: 'https://news.example/place/warsaw',
    })
    expect(hasPart.length).toBe(article.quotations.length)
    expect(hasPart[0]).toEqual({
      '@type': 'Quotation',
      text: '“It was pretty understandable, obviously they were expecting all kinds of trouble from Belarus,”',
      creator: prokopiev,
    })
  })

  it('lets no text end its script', () => {
    const text = jsonLdText(jsonLd({...article, title: hostile}, site))
    expect(text).not.toContain('<')
    expect(JSON.parse(text).headline).toBe(hostile)
  })

  it('leaves headline and notice of a story that was withdrawn', () => {
    const withdrawal = {date: '2022-06-01', notice: 'It was not so.'}
    expect(jsonLd({...article, withdrawal}, site)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': url,
      url,
      headline,
      inLanguage: 'en',
      publisher: {'@type': 'NewsMediaOrganization', name: 'The <Desk>', url: site.siteUrl},
      creativeWorkStatus: 'withdrawn',
      correction: {
        '@type': 'CorrectionComment',
        text: 'It was not so.',
        datePublished: '2022-06-01',
      },
    })
  })

  it('names dates, authors, corrections and other languages where there are any', () => {
    const {datePublished, author, correction, workTranslation} = JSON.parse(
      jsonLdText(
        jsonLd(
          {
            ...article,
            publishedAt: '2022-06-01T08:00:00Z',
            bylines: [{_key: 'a', role: 'reporter', name: 'Jo Lind'}],
            corrections: [
              {
                _key: 'a',
                date: '2022-06-02',
                kind: 'correction',
                text: 'It was hail.',
                before: null,
                after: null,
                blockKey: null,
              },
            ],
            translations: [{_id: 'article-b', title: 'Дощ', slug: 'doshch', language: 'uk'}],
          },
          site,
        ),
      ),
    )
    expect({datePublished, author, correction, workTranslation}).toEqual({
      datePublished: '2022-06-01T08:00:00Z',
      author: [{'@type': 'Person', name: 'Jo Lind'}],
      correction: [
        {'@type': 'CorrectionComment', text: 'It was hail.', datePublished: '2022-06-02'},
      ],
      workTranslation: [{'@id': 'https://news.example/article/doshch'}],
    })
  })
})

describe('headTags', () => {
  it('gives title, address and what others show who link to the story', () => {
    expect(renderHead(headTags(article, site))).toBe(
      [
        `<title>${headline} – The &lt;Desk&gt;</title>`,
        `<link rel="canonical" href="${url}">`,
        '<meta property="og:type" content="article">',
        '<meta property="og:site_name" content="The &lt;Desk&gt;">',
        `<meta property="og:title" content="${headline}">`,
        `<meta property="og:url" content="${url}">`,
        '<meta name="twitter:card" content="summary">',
      ].join('\n'),
    )
  })

  it('names the other languages of a story, and itself beside them', () => {
    const translations = [{_id: 'article-b', title: 'Дощ', slug: 'doshch', language: 'uk'}]
    const links = headTags({...article, translations}, site).filter(({tag}) => tag === 'link')
    expect(links.map(({attributes}) => attributes)).toEqual([
      {rel: 'canonical', href: url},
      {rel: 'alternate', href: url, hreflang: 'en'},
      {rel: 'alternate', href: 'https://news.example/article/doshch', hreflang: 'uk'},
    ])
  })

  it('asks robots to stay away from what was withdrawn or is kept from them', () => {
    const robots = {tag: 'meta', attributes: {name: 'robots', content: 'noindex'}}
    const withdrawal = {date: '2022-06-01', notice: 'It was not so.'}
    const seo = {title: null, description: null, image: null, noIndex: true}
    expect(headTags({...article, withdrawal}, site)).toContainEqual(robots)
    expect(headTags({...article, seo}, site)).toContainEqual(robots)
    expect(headTags(article, site)).not.toContainEqual(robots)
  })

  it('leaves out an address that could run a script', () => {
    const tags = headTags(article, {...site, urlFor: () => 'javascript:alert(1)'})
    expect(tags.filter(({tag}) => tag === 'link')).toEqual([])
  })
})

describe('jsonFeed', () => {
  it('holds the bundled story, without a date that it does not give', () => {
    const {items, ...head} = jsonFeed(feed, site, '/feed.json')
    expect(head).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The <Desk>',
      home_page_url: 'https://news.example',
      feed_url: 'https://news.example/feed.json',
    })
    expect(items).toEqual([
      {
        id: article._id,
        url,
        title: headline,
        content_text: feed[0]?.text,
        date_modified: feed[0]?.updatedAt,
        language: 'en',
      },
    ])
  })

  it('says of a story that it was withdrawn, in the place of its text', () => {
    const withdrawal = {date: '2022-06-01', notice: 'It was not so.'}
    const [item] = jsonFeed(
      feed.map((story) => ({...story, withdrawal, text: ''})),
      site,
      '/feed.json',
    ).items
    expect(item?.content_text).toBe('It was not so.')
  })
})

describe('rss', () => {
  it('writes the same as XML, escaped', () => {
    const [story] = feed
    if (!story) throw new Error('The feed is empty.')
    const row = {
      ...story,
      title: hostile,
      standfirst: 'A & B',
      publishedAt: '2022-06-01T08:00:00Z',
      bylines: [{_key: 'a', role: 'reporter' as const, name: 'Jo Lind'}],
    }
    expect(rss([row], site, '/feed.xml')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>The &lt;Desk&gt;</title>
    <link>https://news.example</link>
    <description>The &lt;Desk&gt;</description>
    <atom:link rel="self" type="application/rss+xml" href="https://news.example/feed.xml"/>
    <item>
      <title>&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</title>
      <link>${url}</link>
      <guid isPermaLink="false">${story._id}</guid>
      <description>A &amp; B</description>
      <dc:creator>Jo Lind</dc:creator>
      <pubDate>Wed, 01 Jun 2022 08:00:00 GMT</pubDate>
    </item>
  </channel>
</rss>
`)
  })
})
