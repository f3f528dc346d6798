import {DatabaseSync} from 'node:sqlite'
import path from 'node:path'

import type {SanityDocument} from '@sanity/client'
import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'

import {replay} from '../../lake/history/replay.ts'
import {openStore, type Store} from '../../lake/store/store.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'

const TIME = '2024-05-01T10:00:00.000Z'
const ids = ['ana', 'drafts.ana', 'story']

const words = fc.constantFrom(
  'Ünder',
  'the',
  'U.S.',
  'café',
  'bridge',
  '“No.”',
  'a.b',
  'Straße',
  '7',
)
const text = fc.array(words, {maxLength: 4}).map((some) => some.join(' '))
const reference = fc.record(
  {_ref: fc.constantFrom('ana', 'story'), _weak: fc.boolean(), _dataset: fc.constant('other')},
  {requiredKeys: ['_ref'], noNullPrototype: true},
)
const content = fc.record(
  {
    _type: fc.constantFrom('person', 'article'),
    title: text,
    rank: fc.oneof(fc.integer(), fc.boolean(), fc.constant(null)),
    slug: fc.constantFrom({current: 'a'}, {current: 'b'}),
    near: fc.array(reference, {maxLength: 2}),
    body: fc.array(
      reference.map((speaker) => ({markDefs: [{_type: 'quotation', speaker}]})),
      {maxLength: 3},
    ),
    children: fc.array(
      text.map((text) => ({_type: 'span', text})),
      {maxLength: 3},
    ),
  },
  {requiredKeys: ['_type'], noNullPrototype: true},
)
/** What is put under an id, or that what is there goes. */
const steps = fc.array(fc.record({id: fc.constantFrom(...ids), content: fc.option(content)}), {
  minLength: 1,
  maxLength: 12,
})

type Steps = typeof steps extends fc.Arbitrary<infer T> ? T : never

/** Carries steps out, each in a transaction, and returns the states of all documents after each. */
function carryOut(store: Store, given: Steps): Map<string, SanityDocument | undefined>[] {
  const states = new Map<string, SanityDocument | undefined>()
  return given.map(({id, content}, index) => {
    const before = store.get(id)
    const transactionId = `t${index}`
    const stamps = {_createdAt: TIME, _updatedAt: TIME, _rev: transactionId}
    const after = content === null ? undefined : {...content, _id: id, ...stamps}
    const mutation = content === null ? {delete: {id}} : {createOrReplace: {...content, _id: id}}
    if (before ?? after) {
      store.write(
        {
          id: transactionId,
          timestamp: TIME,
          author: 'editor',
          changes: [{documentId: id, before, after, mutations: [mutation]}],
        },
        {digest: '', response: ''},
        [],
      )
    }
    states.set(id, after)
    return new Map(states)
  })
}

/** Each word of the index, and in how many documents it is. */
function vocabularyOf(file: string): unknown[] {
  const database = new DatabaseSync(file)
  database.exec("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, 'row')")
  const rows = database.prepare('SELECT term, doc FROM temp.vocabulary ORDER BY term').all()
  database.close()
  return rows.map(({term, doc}) => `${String(term)} ${String(doc)}`)
}

describe('a store', () => {
  it('derives from changed documents what it derives from new ones', () => {
    const directory = temporaryDirectory()
    let count = 0
    const property = fc.property(steps, (given) => {
      const files = ['changed', 'new'].map((name) => path.join(directory, `${name}-${count++}.db`))
      const [changed = '', fresh = ''] = files
      const [store, other] = [openStore(changed), openStore(fresh)]
      try {
        const last = carryOut(store, given).at(-1) ?? new Map()
        expect(store.differences({repair: false})).toEqual([])
        carryOut(
          other,
          [...last].flatMap(([id, document]) => (document ? [{id, content: document}] : [])),
        )
      } finally {
        store.close()
        other.close()
      }
      expect(vocabularyOf(changed)).toEqual(vocabularyOf(fresh))
    })
    fc.assert(property, {numRuns: 40})
  })

  it('records what leads to each state that there was', () => {
    const property = fc.property(steps, (given) => {
      const store = openStore(':memory:')
      try {
        const states = carryOut(store, given)
        for (const {documentId, transactionId, after} of replay(store.changes(ids))) {
          expect(after).toEqual(states[Number(transactionId.slice(1))]?.get(documentId))
        }
      } finally {
        store.close()
      }
    })
    fc.assert(property, {numRuns: 100})
  })
})
