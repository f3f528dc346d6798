import {describe, expect, it} from 'vitest'

import {
  indexQuery,
  placeBySlugQuery,
  pollsQuery,
  searchQuery,
  sitemapQuery,
  slugsQuery,
} from '../../queries/index.ts'
import {dataset, norholm, poll, run, weather} from './dataset.ts'
import {anaLink, guardLink, heronLink, rowersRow} from './expected.ts'

const protectedToo = {includeProtected: true}
const updatedAt = weather._updatedAt

describe('indexQuery', () => {
  const guard = {
    ...guardLink,
    sortName: 'Harbour Guard',
    storyCount: 1,
    cursor: {name: 'harbour guard', id: 'unit-guard'},
  }
  const ana = {
    ...anaLink,
    sortName: 'Zell, Ana',
    disambiguation: null,
    storyCount: 1,
    cursor: {name: 'zell, ana', id: 'person-ana'},
  }
  const heron = {
    ...heronLink,
    sortName: 'Heron',
    disambiguation: null,
    storyCount: 0,
    cursor: {name: 'heron', id: 'person-heron'},
  }

  it('sorts by name, counts stories, and leaves protected people out unless asked for', () => {
    const types = ['person', 'unit']
    expect(run(indexQuery, {types})).toEqual([guard, ana])
    expect(run(indexQuery, {types, ...protectedToo})).toEqual([guard, heron, ana])
    expect(run(indexQuery, {types: ['person']})).toEqual([ana])
  })

  it('goes on behind the row a page before ended with', () => {
    expect(run(indexQuery, {types: ['person', 'unit'], after: guard.cursor})).toEqual([ana])
  })

  it('holds nothing but people, units, organisations and places', () => {
    expect(run(indexQuery, {types: ['article', 'poll']})).toEqual([])
  })
})

describe('placeBySlugQuery', () => {
  it('says who is tied to a place, and which stories name it', () => {
    const part = {...norholm, _id: 'place-quay', name: 'Quay', within: {_ref: norholm._id}}
    const page = {
      _id: 'place-norholm',
      _type: 'place',
      name: 'Norholm',
      slug: 'norholm',
      alternateNames: [],
      externalIds: [],
      kind: 'town',
      geopoint: null,
      within: null,
      contains: [{_id: 'place-quay', _type: 'place', name: 'Quay', slug: 'norholm'}],
      tiedTo: [guardLink, anaLink],
      storyCount: 1,
      stories: [rowersRow],
    }
    expect(run(placeBySlugQuery, {slug: 'norholm'}, [...dataset, part])).toEqual(page)
  })

  it('yields null for an address nobody has', () => {
    expect(run(placeBySlugQuery, {slug: 'nowhere'})).toBe(null)
  })
})

describe('pollsQuery', () => {
  const row = {
    _id: 'poll-harbour',
    title: 'Poll on the harbour',
    slug: 'poll-on-the-harbour',
    pollsterWording: 'a local paper',
    publishedOn: null,
    findingCount: 1,
    cursor: {at: '2020-01-01T00:00:00Z', id: 'poll-harbour'},
  }
  const dated = {...poll, _id: 'poll-a', publishedOn: {value: '2021-02', basis: 'stated'}}

  it('lists polls newest first, and goes on behind a row', () => {
    const first = {
      ...row,
      _id: 'poll-a',
      publishedOn: {value: '2021-02', wording: null, basis: 'stated'},
      cursor: {at: '2021-02', id: 'poll-a'},
    }
    expect(run(pollsQuery, {}, [poll, dated])).toEqual([first, row])
    expect(run(pollsQuery, {after: first.cursor}, [poll, dated])).toEqual([row])
  })
})

describe('searchQuery', () => {
  const found = (text: string, more: object = {}, documents = dataset) =>
    run(
      `${searchQuery}{"stories": stories[]._id, "entities": entities[]._id, "polls": polls[]._id}`,
      {text, ...more},
      documents,
    )

  it('finds stories by their words, entities by all their names, polls by their title', () => {
    expect(found('harbour')).toEqual({
      stories: ['article-rowers'],
      entities: ['unit-guard'],
      polls: ['poll-harbour'],
    })
    expect(found('zell')).toEqual({
      stories: ['article-rowers'],
      entities: ['person-ana'],
      polls: [],
    })
    expect(found('harb*')).toEqual(found('harbour'))
    expect(found('storm')).toEqual({stories: [], entities: [], polls: []})
  })

  it('finds a protected person only where asked to', () => {
    expect(found('heron')).toEqual({stories: ['article-rowers'], entities: [], polls: []})
    expect(found('heron', protectedToo)).toEqual({
      stories: ['article-rowers'],
      entities: ['person-heron'],
      polls: [],
    })
  })

  it('puts a story first that has the word in its headline', () => {
    const inText = {...weather, _id: 'article-a', title: 'Sun', standfirst: 'No rain.'}
    expect(found('rain', {}, [inText, weather])).toEqual({
      stories: ['article-weather', 'article-a'],
      entities: [],
      polls: [],
    })
  })
})

describe('sitemapQuery', () => {
  const row = (_id: string, slug: string) => ({_id, _type: _id.split('-')[0], slug, updatedAt})
  const rows = [
    {...row('article-rowers', 'rowers-guard-the-harbour'), language: 'en'},
    {...row('article-weather', 'rain'), language: 'en'},
    row('organisation-port', 'port-authority'),
    row('person-ana', 'ana-zell'),
    row('place-norholm', 'norholm'),
    row('poll-harbour', 'poll-on-the-harbour'),
    row('unit-guard', 'harbour-guard'),
  ]

  it('lists every address in the order of ids, those of protected people left out', () => {
    expect(run(sitemapQuery)).toEqual(rows)
    expect(run(sitemapQuery, {after: 'person-ana'})).toEqual(rows.slice(4))
  })

  it('leaves out stories that are kept from search engines', () => {
    const kept = {...weather, seo: {_type: 'storySeo', noIndex: true}}
    expect(run(sitemapQuery, {}, [kept])).toEqual([])
  })
})

describe('slugsQuery', () => {
  it('lists the addresses of one type, those that no list shows too', () => {
    expect(run(slugsQuery, {type: 'person'})).toEqual([
      {_id: 'person-ana', _type: 'person', slug: 'ana-zell'},
      {_id: 'person-heron', _type: 'person', slug: 'heron'},
    ])
    expect(run(slugsQuery, {type: 'person', after: 'person-ana'})).toEqual([
      {_id: 'person-heron', _type: 'person', slug: 'heron'},
    ])
    expect(run(slugsQuery, {type: 'article'}, [weather])).toEqual([
      {_id: 'article-weather', _type: 'article', slug: 'rain', language: 'en'},
    ])
  })

  it('keeps a story under embargo back', () => {
    const kept = {...weather, embargoUntil: '2999-01-01T00:00:00Z'}
    expect(run(slugsQuery, {type: 'article'}, [kept])).toEqual([])
  })
})
