import type {ClientReturn, SanityClient} from '@sanity/client'
import {describe, expectTypeOf, it} from 'vitest'

import * as queries from '../../queries/index.ts'
import type * as types from '../../sanity.types.ts'
import type {QueryName} from './queryName.ts'

declare const client: SanityClient
const slug = 'a-slug'

interface Link<Type extends string> {
  _id: string
  _type: Type
  name: string
  slug: string | null
}
type ActorLink = Link<'organisation'> | Link<'person'> | Link<'unit'>
type EntityLink = ActorLink | Link<'place'>
interface Value extends Omit<types.MeasuredValue, '_type' | keyof Numbers>, Numbers {}
interface Numbers {
  value: number | null
  unit: string | null
  min: number | null
  max: number | null
  numerator: number | null
  denominator: number | null
}

describe('client.fetch, without a generic argument', () => {
  it('knows what each shipped query yields', () => {
    type Yields = {[Name in QueryName]: ClientReturn<(typeof queries)[Name]>}
    expectTypeOf<Yields>().toEqualTypeOf<{
      articleBySlugQuery: types.ArticleBySlugQueryResult
      correctionsQuery: types.CorrectionsQueryResult
      feedQuery: types.FeedQueryResult
      goneAddressQuery: types.GoneAddressQueryResult
      indexQuery: types.IndexQueryResult
      organisationBySlugQuery: types.OrganisationBySlugQueryResult
      pagesShowingQuery: types.PagesShowingQueryResult
      personBySlugQuery: types.PersonBySlugQueryResult
      placeBySlugQuery: types.PlaceBySlugQueryResult
      pollBySlugQuery: types.PollBySlugQueryResult
      pollsQuery: types.PollsQueryResult
      quotationsQuery: types.QuotationsQueryResult
      relatedStoriesQuery: types.RelatedStoriesQueryResult
      searchQuery: types.SearchQueryResult
      sitemapQuery: types.SitemapQueryResult
      slugsQuery: types.SlugsQueryResult
      storiesByEntityQuery: types.StoriesByEntityQueryResult
      storiesQuery: types.StoriesQueryResult
      storyGraphQuery: types.StoryGraphQueryResult
      unitBySlugQuery: types.UnitBySlugQueryResult
    }>()
  })

  it('has the parameters of each', () => {
    type Texts = (typeof queries)[QueryName]
    expectTypeOf<keyof queries.QueryParameters>().toEqualTypeOf<Texts>()
  })

  it('knows a story down to the words of a quotation', async () => {
    const story = await client.fetch(queries.articleBySlugQuery, {slug, language: null})
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
    const story = await client.fetch(queries.articleBySlugQuery, {slug, language: null})
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
    const unit = await client.fetch(queries.unitBySlugQuery, {slug})
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
    const graph = await client.fetch(queries.storyGraphQuery, {
      story: null,
      includeProtected: false,
    })
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
