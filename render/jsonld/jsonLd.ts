import type {
  AnalysisNewsArticle,
  CorrectionComment,
  NewsArticle,
  OpinionNewsArticle,
  Organization,
  Person,
  Place,
  Quotation,
  WithContext,
} from 'schema-dts'

import type {Article} from '../article.ts'
import {addressOf, type Site} from '../site.ts'

/** A story as schema.org describes news. */
export type StoryJsonLd = WithContext<NewsArticle | AnalysisNewsArticle | OpinionNewsArticle>

const types = {
  news: 'NewsArticle',
  feature: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
} as const satisfies Record<Article['genre'], string>

/**
 * A story for search engines: who and what it is about and mentions, who is quoted with which
 * words, what was corrected. A story without a date has no `datePublished`; of one that was
 * withdrawn only the headline and the notice are left.
 */
export function jsonLd(article: Article, site: Site): StoryJsonLd {
  const {title, standfirst, language, genre, publishedAt, withdrawal} = article
  const url = addressOf(site, {...article, _type: 'article'})
  const head = {
    '@context': 'https://schema.org',
    '@type': types[genre],
    ...(url !== undefined && {'@id': url, url}),
    headline: title,
    inLanguage: language,
    publisher: {'@type': 'NewsMediaOrganization', name: site.name, url: site.siteUrl},
  } as const
  if (withdrawal) {
    const {date, notice} = withdrawal
    return {
      ...head,
      creativeWorkStatus: 'withdrawn',
      correction: {'@type': 'CorrectionComment', text: notice, datePublished: date},
    }
  }
  const image = article.leadImage?.asset?.url
  return {
    ...head,
    ...(standfirst !== null && {description: standfirst}),
    ...(publishedAt !== null && {datePublished: publishedAt}),
    ...(image !== undefined && {image}),
    author: article.bylines.map(({name}): Person => ({'@type': 'Person', name})),
    about: article.about.map((entity) => thing(entity, site)),
    mentions: article.mentions.map((entity) => thing(entity, site)),
    hasPart: article.quotations.map((quotation) => quotationOf(quotation, site)),
    correction: article.corrections.map(correctionOf),
    workTranslation: article.translations.flatMap((translation) => {
      const address = addressOf(site, {...translation, _type: 'article'})
      return address === undefined ? [] : [{'@id': address}]
    }),
  }
}

/** What goes between the tags of `<script type="application/ld+json">`: no text can end it early. */
export function jsonLdText(data: StoryJsonLd): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`)
}

type Entity = Article['mentions'][number]
type Actor = Exclude<Entity, {_type: 'place'}>

function thing(entity: Entity, site: Site): Person | Organization | Place {
  if (entity._type !== 'place') return actor(entity, site)
  return {'@type': 'Place', ...named(entity, site)}
}

function actor(entity: Actor, site: Site): Person | Organization {
  const type = entity._type === 'person' ? 'Person' : 'Organization'
  return {'@type': type, ...named(entity, site)}
}

function named(entity: Entity, site: Site): {name: string; '@id'?: string; url?: string} {
  const url = addressOf(site, entity)
  return {name: entity.name, ...(url !== undefined && {'@id': url, url})}
}

function quotationOf({text, speaker}: Article['quotations'][number], site: Site): Quotation {
  return {'@type': 'Quotation', text, ...(speaker && {creator: actor(speaker, site)})}
}

function correctionOf({text, date}: Article['corrections'][number]): CorrectionComment {
  return {'@type': 'CorrectionComment', text, datePublished: date}
}
