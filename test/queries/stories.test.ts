import {describe, expect, it} from 'vitest'

import {
  correctionsQuery,
  feedQuery,
  quotationsQuery,
  relatedStoriesQuery,
  storiesByEntityQuery,
  storiesQuery,
} from '../../queries/index.ts'
import {ana, dataset, rowers, run, weather} from './dataset.ts'
import {anaLink, anasQuotations, rowersLink, rowersRow, weatherRow} from './expected.ts'

const withdrawal = {_type: 'storyWithdrawal', date: '2022-01-01', notice: 'It was not so.'}
const hidden = [
  {...weather, _id: 'article-a', withdrawal},
  {...weather, _id: 'article-b', seo: {_type: 'storySeo', noIndex: true}},
  {...weather, _id: 'article-c', embargoUntil: '2999-01-01T00:00:00Z'},
]

describe('storiesQuery', () => {
  it('goes on behind the row a page before ended with', () => {
    expect(run(storiesQuery, {after: rowersRow.cursor})).toEqual([weatherRow])
    expect(run(storiesQuery, {after: weatherRow.cursor})).toEqual([])
  })

  it('yields every story once, fifty at a time, also where all are of one moment', () => {
    const stories = Array.from({length: 120}, (_, index) => ({
      ...weather,
      _id: `article-${String(index).padStart(3, '0')}`,
    }))
    const ids = [0, 50, 100].map((from) => {
      const at = weatherRow.cursor.at
      const after = from === 0 ? null : {at, id: stories[from - 1]?._id}
      return run(`${storiesQuery}[]._id`, {after}, stories)
    })
    expect(ids.flat()).toEqual(stories.map(({_id}) => _id))
  })

  it('leaves out what was withdrawn, is under embargo, or is kept from search engines', () => {
    expect(run(storiesQuery, {}, hidden)).toEqual([])
  })
})

describe('storiesByEntityQuery', () => {
  it('lists the stories that name somebody', () => {
    expect(run(storiesByEntityQuery, {id: 'person-ana'})).toEqual([rowersRow])
    expect(run(storiesByEntityQuery, {id: 'person-ana', after: rowersRow.cursor})).toEqual([])
    expect(run(storiesByEntityQuery, {id: 'person-nobody'})).toEqual([])
  })
})

describe('relatedStoriesQuery', () => {
  it('puts first what shares most', () => {
    const near = {...weather, _id: 'article-near', about: rowers.about}
    const far = {
      ...weather,
      _id: 'article-far',
      body: [mentioning('person-ana'), mentioning('place-norholm')],
    }
    const none = {...weather, _id: 'article-none', body: [mentioning('person-nobody')]}
    const rows = run(`${relatedStoriesQuery}[]{_id, shared}`, {id: 'article-rowers'}, [
      ...dataset,
      none,
      near,
      far,
    ])
    expect(rows).toEqual([
      {_id: 'article-far', shared: 2},
      {_id: 'article-near', shared: 1},
    ])
  })

  it('is empty for a story that is not there', () => {
    expect(run(relatedStoriesQuery, {id: 'article-gone'})).toEqual([])
  })
})

describe('feedQuery', () => {
  it('gives each story with its plain text', () => {
    const added = {updatedAt: weather._updatedAt, leadImage: null, withdrawal: null}
    expect(run(feedQuery, {}, [weather])).toEqual([{...weatherRow, ...added, text: 'Rain.'}])
  })

  it('keeps a story that was withdrawn, with its notice in the place of its text', () => {
    expect(run(`${feedQuery}[]{_id, text, withdrawal}`, {}, hidden)).toEqual([
      {_id: 'article-a', text: '', withdrawal: {date: '2022-01-01', notice: 'It was not so.'}},
    ])
  })
})

describe('correctionsQuery', () => {
  const correction = (_key: string, date: string) => ({_key, date, kind: 'update', text: 'Hail.'})
  const row = (story: {_id: string; title: string; slug: string}, key: string, date: string) => ({
    ...correction(key, date),
    before: null,
    after: null,
    blockKey: null,
    cursor: {at: date, id: `${story._id}.${key}`},
    article: story,
  })
  const rain = {_id: 'article-weather', title: 'Rain', slug: 'rain'}
  const stories = [
    {...weather, corrections: [correction('a', '2020-01-01'), correction('b', '2022-01-01')]},
    {...rowers, corrections: [correction('a', '2021-01-01')]},
    {...weather, _id: 'article-a', withdrawal, corrections: [correction('a', '2023-01-01')]},
  ]

  it('lists the corrections of all stories, newest first, and goes on behind a row', () => {
    const all = [
      row(rain, 'b', '2022-01-01'),
      row(rowersLink, 'a', '2021-01-01'),
      row(rain, 'a', '2020-01-01'),
    ]
    expect(run(correctionsQuery, {}, stories)).toEqual(all)
    expect(run(correctionsQuery, {after: all[0]?.cursor}, stories)).toEqual(all.slice(1))
  })
})

describe('quotationsQuery', () => {
  const words = anasQuotations.map((quotation) => ({
    ...quotation,
    speaker: anaLink,
    article: rowersLink,
    cursor: rowersRow.cursor,
  }))

  it('yields what everybody said, or one of them', () => {
    expect(run(quotationsQuery, {speaker: null})).toEqual(words)
    expect(run(quotationsQuery, {speaker: ana._id})).toEqual(words)
    expect(run(quotationsQuery, {speaker: 'person-heron'})).toEqual([])
  })

  it('goes on behind the story a page before ended with', () => {
    expect(run(quotationsQuery, {speaker: null, after: rowersRow.cursor})).toEqual([])
  })
})

function mentioning(id: string): object {
  const entity = {_type: 'reference', _ref: id}
  return {_key: id, _type: 'block', children: [], markDefs: [{_key: 'm', _type: 'mention', entity}]}
}
