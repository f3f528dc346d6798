import {describe, expect, it} from 'vitest'

import {explainQuery, stepText} from '../../../lake/index.ts'
import * as queries from '../../../queries/index.ts'
import {startCommand} from '../../support/command.ts'
import {testLake} from '../../support/testLake.ts'

const plan = (query: string, params: Record<string, unknown> = {}): string[] =>
  explainQuery({query, params}).map(stepText)

const shipped = Object.entries(queries).flatMap(([name, query]) =>
  typeof query === 'string' ? [{name, query}] : [],
)

/** A plan is the same whatever the values are. */
function anyParameters(query: string): Record<string, unknown> {
  return Object.fromEntries([...query.matchAll(/\$(\w+)/g)].map(([, name = '']) => [name, null]))
}

const list = `
  *[_type in $__types && ([@, _id] match text::query($__query) || references($__rawQuery)) &&
    (_type == $type)]
  {_type, _id, _originalId, "orderings": [sortName, _id]}
  | order(lower(orderings[0]) asc,orderings[1] asc) [0...$__limit]`
const search = `
  *[_type in $__types && !(_id in path("versions.**")) && [@, _id] match text::query($__query)]
  | score(boost(_id in $ids, 1000), boost(title match text::query($__query), 10))
  | order(_score desc) [_score > 0] [0...$__limit] {_type, _id, _originalId}`

describe('a query', () => {
  it.each(shipped)('that is shipped looks its documents up: $name', ({query}) => {
    const steps = explainQuery({query, params: anyParameters(query)})
    expect(steps).not.toEqual([])
    expect(steps.filter(({by}) => by === 'scan')).toEqual([])
  })

  // What the structure tool, search, previews, reference inputs and dialogs of Studio 6.16 send.
  it.each([
    ['[*[_id in ["drafts.a","a"]][0...2]{_id,_rev,_type,title}][0...1]', {}, ['id']],
    ['[*[sanity::versionOf("a")]._id,*[sanity::versionOf("b")]._id]', {}, ['id', 'id']],
    ['*[sanity::versionOf($publishedId)]._id', {publishedId: 'a'}, ['id']],
    [
      '*[_type=="system.release" && _id in path("_.releases.*")]{_id} | order(_createdAt desc)',
      {},
      ['id and type'],
    ],
    ['releases::all()', {}, ['type']],
    [
      list,
      {__types: ['person'], __query: '*', __rawQuery: '', __limit: 101, type: 'person'},
      ['reference and type'],
    ],
    [
      list,
      {__types: ['person'], __query: 'ana*', __rawQuery: 'ana', __limit: 101, type: 'person'},
      ['words or reference and type'],
    ],
    [search, {__types: ['person'], __query: 'ana*', ids: [], __limit: 51}, ['words and type']],
    ['*[references($id)]{_id, _type}', {id: 'a'}, ['reference']],
    ['count(*[references($id)])', {id: 'a'}, ['reference (none)']],
    [
      '*[_type == $documentType && sha1hash == $hash][0]',
      {documentType: 'sanity.imageAsset', hash: 'a'},
      ['value and type'],
    ],
    ['*[_id in $ids]{_id, cdnAccessPolicy}', {ids: ['a']}, ['id']],
    ['*[_type == "sanity.canvas.link" && studioDocumentId in $ids]._id', {ids: ['a']}, ['type']],
    [
      '!defined(*[!(_id in [$draft, $id]) && !sanity::versionOf($id) && slug.current == $slug][0]._id)',
      {draft: 'drafts.a', id: 'a', slug: 'a'},
      ['value'],
    ],
  ])('of Studio looks its documents up: %s', (query, params, steps) => {
    expect(plan(query, params)).toEqual(steps)
  })

  it('reads no more of a sorted list than it takes, and counts without reading', () => {
    expect(plan('*[_type == "a"] | order(_updatedAt desc) [0...50]')).toEqual(['type (beginning)'])
    expect(plan('count(*[_type == "a"])')).toEqual(['type (none)'])
    expect(plan('*[_type == "a"]{"n": count(*[_type == "b" && references(^._id)])}')).toEqual([
      'type',
      'reference and type (none)',
    ])
  })

  it('looks at all documents when nothing says which', () => {
    expect(plan('*[price > 3]')).toEqual(['scan'])
    expect(plan('*[_type == "a" || price > 3]')).toEqual(['scan'])
    expect(plan('*[_id in path("**")]')).toEqual(['scan'])
    expect(plan('count(*)')).toEqual(['scan'])
  })
})

it('tells the plan in a header, if it is asked for', async () => {
  const {url, lake} = await testLake()
  const query = encodeURIComponent('*[_type == "a" && references("b")]{"all": count(*)}')
  const address = `${url}/v2025-02-19/data/query/production?query=${query}`
  const headers = {authorization: `Bearer ${lake.token}`}
  const explained = await fetch(`${address}&explain=true`, {headers})
  expect(explained.headers.get('x-query-plan')).toBe('reference and type, scan')
  const plain = await fetch(address, {headers})
  expect(plain.headers.get('x-query-plan')).toBeNull()
})

it('tells the plan of a shipped query on the command line', async () => {
  expect(await startCommand(['query', 'stories', '--explain']).finished).toEqual({
    exitCode: 0,
    stdout: 'type (beginning)\n',
    stderr: '',
  })
})

it('stops a query that takes too long', async () => {
  const {administrator} = await testLake({queryTimeLimit: 50})
  const transaction = administrator.transaction()
  for (let index = 0; index < 300; index++) transaction.create({_type: 'person', index})
  await transaction.commit()
  const numbers = Array.from({length: 20_000}, (_, index) => index)
  const slow = [
    'count(*[count(*[count(*[index > ^.^.index]) > ^.index]) > 0])',
    '*[_type == "person"] | order(count($numbers[@ > ^.index]))',
    '*[_type == "person"] | score(count($numbers[@ > ^.index]) > 1)',
  ]
  for (const query of slow) {
    const started = performance.now()
    const refused = await administrator.fetch(query, {numbers}).catch((error: unknown) => error)
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(refused).toMatchError(400)
    expect(refused).toHaveProperty('details', {
      type: 'queryEvaluationError',
      description: 'The query was stopped after 0.05 s: narrow it by type, id or reference.',
    })
  }
})
