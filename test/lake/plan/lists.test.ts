import type {SanityDocument} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {explainQuery, stepText} from '../../../lake/index.ts'
import {runQuery} from '../../../lake/query/runQuery.ts'
import type {View} from '../../../lake/query/view.ts'
import type {Lookup} from '../../../lake/store/lookup.ts'
import type {Store} from '../../../lake/store/store.ts'
import {createView} from '../../../lake/view.ts'
import {storeOf} from './compareQueries.ts'

const stamps = {_rev: 'r', _createdAt: '2020-01-01T00:00:00Z', _updatedAt: '2020-01-01T00:00:00Z'}
const speakers = 'body[].markDefs[_type == "quotation"].speaker._ref'

function story(_id: string, ...refs: unknown[]): SanityDocument {
  const markDefs = refs.map((_ref) => ({_type: 'quotation', speaker: {_ref}}))
  return {_id, _type: 'article', body: [{_type: 'block', markDefs}], ...stamps}
}

const documents = [
  story('two', 'ada', 'bo', 'ada'),
  story('one', 'ada'),
  story('none'),
  story('odd', null, 3, true, '\uE000', '\u{1F600}', ['ada'], {_ref: 'ada'}),
  story('drafts.none', 'ada'),
  {
    _id: 'mention',
    _type: 'article',
    body: [{markDefs: [{_type: 'mention', speaker: {_ref: 'ada'}}]}],
    ...stamps,
  },
  {_id: 'text', _type: 'article', body: 'ada', ...stamps},
]

let store: Store
beforeAll(() => {
  store = storeOf(documents)
})
afterAll(() => store.close())

function ask(query: string, view: View, params: Record<string, unknown> = {}): unknown {
  return runQuery({query, params}, {view, identity: 'a', projectId: 'p', dataset: 'd'}).result
}

describe('a value in an indexed list', () => {
  it.each([
    ['ada', ['one', 'two']],
    ['bo', ['two']],
    ['nobody', []],
    [3, ['odd']],
    [true, ['odd']],
    [false, []],
    ['\uE000', ['odd']],
    ['\u{1F600}', ['odd']],
    [null, ['odd']],
    [['ada'], []],
  ])('is found: %j', (value, ids) => {
    const published = createView(store, ['published'], () => true)
    const query = `*[_type == "article" && coalesce($value) in ${speakers}]._id`
    expect(ask(query, published, {value})).toEqual(ids)
  })

  it('is found in drafts', () => {
    const drafts = createView(store, ['drafts', 'published'], () => true)
    expect(ask(`*["ada" in ${speakers}]._id`, drafts)).toEqual(['none', 'one', 'two'])
  })

  it('has no order to read documents in', () => {
    const query = `*[_type == "article"] | order(${speakers}) [0...2]`
    expect(explainQuery({query, params: {}}).map(stepText)).toEqual(['type'])
  })
})

describe('what a lookup says', () => {
  const found = story('found')

  /** Takes the documents of any lookup to be this one. */
  function viewOf(isExact: boolean, asked: Lookup[] = []): View {
    return {
      all: () => [],
      find: () => undefined,
      isExact,
      select: (lookup) => {
        asked.push(lookup)
        return [found]
      },
    }
  }

  it.each([
    [`_type == "note" && "ada" in ${speakers}`, ['found']],
    [`_type == "note" && "ada" in ${speakers} && _rev == "r"`, ['found']],
    [`_type == "note" && "ada" in ${speakers} && _rev == "s"`, []],
    [`title == "x" && "ada" in ${speakers}`, []],
    [`references("ada") && title == "x"`, []],
    [`$none == null || "ada" in ${speakers}`, []],
    [`$some == null || "ada" in ${speakers}`, ['found']],
    [`title == "x" || "ada" in ${speakers}`, ['found']],
    [`title == "x" || ("ada" in ${speakers} && _rev == "s")`, []],
    [`select($some == null => _rev == "s", "ada" in ${speakers})`, ['found']],
    ['_id in path("a.**")', []],
  ])('is not asked again where it decides: %s', (condition, ids) => {
    const params = {some: 1, none: null}
    expect(ask(`*[${condition}]._id`, viewOf(true), params)).toEqual(ids)
    expect(ask(`*[${condition}]._id`, viewOf(false), params)).toEqual([])
  })

  it('stays within the types of a part and of the whole', () => {
    const asked: Lookup[] = []
    const part = '$none != null || (_type in ["a", "b"] && slug.current == "s")'
    ask(`*[_type in ["b", "c"] && (${part})]`, viewOf(true, asked), {none: null})
    expect(asked).toEqual([{by: 'value', expression: 2, values: ['s'], types: ['b']}])
  })
})
