import type {SanityDocument} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import type {Store} from '../../../lake/store/store.ts'
import {answers, perspectives, storeOf} from './compareQueries.ts'

const editor = {id: 'editor', name: 'Editor', role: 'editor'} as const
const kinds = ['article', 'person', 'poll']
/** Some words stand in long runs of documents, and in none of those between. */
const textOf = (at: number): string =>
  `Under the bridge, it is said${at % 200 < 100 ? '' : ' at the harbour'}`
let store: Store

/** So many that a search goes through a sorted list and does not look at each of them. */
const documents = Array.from({length: 1_200}, (_, at): SanityDocument => {
  const day = new Date(Date.UTC(2020, 0, (at * 7) % 500)).toISOString()
  return {
    _id: `${at % 9 === 0 ? 'drafts.' : ''}d${at % 900}`,
    _type: kinds[at % kinds.length] ?? '',
    _rev: 'r',
    _createdAt: day,
    _updatedAt: day,
    title: at % 4 === 0 ? `The bridge ${at % 50}` : `Sun ${at % 50}`,
    name: `Bridgeman ${(at * 31) % 400}`,
    ...(at % 3 === 0 && {publishedAt: day}),
    body: [{_type: 'block', children: [{_type: 'span', text: textOf(at)}]}],
  }
})

beforeAll(() => {
  store = storeOf([...new Map(documents.map((one) => [one._id, one])).values()])
})
afterAll(() => store.close())

describe.each([
  '*[_type == "article" && [title, pt::text(body)] match $text] | order(publishedAt desc) [0...7]._id',
  '*[_type in ["article", "poll"] && pt::text(body) match $text] | order(coalesce(publishedAt, _createdAt) desc, _id asc) [3...9]._id',
  '*[_type in ["article", "person"] && name match $text && !(title match "bridge")] | order(lower(coalesce(sortName, name, "")) asc, _id asc) [0...5]._id',
  '*[_type == "person" && @ match $text] | order(title asc) [2]._id',
  '*[_type == "article" && pt::text(body) match $text] | order(_id desc) [30...90]._id',
  '*[_type in ["article", "poll"] && pt::text(body) match $text] | order(publishedAt desc, _id asc) [0...120]._id',
  '*[_type == "poll" && pt::text(body) match $text][0...4]._id',
  '*[_type == "article" && title match $text] | order(_id desc) [0...50]._id',
  '*[_type == "article" && [@, _id] match text::query($text)] | order(_updatedAt desc) [0...4]._id',
])('%s', (query) => {
  it.each(['bridge', 'bridge*', 'the br*', 'under bridge', 'bridge harbour', 'nowhere'])(
    'finds %s as if all documents were looked at',
    async (text) => {
      for (const perspective of perspectives) {
        const request = {query, params: {text}}
        const {planned, scanned} = await answers(store, request, perspective, editor)
        expect(planned).toEqual(scanned)
      }
    },
  )
})
