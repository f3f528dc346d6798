import {describe, expect, it} from 'vitest'

import {clientFor, testLake, type TestLake} from '../support/testLake.ts'

/** One document of each kind that access and perspectives treat differently. */
async function lakeOfEachKind(): Promise<TestLake> {
  const opened = await testLake()
  const {administrator} = opened
  const transaction = administrator.transaction()
  for (const [_id, name] of [
    ['a', 'published'],
    ['drafts.a', 'draft'],
    ['versions.spring.a', 'version'],
    ['drafts.b', 'only a draft'],
    ['desk.1', 'note'],
    ['drafts.protected.1', 'source'],
  ] as const) {
    transaction.create({_id, _type: 'person', name})
  }
  await transaction.commit()
  return opened
}

describe('perspectives', () => {
  it.each([
    ['raw', ['a', 'desk.1', 'drafts.a', 'drafts.b', 'drafts.protected.1', 'versions.spring.a']],
    ['published', ['a', 'desk.1']],
    ['drafts', ['a', 'b', 'desk.1', 'protected.1']],
    [
      ['spring', 'drafts'],
      ['a', 'b', 'desk.1', 'protected.1'],
    ],
    [['spring'], ['a', 'desk.1']],
  ] as const)('%s shows one document for each id', async (perspective, ids) => {
    const {administrator} = await lakeOfEachKind()
    const options = {perspective: typeof perspective === 'string' ? perspective : [...perspective]}
    expect(await administrator.fetch('*|order(_id)._id', {}, options)).toEqual(ids)
  })

  it('takes the first layer that has the document and keeps the id it is stored under', async () => {
    const {administrator} = await lakeOfEachKind()
    const query = '*[_id == "a"]{_id, _originalId, name}'
    expect(await administrator.fetch(query, {}, {perspective: ['spring', 'drafts']})).toEqual([
      {_id: 'a', _originalId: 'versions.spring.a', name: 'version'},
    ])
    expect(await administrator.fetch(query, {}, {perspective: 'drafts'})).toEqual([
      {_id: 'a', _originalId: 'drafts.a', name: 'draft'},
    ])
  })

  it('resolves references within the same view', async () => {
    const {administrator} = await lakeOfEachKind()
    const friend = {_type: 'reference', _ref: 'a'}
    await administrator.create({_id: 'c', _type: 'person', friend})
    const query = '*[_id == "c"][0].friend->name'
    expect(await administrator.fetch(query, {}, {perspective: 'published'})).toBe('published')
    expect(await administrator.fetch(query, {}, {perspective: 'drafts'})).toBe('draft')
  })

  it('hides what a version marks for deletion', async () => {
    const {administrator} = await lakeOfEachKind()
    await administrator
      .patch('versions.spring.a')
      .set({_system: {delete: true}})
      .commit()
    const query = '*[_id == "a"]'
    expect(await administrator.fetch(query, {}, {perspective: ['spring']})).toEqual([])
  })

  it.each([
    ['v2025-02-18', 6],
    ['v2025-02-19', 2],
    ['v1', 6],
    ['vX', 2],
  ])('%s decides the default', async (version, count) => {
    const {administrator} = await lakeOfEachKind()
    const client = administrator.withConfig({apiVersion: version.slice(1)})
    expect(await client.fetch('count(*)')).toBe(count)
  })
})

describe('access', () => {
  it('shows published documents without a dot to those without a token, whatever they ask', async () => {
    const {anonymous} = await lakeOfEachKind()
    for (const perspective of ['raw', 'published', 'drafts'] as const) {
      expect(await anonymous.fetch('*._id', {}, {perspective})).toEqual(['a'])
    }
    expect(await anonymous.fetch('count(*[references("a")])')).toBe(0)
  })

  it('tells them nothing of the others by id either', async () => {
    const {anonymous, url} = await lakeOfEachKind()
    const response = await fetch(`${url}/v1/data/doc/production/a,drafts.a,desk.1,desk.2,none`)
    const {documents, omitted} = await response.json()
    expect(documents.map(({_id}: {_id: string}) => _id)).toEqual(['a'])
    expect(omitted).toEqual([
      {id: 'drafts.a', reason: 'permission'},
      {id: 'desk.1', reason: 'permission'},
      {id: 'desk.2', reason: 'permission'},
      {id: 'none', reason: 'existence'},
    ])
    expect(await anonymous.getDocument('drafts.a')).toBe(undefined)
  })

  it('lets nobody write without a token', async () => {
    const {anonymous, administrator} = await lakeOfEachKind()
    await expect(anonymous.create({_type: 'person'})).rejects.toMatchError(401)
    await expect(anonymous.delete('a')).rejects.toMatchError(401)
    const action = anonymous.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.b',
      publishedId: 'b',
    })
    await expect(action).rejects.toMatchError(401)
    expect(await administrator.fetch('count(*)', {}, {perspective: 'raw'})).toBe(6)
  })

  it('refuses an unknown token and an unknown dataset', async () => {
    const {url, lake} = await testLake()
    await expect(clientFor(url, 'wrong').fetch('*')).rejects.toMatchError(401)
    await expect(clientFor(url, lake.token, 'nope').fetch('*')).rejects.toThrow(
      'Dataset "nope" not found for project ID "storygraph".',
    )
  })
})

describe('query', () => {
  it('takes long queries by POST', async () => {
    const {administrator} = await lakeOfEachKind()
    const ids = Array.from({length: 2000}, (_, index) => `id-${index}`)
    expect(await administrator.fetch('count(*[_id in $ids])', {ids: [...ids, 'a']})).toBe(1)
  })

  it('says where malformed GROQ goes wrong', async () => {
    const {administrator} = await testLake()
    const refused = await administrator.fetch('*[_type ==').catch((error: unknown) => error)
    expect(refused).toMatchError(400)
    expect(refused).toHaveProperty('details', {
      type: 'queryParseError',
      description: 'Syntax error in GROQ query at position 9: Unexpected end of query',
      query: '*[_type ==',
      start: 9,
      end: 10,
    })
  })

  it.each([
    ['/v1/data/query/production?query=*&$id=oops', 'The parameter $id is not JSON'],
    ['/v1/data/query/production', 'The parameter "query" is missing.'],
    ['/v1/data/query/production?query=*&perspective=raw,drafts', 'The perspective "raw" cannot'],
  ])('refuses %s with one sentence', async (path, sentence) => {
    const {url} = await testLake()
    const response = await fetch(url + path)
    expect(response.status).toBe(400)
    expect((await response.json()).message).toContain(sentence)
  })

  it.each([
    ['{"mutations": [', 'The request body is not JSON'],
    ['{"mutations": []}', 'The request is not understood: mutations'],
    ['{"mutations": [{"rename": {}}]}', 'The request is not understood: mutations.0'],
  ])('refuses the body %s and writes nothing', async (body, sentence) => {
    const {url, lake} = await testLake()
    const response = await fetch(`${url}/v1/data/mutate/production`, {
      method: 'POST',
      body,
      headers: {authorization: `Bearer ${lake.token}`},
    })
    expect(response.status).toBe(400)
    expect((await response.json()).message).toContain(sentence)
    expect(lake.count('production')).toBe(0)
  })

  it('answers 404 with a sentence for what it does not have', async () => {
    const {url} = await testLake()
    const response = await fetch(`${url}/v1/media-libraries`)
    expect(response.status).toBe(404)
    expect((await response.json()).message).toBe(
      'The embedded Content Lake has no GET /v1/media-libraries.',
    )
  })
})

describe('text::query', () => {
  it.each([
    ['kalinouski', ['1']],
    ['KALINOŬSKI regim*', ['1']],
    ['regim', []],
    ['"regiment kastus"', []],
    ['"kastus kalinouski"', ['1']],
    ['second -regiment', ['2']],
    ['battalion', ['2']],
    ['unit-1', ['1']],
    ['', []],
  ])('finds %j', async (search, ids) => {
    const {administrator} = await testLake()
    await administrator
      .transaction()
      .create({_id: '1', _type: 'unit', name: 'Kastuś Kalinoŭski Regiment', code: 'unit-1'})
      .create({_id: '2', _type: 'unit', name: 'Second', notes: [{text: 'A battalion'}]})
      .commit()
    const query = '*[[@, _id] match text::query($search)] | order(_id)._id'
    expect(await administrator.fetch(query, {search})).toEqual(ids)
  })

  it('searches one field or several, and scores by them', async () => {
    const {administrator} = await testLake()
    await administrator
      .transaction()
      .create({_id: '1', _type: 'unit', name: 'Other', aliases: ['Pahonia']})
      .create({_id: '2', _type: 'unit', name: 'Pahonia', aliases: []})
      .commit()
    const query = `*[@ match text::query($search)]
      | score(boost(name match text::query($search), 3), boost(aliases match text::query($search), 1))
      | order(_score desc){_id, _score}`
    expect(await administrator.fetch(query, {search: 'pahon*'})).toEqual([
      {_id: '2', _score: 4},
      {_id: '1', _score: 2},
    ])
  })

  it('gives a long draft its published id when it is scored', async () => {
    const {administrator} = await testLake()
    const body = Array.from({length: 100}, () => ({text: 'The bridge was out of use that day.'}))
    await administrator.create({_id: 'drafts.1', _type: 'article', title: 'Bridges', body})
    const query = '*[_type == "article"] | score(title match "bridges") {_id, _originalId, _score}'
    const options = {perspective: 'drafts' as const}
    expect(await administrator.fetch(query, {}, options)).toEqual([
      {_id: '1', _originalId: 'drafts.1', _score: 1},
    ])
  })
})
