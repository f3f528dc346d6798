import type {SanityDocument} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import type {User} from '../../../lake/access.ts'
import type {Store} from '../../../lake/store/store.ts'
import * as queries from '../../../queries/index.ts'
import {openSeededLake} from '../../support/seededLake.ts'
import {answers, perspectives, storeOf} from './compareQueries.ts'

const editor: User = {id: 'editor', name: 'Editor', role: 'editor'}
let store: Store
let stored: SanityDocument[] = []

beforeAll(async () => {
  const {lake, administrator} = await openSeededLake()
  stored = await administrator.fetch('*', {}, {perspective: 'raw'})
  await lake.close()
  // One document in ten is being edited, one in ten has a version in a release.
  const edited = stored.flatMap((document, at): SanityDocument[] => {
    if (document._id.includes('.') || at % 5 !== 0) return []
    const layer = at % 2 === 0 ? 'drafts' : 'versions.r1'
    return [{...document, _id: `${layer}.${document._id}`, name: 'Changed', title: 'Changed'}]
  })
  store = storeOf([...stored, ...edited])
})

afterAll(() => store.close())

const PARAMETERS: Record<string, unknown> = {
  language: null,
  after: null,
  includeProtected: false,
  types: ['person', 'unit', 'organisation', 'place'],
  type: 'person',
  references: [],
  readNext: [],
  text: 'belarus*',
  story: null,
  digest: 'none',
}

const shipped = Object.entries(queries).flatMap(([name, query]) =>
  typeof query === 'string' ? [{name, query}] : [],
)

describe.each(shipped)('$name', ({query}) => {
  it('is answered as if all documents were looked at', async () => {
    const asked = new Set([...query.matchAll(/\$(\w+)/g)].map(([, name = '']) => name))
    const isByOne = ['slug', 'id', 'speaker'].some((name) => asked.has(name))
    const subjects = isByOne ? stored.filter(({slug}) => slug).slice(0, 60) : stored.slice(0, 1)
    let found = 0
    for (const [at, {_id, slug}] of subjects.entries()) {
      const slugs = slug ? [slug.current] : []
      const speaker = at === 0 ? null : _id
      const params = {...PARAMETERS, id: _id, slug: slug?.current, slugs, speaker}
      for (const perspective of perspectives) {
        for (const reader of [null, editor]) {
          const {planned, scanned} = await answers(store, {query, params}, perspective, reader)
          expect(planned).toEqual(scanned)
          if (planned !== null) found++
        }
      }
    }
    expect(found > 0).toBe(query !== queries.goneAddressQuery)
  })
})

// Shapes that Studio puts together at run time: lists, search, previews, used-in, checks.
describe.each([
  '*[_type in $types && ([@, _id] match text::query($text) || references($id)) && (_type == $type)]{_type, _id, _originalId, "orderings": [sortName, _id]} | order(lower(orderings[0]) asc,orderings[1] asc) [0...101]',
  '*[_type in $types && !(_id in path("versions.**")) && [@, _id] match text::query($text)] | score(boost(name match text::query($text), 10)) | order(_score desc) [0...51] {_type, _id, _originalId, _score}',
  '[*[_id in [$id, "drafts." + $id]][0...2]{_id, _rev, _type, name}][0...1]',
  '*[sanity::versionOf($id)]._id',
  'count(*[references($id)])',
  '*[references($id) && !(_id in [$id, "drafts." + $id])]{_id, _type} | order(_updatedAt desc) [0...100]',
  'count(*[_type == $type && slug.current == $slug && !(_id in path("drafts.**"))])',
  'releases::all()',
])('Studio’s %s', (query) => {
  it('is answered as if all documents were looked at', async () => {
    for (const {_id, slug} of stored.filter(({slug}) => slug).slice(0, 20)) {
      const slugs = slug ? [slug.current] : []
      const params = {...PARAMETERS, id: _id, slug: slug?.current, slugs}
      for (const perspective of perspectives) {
        const {planned, scanned} = await answers(store, {query, params}, perspective, editor)
        expect(planned).toEqual(scanned)
      }
    }
  })
})
