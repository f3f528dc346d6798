import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'

import type {Lake} from '../../lake/index.ts'
import * as queries from '../../queries/index.ts'
import type {QueryParameters} from '../../queries/index.ts'
import {openSeededLake} from '../support/seededLake.ts'
import {printedText} from '../support/story.ts'
import type {QueryName} from './queryName.ts'
import {articlePage} from './seeded/article.ts'
import {SEEDED_AT, airForce, listedStory, pahonia, story, storyInShort} from './seeded/entries.ts'
import {graph} from './seeded/graph.ts'
import {index, personSlugs, sitemap} from './seeded/lists.ts'
import {belarusPage, centrePage, kremlinPage, pahoniaPage} from './seeded/pages.ts'
import {kandalakshaPage, prokopievPage} from './seeded/people.ts'
import {pollInList, pollPage} from './seeded/poll.ts'
import {spoken} from './seeded/quotations.ts'

type Case<Query extends keyof QueryParameters> = {params: QueryParameters[Query]; value: unknown}

const after = null
const includeProtected = false
const {cursor} = listedStory
const quotations = Object.values(spoken).map((said) => ({...said, article: story, cursor}))
const text = printedText.trimEnd().split('\n').slice(1).join('\n\n')
const fed = {...listedStory, updatedAt: SEEDED_AT, leadImage: null, withdrawal: null, text}

/** What each query yields for the bundled story, with the parameters that its type asks for. */
const cases: {readonly [Name in QueryName]: readonly Case<(typeof queries)[Name]>[]} = {
  articleBySlugQuery: [
    {params: {slug: story.slug, language: null}, value: articlePage},
    {params: {slug: story.slug, language: 'be'}, value: null},
  ],
  correctionsQuery: [{params: {after}, value: []}],
  feedQuery: [{params: undefined, value: [fed]}],
  goneAddressQuery: [{params: {digest: 'none'}, value: null}],
  indexQuery: [
    {params: {types: ['person', 'unit', 'organisation'], after, includeProtected}, value: index},
  ],
  organisationBySlugQuery: [
    {params: {slug: centrePage.slug}, value: centrePage},
    {params: {slug: kremlinPage.slug}, value: kremlinPage},
  ],
  pagesShowingQuery: [
    {
      params: {
        id: airForce._id,
        type: 'organisation',
        slugs: [airForce.slug],
        references: [],
        readNext: [],
      },
      value: {
        own: [{_id: airForce._id, _type: 'organisation', slug: airForce.slug}],
        others: [{_id: story._id, _type: 'article', slug: story.slug, language: 'en'}],
        isByline: false,
      },
    },
  ],
  personBySlugQuery: [
    {params: {slug: prokopievPage.slug}, value: prokopievPage},
    {params: {slug: kandalakshaPage.slug}, value: kandalakshaPage},
  ],
  placeBySlugQuery: [{params: {slug: belarusPage.slug, includeProtected}, value: belarusPage}],
  pollBySlugQuery: [{params: {slug: pollPage.slug}, value: pollPage}],
  pollsQuery: [{params: {after}, value: [pollInList]}],
  quotationsQuery: [{params: {speaker: null, after}, value: quotations}],
  relatedStoriesQuery: [{params: {id: story._id}, value: []}],
  searchQuery: [
    {
      params: {text: 'pahonia', includeProtected},
      value: {stories: [listedStory], entities: [pahonia], polls: []},
    },
  ],
  sitemapQuery: [{params: {after}, value: sitemap}],
  slugsQuery: [{params: {type: 'person', after}, value: personSlugs}],
  storiesByEntityQuery: [{params: {id: pahonia._id, after}, value: [listedStory]}],
  storiesQuery: [{params: {after}, value: [listedStory]}],
  storyGraphQuery: [{params: {story: null, includeProtected}, value: graph}],
  unitBySlugQuery: [{params: {slug: pahoniaPage.slug}, value: pahoniaPage}],
}

let lake: Lake
let administrator: SanityClient
let anonymous: SanityClient
beforeAll(async () => {
  vi.useFakeTimers({toFake: ['Date'], now: new Date(SEEDED_AT)})
  const seeded = await openSeededLake()
  lake = seeded.lake
  administrator = seeded.administrator
  anonymous = seeded.anonymous
})
afterAll(async () => {
  vi.useRealTimers()
  await lake.close()
})

const given = new Map<string, readonly {params: object | undefined; value: unknown}[]>(
  Object.entries(cases),
)
const shipped = Object.entries(queries).flatMap(([name, query]) =>
  typeof query === 'string'
    ? [{name, query, yields: (given.get(name) ?? []).map((one) => ({...one, name, query}))}]
    : [],
)

it('has an expected value for each query', () => {
  expect(shipped.filter(({yields}) => yields.length === 0)).toEqual([])
})

it.each(shipped.flatMap(({yields}) => yields))(
  '$name yields all there is of the bundled story: $params',
  async ({query, params = {}, value}) => {
    expect(await anonymous.fetch<unknown>(query, {...params})).toEqual(value)
  },
)

it.each(shipped)('$name uses the parameters of its type, and no other', ({query, yields}) => {
  const used = new Set(Array.from(query.matchAll(/\$(\w+)/g), ([, parameter]) => parameter))
  const typed = yields.flatMap(({params}) => Object.keys(params ?? {}))
  expect(used).toEqual(new Set(typed))
})

describe('the bundled story, once it is corrected, taken up again, and an address of its is gone', () => {
  const correction = {_key: 'a', date: '2026-05-05', kind: 'correction', text: 'It was dusk.'}
  const sequel = {
    _id: 'article-sequel',
    _type: 'article',
    title: 'The battalion, a year on',
    slug: {_type: 'slug', current: 'the-battalion-a-year-on'},
    language: 'en',
    about: [{_key: 'a', _type: 'reference', _ref: pahonia._id}],
  }
  const gone = {_id: 'gone-a', _type: 'goneAddress', date: '2026-05-06'}
  beforeAll(async () => {
    const digest = await queries.addressDigest('person', 'somebody')
    await administrator.create(sequel)
    await administrator.create({...gone, digest})
    await administrator
      .patch(story._id)
      .set({corrections: [correction]})
      .commit()
  })

  it('lists its correction', async () => {
    expect(await anonymous.fetch(queries.correctionsQuery, {after})).toEqual([
      {
        ...correction,
        before: null,
        after: null,
        blockKey: null,
        cursor: {at: '2026-05-05', id: `${story._id}.a`},
        article: story,
      },
    ])
  })

  it('is followed by what shares its subjects', async () => {
    expect(await anonymous.fetch(queries.relatedStoriesQuery, {id: story._id})).toEqual([
      {
        ...storyInShort,
        _id: sequel._id,
        title: sequel.title,
        slug: sequel.slug.current,
        genre: 'news',
        noBylineReason: null,
        cursor: {at: SEEDED_AT, id: sequel._id},
        shared: 1,
      },
    ])
  })

  it('says when the address was given up', async () => {
    const digest = await queries.addressDigest('person', 'somebody')
    expect(await anonymous.fetch(queries.goneAddressQuery, {digest})).toEqual({date: gone.date})
  })
})
