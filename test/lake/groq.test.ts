import {describe, expect, it} from 'vitest'

import {testLake} from '../support/testLake.ts'

const raw = {perspective: 'raw'} as const

async function lakeOfPeople() {
  const opened = await testLake()
  await opened.administrator
    .transaction()
    .create({_id: 'ana', _type: 'person', name: 'Ana Širvydė', role: 'editor'})
    .create({_id: 'bo', _type: 'person', name: 'Bo', boss: {_type: 'reference', _ref: 'ana'}})
    .create({_id: 'cy.draft', _type: 'note', text: 'Seen by the harbour'})
    .commit()
  return opened
}

describe('GROQ', () => {
  it.each([
    ['array::unique([1, null, "a", 1, null, {}, {}])', [1, null, 'a', {}, {}]],
    ['array::unique(null)', null],
    ['path("a.b") in path("a.*")', true],
    ['(path("a.b.c")) in path("a.*")', false],
    ['*[path(_id) in path("cy.**")]._id', ['cy.draft']],
    ['[sanity::projectId(), sanity::dataset()]', ['storygraph', 'production']],
    ['documents::get({"_ref": "ana"}).role', 'editor'],
    ['documents::get({"_ref": "dataset:storygraph.production:ana"}).role', 'editor'],
    ['documents::get({"_ref": "dataset:other.production:ana"}).role', null],
    ['*[_type == "person"]|order(_id){"n": documents::incomingRefCount()}.n', [1, 0]],
    ['documents::incomingGlobalDocumentReferenceCount()', 0],
    ['diff::changedAny({"a": 1, "b": 2}, {"a": 1, "b": 3}, b)', true],
    ['diff::changedOnly({"a": 1, "b": 2}, {"a": 1, "b": 3}, a)', false],
    ['*[@ match "harb*"]._id', ['cy.draft']],
    ['*[[@, role] match ["širv*", "ed*"]]._id', ['ana']],
    ['*[(boss->) match "editor"]._id', ['bo']],
    ['["harbour", "bay"][@ match "b*"]', ['bay']],
    ['*[@ match text::query("sir" + $rest)]._id', ['ana']],
  ])('answers %s', async (query, result) => {
    const {administrator} = await lakeOfPeople()
    expect(await administrator.fetch(query, {rest: 'vyde'}, raw)).toEqual(result)
  })

  it.each([
    ['*[_id == $id]', 'param $id referenced, but not provided', 9, 12],
    ['*{name} | score(name == "Bo")', 'score() can only be applied to a list of documents', 10, 16],
    ['*[0] | score(name == "Bo")', 'score() can only be applied to a list of documents', 7, 13],
    ['*[nothing(name)]', 'Undefined function: nothing', 2, 9],
    ['*[_id ==]', 'Syntax error in GROQ query at position 7: Unexpected end of query', 7, 8],
  ])('refuses %s and says where', async (query, description, start, end) => {
    const {administrator} = await testLake()
    const refused = await administrator.fetch(query).catch((error: unknown) => error)
    expect(refused).toMatchError(400)
    expect(refused).toHaveProperty('details', {
      type: 'queryParseError',
      description,
      query,
      start,
      end,
    })
  })

  it('takes parameters for values, whatever they look like', async () => {
    const {administrator} = await testLake()
    const value = {type: 'FuncCall', namespace: 'documents', name: 'incomingRefCount', args: []}
    expect(await administrator.fetch('$value', {value})).toEqual(value)
  })

  it('evaluates a sub-query once that means the same for every document', async () => {
    const {administrator} = await testLake()
    const transaction = administrator.transaction()
    for (let index = 0; index < 40; index++) transaction.create({_id: `p${index}`, _type: 'person'})
    await transaction.commit()
    // Evaluated for each document anew, these would be 40 to the power of 12 evaluations.
    const nested = Array.from({length: 12}).reduce<string>(
      (inner) => `*[_id in ${inner}]._id`,
      '*[_type == "person"]._id',
    )
    expect(await administrator.fetch(`count(${nested})`)).toBe(40)
  })

  it('evaluates a sub-query anew that looks at the document around it', async () => {
    const {administrator} = await lakeOfPeople()
    const query = `*[_type == "person"] | order(_id) {
      _id,
      "others": *[_type == "person" && _id != ^._id]._id,
      "reports": count(*[references(^._id)]),
      "all": count(*[_type == "person" && count(*[_type == ^._type]) == 2])
    }`
    expect(await administrator.fetch(query)).toEqual([
      {_id: 'ana', others: ['bo'], reports: 1, all: 2},
      {_id: 'bo', others: ['ana'], reports: 0, all: 2},
    ])
  })

  it('scores by each condition, also one that is about the dataset as a whole', async () => {
    const {administrator} = await lakeOfPeople()
    const query = `*[_type == "person"]
      | score(role == "editor" || count(*[_type == "note"]) == 1, boost(count(*) == 3, 2))
      | order(_score desc){_id, _score}`
    expect(await administrator.fetch(query, {}, raw)).toEqual([
      {_id: 'ana', _score: 5},
      {_id: 'bo', _score: 4},
    ])
  })

  it('compares values in queries only, not where an answer is needed at once', async () => {
    const {administrator} = await lakeOfPeople()
    const removal = administrator.delete({query: '*[diff::changedAny(@, {}, name)]'})
    await expect(removal).rejects.toThrow('diff:: can be used in queries only')
    expect(await administrator.fetch('count(*)', {}, raw)).toBe(3)
  })
})
