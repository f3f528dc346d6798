import type {SanityClient} from '@sanity/client'
import {describe, expectTypeOf, it} from 'vitest'

import {
  articleBySlugQuery,
  correctionsQuery,
  feedQuery,
  goneAddressQuery,
  indexQuery,
  organisationBySlugQuery,
  pagesShowingQuery,
  personBySlugQuery,
  placeBySlugQuery,
  pollBySlugQuery,
  pollsQuery,
  quotationsQuery,
  relatedStoriesQuery,
  searchQuery,
  sitemapQuery,
  slugsQuery,
  storiesQuery,
  storiesByEntityQuery,
  storyGraphQuery,
  unitBySlugQuery,
  type ArticleBySlugQueryResult,
  type CorrectionsQueryResult,
  type FeedQueryResult,
  type GoneAddressQueryResult,
  type IndexQueryResult,
  type OrganisationBySlugQueryResult,
  type PagesShowingQueryResult,
  type PersonBySlugQueryResult,
  type PlaceBySlugQueryResult,
  type PollBySlugQueryResult,
  type PollsQueryResult,
  type QuotationsQueryResult,
  type RelatedStoriesQueryResult,
  type SearchQueryResult,
  type SitemapQueryResult,
  type SlugsQueryResult,
  type StoriesQueryResult,
  type StoriesByEntityQueryResult,
  type StoryGraphQueryResult,
  type UnitBySlugQueryResult,
  type MeasuredValue,
} from '../../queries/index.ts'

declare const client: SanityClient
const slug = 'a-slug'
const params = {slug, id: 'a', after: null}

interface Link<Type extends string> {
  _id: string
  _type: Type
  name: string
  slug: string | null
}
type ActorLink = Link<'organisation'> | Link<'person'> | Link<'unit'>
type EntityLink = ActorLink | Link<'place'>
interface Value extends Omit<MeasuredValue, '_type' | keyof Numbers>, Numbers {}
interface Numbers {
  value: number | null
  unit: string | null
  min: number | null
  max: number | null
  numerator: number | null
  denominator: number | null
}

describe('client.fetch, without a generic argument', () => {
  it('knows what each shipped query yields', async () => {
    expectTypeOf(
      await client.fetch(articleBySlugQuery, params),
    ).toEqualTypeOf<ArticleBySlugQueryResult>()
    expectTypeOf(
      await client.fetch(correctionsQuery, params),
    ).toEqualTypeOf<CorrectionsQueryResult>()
    expectTypeOf(await client.fetch(feedQuery, params)).toEqualTypeOf<FeedQueryResult>()
    expectTypeOf(
      await client.fetch(goneAddressQuery, params),
    ).toEqualTypeOf<GoneAddressQueryResult>()
    expectTypeOf(await client.fetch(indexQuery, params)).toEqualTypeOf<IndexQueryResult>()
    expectTypeOf(
      await client.fetch(organisationBySlugQuery, params),
    ).toEqualTypeOf<OrganisationBySlugQueryResult>()
    expectTypeOf(
      await client.fetch(pagesShowingQuery, params),
    ).toEqualTypeOf<PagesShowingQueryResult>()
    expectTypeOf(
      await client.fetch(personBySlugQuery, params),
    ).toEqualTypeOf<PersonBySlugQueryResult>()
    expectTypeOf(
      await client.fetch(placeBySlugQuery, params),
    ).toEqualTypeOf<PlaceBySlugQueryResult>()
    expectTypeOf(await client.fetch(pollBySlugQuery, params)).toEqualTypeOf<PollBySlugQueryResult>()
    expectTypeOf(await client.fetch(pollsQuery, params)).toEqualTypeOf<PollsQueryResult>()
    expectTypeOf(await client.fetch(quotationsQuery, params)).toEqualTypeOf<QuotationsQueryResult>()
    expectTypeOf(
      await client.fetch(relatedStoriesQuery, params),
    ).toEqualTypeOf<RelatedStoriesQueryResult>()
    expectTypeOf(await client.fetch(searchQuery, params)).toEqualTypeOf<SearchQueryResult>()
    expectTypeOf(await client.fetch(sitemapQuery, params)).toEqualTypeOf<SitemapQueryResult>()
    expectTypeOf(await client.fetch(slugsQuery, params)).toEqualTypeOf<SlugsQueryResult>()
    expectTypeOf(await client.fetch(storiesQuery, params)).toEqualTypeOf<StoriesQueryResult>()
    expectTypeOf(
      await client.fetch(storiesByEntityQuery, params),
    ).toEqualTypeOf<StoriesByEntityQueryResult>()
    expectTypeOf(await client.fetch(storyGraphQuery, params)).toEqualTypeOf<StoryGraphQueryResult>()
    expectTypeOf(await client.fetch(unitBySlugQuery, params)).toEqualTypeOf<UnitBySlugQueryResult>()
  })

  it('knows a story down to the words of a quotation', async () => {
    const story = await client.fetch(articleBySlugQuery, {slug, language: null})
    expectTypeOf(story).extract<null>().toEqualTypeOf<null>()
    if (!story) return
    expectTypeOf(story.title).toEqualTypeOf<string>()
    expectTypeOf(story.publishedAt).toEqualTypeOf<string | null>()
    expectTypeOf(story.genre).toEqualTypeOf<'news' | 'analysis' | 'opinion' | 'feature'>()
    expectTypeOf(story.mentions).toEqualTypeOf<EntityLink[]>()
    const quotation = story.quotations[0]
    if (!quotation) return
    expectTypeOf(quotation.text).toEqualTypeOf<string>()
    expectTypeOf(quotation.blockKey).toEqualTypeOf<string>()
    expectTypeOf(quotation.continues).toEqualTypeOf<boolean>()
    expectTypeOf(quotation.kind).toEqualTypeOf<'direct' | 'partial' | 'scare'>()
    expectTypeOf(quotation.speaker).toEqualTypeOf<ActorLink | null>()
    const finding = story.polls[0]?.findings[0]
    if (!finding) return
    expectTypeOf(finding.value).toEqualTypeOf<Value>()
  })

  it('tells the marks in the text apart', async () => {
    const story = await client.fetch(articleBySlugQuery, {slug, language: null})
    const [block] = story?.body ?? []
    for (const mark of block?._type === 'block' ? block.markDefs : []) {
      expectTypeOf(mark._type).toEqualTypeOf<'figure' | 'link' | 'mention' | 'quotation'>()
      if (mark._type === 'mention') expectTypeOf(mark.entity).toEqualTypeOf<EntityLink>()
      if (mark._type === 'quotation') expectTypeOf(mark.speaker).toEqualTypeOf<ActorLink | null>()
      if (mark._type === 'figure') {
        expectTypeOf(mark.value).toEqualTypeOf<Value>()
        expectTypeOf(mark.finding).extract<null>().toEqualTypeOf<null>()
      }
    }
  })

  it('reads a relation from both sides', async () => {
    const unit = await client.fetch(unitBySlugQuery, {slug})
    if (!unit) return
    const [own] = unit.relations
    const [inverse] = unit.inverseRelations
    if (own) expectTypeOf(own.to).toEqualTypeOf<EntityLink>()
    if (inverse) {
      expectTypeOf(inverse.from).toEqualTypeOf<ActorLink>()
      expectTypeOf(inverse.negated).toEqualTypeOf<boolean>()
    }
  })

  it('knows the nodes and edges of a story', async () => {
    const graph = await client.fetch(storyGraphQuery, {story: null, includeProtected: false})
    const [node] = graph.nodes
    const [relation] = graph.relations
    const [appearance] = graph.appearances
    if (node) {
      expectTypeOf(node._type).toEqualTypeOf<EntityLink['_type'] | 'article' | 'poll'>()
      expectTypeOf(node.isProtected).toEqualTypeOf<boolean>()
    }
    if (relation) {
      expectTypeOf(relation.to).toEqualTypeOf<string>()
      expectTypeOf(relation.negated).toEqualTypeOf<boolean>()
      expectTypeOf(relation.certainty).toEqualTypeOf<'inferred' | 'stated'>()
    }
    if (appearance) {
      expectTypeOf(appearance).toEqualTypeOf<{story: string; subject: string; quoted: boolean}>()
    }
  })

  it('knows nothing of a query of one’s own', async () => {
    expectTypeOf(await client.fetch('*[_type == "ferry"]')).toBeAny()
  })
})
