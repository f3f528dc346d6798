import {describe, expectTypeOf, it} from 'vitest'
import type {infer as Infer} from 'zod'

import type * as types from '../../sanity.types.ts'
import * as validators from '../../validators/index.ts'

// A validator that let something else through than the type says would be a lie: each must be the
// other's equal. Both ways round, for `X[] | never[]` and `X[]` are one to everybody but the checker.

type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

describe('validators and types', () => {
  it('agree on the result of each query', () => {
    expectTypeOf<
      Equal<Infer<typeof validators.articleBySlugQueryValidator>, types.ArticleBySlugQueryResult>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.correctionsQueryValidator>, types.CorrectionsQueryResult>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.feedQueryValidator>, types.FeedQueryResult>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.goneAddressQueryValidator>, types.GoneAddressQueryResult>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.indexQueryValidator>, types.IndexQueryResult>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<
        Infer<typeof validators.organisationBySlugQueryValidator>,
        types.OrganisationBySlugQueryResult
      >
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.personBySlugQueryValidator>, types.PersonBySlugQueryResult>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.placeBySlugQueryValidator>, types.PlaceBySlugQueryResult>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.pollBySlugQueryValidator>, types.PollBySlugQueryResult>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.pollsQueryValidator>, types.PollsQueryResult>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.quotationsQueryValidator>, types.QuotationsQueryResult>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.relatedStoriesQueryValidator>, types.RelatedStoriesQueryResult>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.searchQueryValidator>, types.SearchQueryResult>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.sitemapQueryValidator>, types.SitemapQueryResult>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.slugsQueryValidator>, types.SlugsQueryResult>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.storiesQueryValidator>, types.StoriesQueryResult>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<
        Infer<typeof validators.storiesByEntityQueryValidator>,
        types.StoriesByEntityQueryResult
      >
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.storyGraphQueryValidator>, types.StoryGraphQueryResult>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.unitBySlugQueryValidator>, types.UnitBySlugQueryResult>
    >().toEqualTypeOf<true>()
  })

  it('agree on each type of document', () => {
    expectTypeOf<
      Equal<Infer<typeof validators.articleValidator>, types.Article>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.personValidator>, types.Person>
    >().toEqualTypeOf<true>()
    expectTypeOf<Equal<Infer<typeof validators.unitValidator>, types.Unit>>().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.organisationValidator>, types.Organisation>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.placeValidator>, types.Place>
    >().toEqualTypeOf<true>()
    expectTypeOf<Equal<Infer<typeof validators.pollValidator>, types.Poll>>().toEqualTypeOf<true>()
  })
})
