import {describe, expectTypeOf, it} from 'vitest'

import {createStoryClient} from '../../client/index.ts'
import {
  feedQuery,
  indexQuery,
  storiesQuery,
  type FeedQueryResult,
  type StoriesQueryResult,
} from '../../queries/index.ts'

const client = createStoryClient({projectId: 'p', dataset: 'd'})

describe('fetch', () => {
  it('knows what a query yields and what it must be given', async () => {
    const first = await client.fetch(storiesQuery, {after: null})
    expectTypeOf(first).toEqualTypeOf<StoriesQueryResult>()
    await client.fetch(storiesQuery, {after: first.at(-1)?.cursor ?? null})
    expectTypeOf(await client.fetch(feedQuery)).toEqualTypeOf<FeedQueryResult>()
  })

  it('refuses what does not fit', () => {
    const wrong = () => [
      // @ts-expect-error A page needs to know what it begins behind.
      client.fetch(storiesQuery),
      // @ts-expect-error It is no list that goes by ids.
      client.fetch(storiesQuery, {after: 'article-a'}),
      // @ts-expect-error There is no such type of entity.
      client.fetch(indexQuery, {types: ['ferry'], after: null, includeProtected: false}),
      // @ts-expect-error A query that is not shipped is for the ordinary client.
      client.fetch('*[_type == "ferry"]', {}),
    ]
    expectTypeOf(wrong).toBeFunction()
  })
})
