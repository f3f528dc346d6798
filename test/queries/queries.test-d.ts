import type {SanityClient} from '@sanity/client'
import {describe, expectTypeOf, it} from 'vitest'

import {
  articleBySlugQuery,
  organisationBySlugQuery,
  personBySlugQuery,
  pollBySlugQuery,
  storiesQuery,
  storyGraphQuery,
  unitBySlugQuery,
  type ArticleBySlugQueryResult,
  type MeasuredValue,
  type OrganisationBySlugQueryResult,
  type PersonBySlugQueryResult,
  type PollBySlugQueryResult,
  type StoriesQueryResult,
  type StoryGraphQueryResult,
  type UnitBySlugQueryResult,
} from '../../queries/index.ts'

declare const client: SanityClient
const slug = 'a-slug'

interface Link<Type extends string, Slug = string> {
  _id: string
  _type: Type
  name: string
  slug: Slug
}
type ActorLink = Link<'organisation', string | null> | Link<'person', string | null> | Link<'unit'>
type EntityLink = ActorLink | Link<'place'>

describe('client.fetch, without a generic argument', () => {
  it('knows what each shipped query yields', async () => {
    expectTypeOf(await client.fetch(storiesQuery)).toEqualTypeOf<StoriesQueryResult>()
    expectTypeOf(
      await client.fetch(articleBySlugQuery, {slug, language: null}),
    ).toEqualTypeOf<ArticleBySlugQueryResult>()
    expectTypeOf(
      await client.fetch(personBySlugQuery, {slug}),
    ).toEqualTypeOf<PersonBySlugQueryResult>()
    expectTypeOf(await client.fetch(unitBySlugQuery, {slug})).toEqualTypeOf<UnitBySlugQueryResult>()
    expectTypeOf(
      await client.fetch(organisationBySlugQuery, {slug}),
    ).toEqualTypeOf<OrganisationBySlugQueryResult>()
    expectTypeOf(await client.fetch(pollBySlugQuery, {slug})).toEqualTypeOf<PollBySlugQueryResult>()
    expectTypeOf(
      await client.fetch(storyGraphQuery, {story: null, includeProtected: false}),
    ).toEqualTypeOf<StoryGraphQueryResult>()
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
    expectTypeOf(finding.value).toEqualTypeOf<MeasuredValue>()
  })

  it('tells the marks in the text apart', async () => {
    const story = await client.fetch(articleBySlugQuery, {slug, language: null})
    const [block] = story?.body ?? []
    for (const mark of block?._type === 'block' ? block.markDefs : []) {
      expectTypeOf(mark._type).toEqualTypeOf<'figure' | 'link' | 'mention' | 'quotation'>()
      if (mark._type === 'mention') expectTypeOf(mark.entity).toEqualTypeOf<EntityLink>()
      if (mark._type === 'quotation') expectTypeOf(mark.speaker).toEqualTypeOf<ActorLink | null>()
      if (mark._type === 'figure') {
        expectTypeOf(mark.value).toEqualTypeOf<MeasuredValue>()
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
