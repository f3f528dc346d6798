import {describe, expect, it} from 'vitest'

import {writeDocuments} from '../../seed/write/writeDocuments.ts'
import {testLake} from '../support/testLake.ts'

const person = {_id: 'person-1', _type: 'person', name: 'Ada', summary: 'first'}
const unit = {_id: 'unit-1', _type: 'unit', leader: {_type: 'reference', _ref: 'person-1'}}
const outcome = {id: 'person-1', type: 'person', edited: [], conflicts: []}

describe('writing a seed', () => {
  it('creates what is missing, in one transaction', async () => {
    const {administrator, anonymous} = await testLake()
    const {outcomes, transactionId} = await writeDocuments(administrator, [unit, person])
    expect(outcomes.map(({id, status}) => [id, status])).toEqual([
      ['unit-1', 'created'],
      ['person-1', 'created'],
    ])
    expect(await anonymous.fetch('array::unique(*._rev)')).toEqual([transactionId])
  })

  it('changes nothing the second time', async () => {
    const {administrator} = await testLake()
    await writeDocuments(administrator, [unit, person])
    const before = await administrator.fetch('*|order(_id)', {}, {perspective: 'raw'})
    const {outcomes, transactionId} = await writeDocuments(administrator, [unit, person])
    expect(outcomes.map(({status}) => status)).toEqual(['unchanged', 'unchanged'])
    expect(transactionId).toBe(null)
    expect(await administrator.fetch('*|order(_id)', {}, {perspective: 'raw'})).toEqual(before)
  })

  it('updates what nobody touched, and removes fields that the seed gave up', async () => {
    const {administrator} = await testLake()
    await writeDocuments(administrator, [person])
    const next = {_id: 'person-1', _type: 'person', name: 'Ada L.'}
    const {outcomes} = await writeDocuments(administrator, [next])
    expect(outcomes).toEqual([{...outcome, status: 'updated'}])
    const query = '*[_id == "person-1"][0]{name, summary}'
    expect(await administrator.fetch(query)).toEqual({name: 'Ada L.', summary: null})
  })

  it('keeps what an editor changed and still brings the news of other fields', async () => {
    const {administrator} = await testLake()
    await writeDocuments(administrator, [person])
    await administrator.patch('person-1').set({name: 'Countess', note: 'own field'}).commit()
    const {outcomes} = await writeDocuments(administrator, [{...person, summary: 'second'}])
    expect(outcomes).toEqual([{...outcome, status: 'updated', edited: ['name']}])
    const query = '*[_id == "person-1"][0]{name, summary, note}'
    expect(await administrator.fetch(query)).toEqual({
      name: 'Countess',
      summary: 'second',
      note: 'own field',
    })
  })

  it('reports what changed on both sides, every time, and overwrites it only by force', async () => {
    const {administrator} = await testLake()
    await writeDocuments(administrator, [person])
    await administrator.patch('person-1').set({name: 'Countess'}).commit()
    const next = {...person, name: 'Ada L.'}
    const kept = {...outcome, status: 'kept', conflicts: ['name']}
    for (let run = 0; run < 2; run++) {
      expect((await writeDocuments(administrator, [next])).outcomes).toEqual([kept])
    }
    const forced = await writeDocuments(administrator, [next], {force: true})
    expect(forced.outcomes).toEqual([{...outcome, status: 'updated'}])
    expect(await administrator.fetch('*[_id == "person-1"][0].name')).toBe('Ada L.')
  })

  it('does not bring back what an editor deleted, by force neither', async () => {
    const {administrator} = await testLake()
    await writeDocuments(administrator, [person])
    await administrator.delete('person-1')
    const {outcomes} = await writeDocuments(administrator, [person], {force: true})
    expect(outcomes).toEqual([{...outcome, status: 'kept'}])
    expect(await administrator.getDocument('person-1')).toBe(undefined)
  })

  it('on a dry run tells the same and writes nothing', async () => {
    const {administrator, lake} = await testLake()
    const {outcomes, transactionId} = await writeDocuments(administrator, [person], {dryRun: true})
    expect(outcomes).toEqual([{...outcome, status: 'created'}])
    expect(transactionId).toBe(null)
    expect(lake.count('production')).toBe(0)
  })

  it('computes anew when an editor writes at the same moment', async () => {
    const {administrator} = await testLake()
    await writeDocuments(administrator, [person])
    // The edit lands between the reading and the writing of the first attempt.
    let edits = 0
    const busy = administrator.withConfig({
      resolveFetch: () => async (input, init) => {
        if (input.includes('/data/mutate/') && edits++ === 0) {
          await administrator.patch('person-1').set({summary: 'by an editor'}).commit()
        }
        return fetch(input, init)
      },
    })
    await writeDocuments(busy, [{...person, name: 'Ada L.'}])
    expect(edits).toBe(2)
    expect(await administrator.fetch('*[_id == "person-1"][0]{name, summary}')).toEqual({
      name: 'Ada L.',
      summary: 'by an editor',
    })
  })

  it('never writes again what was closed, by force neither', async () => {
    const {administrator} = await testLake()
    await writeDocuments(administrator, [person, unit])
    const close = (id: string, closed: string[]) =>
      administrator.patch(`seed.${id}`).set({fields: [], closed}).commit()
    await administrator.patch('person-1').set({name: 'A volunteer'}).unset(['summary']).commit()
    await close('person-1', ['*'])
    await administrator.patch('unit-1').unset(['leader']).commit()
    await close('unit-1', ['leader'])
    for (const force of [false, true]) {
      await writeDocuments(administrator, [person, {...unit, kind: 'legion'}], {force})
    }
    const query = '*[_id in ["person-1", "unit-1"]] | order(_id){name, summary, leader, kind}'
    expect(await administrator.fetch(query)).toEqual([
      {name: 'A volunteer', summary: null, leader: null, kind: null},
      {name: null, summary: null, leader: null, kind: 'legion'},
    ])
  })
})
