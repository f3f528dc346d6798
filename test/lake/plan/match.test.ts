import * as fc from 'fast-check'
import {evaluateSync, parse} from 'groq-js'
import {expect, it} from 'vitest'

import {runQuery} from '../../../lake/query/runQuery.ts'
import {createView} from '../../../lake/view.ts'
import {storeOf} from './compareQueries.ts'

const letters = fc.constantFrom(...'aaaAbéßſKı.*- \u0301😀1'.split(''), '...', '. ', ' a ')
const text = fc.array(letters, {maxLength: 12}).map((pieces) => pieces.join(''))
const word = fc.array(letters, {minLength: 1, maxLength: 3}).map((pieces) => pieces.join(''))
const pattern = fc.oneof(word, fc.array(word, {maxLength: 3}))
const query = `*[_type == "note" && [title, text] match $pattern]
  | score(title match $pattern, boost([title, text] match $pattern, 2))
  | order(_score desc, _id asc) {_id, _score}`

it('matches and scores words as the evaluator does by itself', () => {
  let found = 0
  const property = fc.property(
    fc.array(fc.tuple(text, text), {minLength: 5}),
    pattern,
    (texts, pattern) => {
      const dataset = texts.map(([title, text], index) => ({
        _id: `n${index}`,
        _type: 'note',
        _createdAt: '2020-01-01T00:00:00Z',
        _updatedAt: '2020-01-01T00:00:00Z',
        _rev: '1',
        title,
        text,
      }))
      const store = storeOf(dataset)
      try {
        const view = createView(store, 'raw', () => true)
        const scope = {view, identity: 'editor', projectId: 'storygraph', dataset: 'production'}
        const params = {pattern}
        const {result} = runQuery({query, params}, scope)
        const byItself = evaluateSync(parse(query, {params}), {dataset, params}).data
        expect(result).toEqual(byItself)
        found += Array.isArray(byItself) ? byItself.length : 0
      } finally {
        store.close()
      }
    },
  )
  fc.assert(property, {numRuns: 300})
  expect(found).toBeGreaterThan(50)
})
