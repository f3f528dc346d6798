import type {SanityDocument} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import type {Transaction} from '../../lake/transaction.ts'
import {openStore, type Store} from '../../lake/store/store.ts'

const stamps = {_createdAt: '2020-01-01T00:00:00.000Z', _updatedAt: '2020-01-01T00:00:00.000Z'}
const paragraph = (text: string) => ({_type: 'block', children: [{_type: 'span', text}]})

function story(_rev: string, text: string): SanityDocument {
  const body = Array.from({length: 100}, () => paragraph(text))
  const about = [{_type: 'reference', _ref: 'ada'}]
  return {_id: 'story', body, title: 'Under the bridge', about, _type: 'article', _rev, ...stamps}
}

let store: Store

function write(before: SanityDocument | undefined, after: SanityDocument): void {
  const changes = [{documentId: 'story', before, after, mutations: []}]
  const transaction: Transaction = {
    id: after._rev,
    timestamp: after._updatedAt,
    author: 'editor',
    changes,
  }
  store.write(transaction, {digest: '', response: ''}, [])
}

beforeAll(() => {
  store = openStore(':memory:')
  write(undefined, story('first', 'It is a long way from here.'))
})
afterAll(() => store.close())

describe('a long document that was glanced at', () => {
  it('is the whole document, its attributes in their order', () => {
    const glanced = store.glance('story', false)
    expect(JSON.stringify(glanced)).toBe(
      JSON.stringify(story('first', 'It is a long way from here.')),
    )
  })

  it('stays as it was when another revision is written before its text is read', () => {
    const glanced = store.glance('story', false)
    write(store.get('story'), story('second', 'It is not so far from here after all.'))
    expect(glanced).toEqual(story('first', 'It is a long way from here.'))
    expect(store.glance('story', false)).toEqual(
      story('second', 'It is not so far from here after all.'),
    )
  })
})
