import {describe, expect, it} from 'vitest'

import {undoRun} from '../../seed/write/undoRun.ts'
import {writeDocuments, type SeedDocument} from '../../seed/write/writeDocuments.ts'
import {testLake} from '../support/testLake.ts'

const ada: SeedDocument = {_id: 'person-1', _type: 'person', name: 'Ada', summary: 'first'}
const unit: SeedDocument = {
  _id: 'unit-1',
  _type: 'unit',
  leader: {_type: 'reference', _ref: 'person-1'},
}
const draft: SeedDocument = {_id: 'drafts.person-2', _type: 'person', name: 'Boris'}

/** A lake, what may be written into it run by run, and all that it holds of the story. */
async function lakeWithRuns() {
  const {administrator} = await testLake()
  return {
    administrator,
    write: (run: string, ...documents: SeedDocument[]) =>
      writeDocuments(administrator, documents, {run}),
    undo: async (run: string) => (await undoRun(administrator, run))?.outcomes,
    held: async () =>
      administrator.fetch(
        '*[!(_id in path("seed.**"))] | order(_id) {_id, name, summary}',
        {},
        {perspective: 'raw'},
      ),
    memories: async () => administrator.fetch('count(*[_type == "seedMemory"])'),
  }
}

describe('taking a run back', () => {
  it('deletes what the run created, and what was remembered of it', async () => {
    const {write, undo, held, memories} = await lakeWithRuns()
    await write('one', ada, unit, draft)
    expect(await undo('one')).toEqual([
      {id: 'person-1', type: 'person', status: 'deleted'},
      {id: 'drafts.person-2', type: 'person', status: 'deleted'},
      {id: 'unit-1', type: 'unit', status: 'deleted'},
    ])
    expect(await held()).toEqual([])
    expect(await memories()).toBe(0)
    const {outcomes} = await write('two', ada)
    expect(outcomes.map(({status}) => status)).toEqual(['created'])
  })

  it('leaves what other runs wrote', async () => {
    const {write, undo, held} = await lakeWithRuns()
    await write('one', ada)
    await write('two', draft)
    await undo('two')
    expect(await held()).toEqual([{_id: 'person-1', name: 'Ada', summary: 'first'}])
  })

  it('keeps what an editor changed since, and names the fields', async () => {
    const {administrator, write, undo, held} = await lakeWithRuns()
    await write('one', ada, draft)
    await administrator.patch('person-1').set({name: 'Countess', note: 'own field'}).commit()
    expect(await undo('one')).toEqual([
      {id: 'drafts.person-2', type: 'person', status: 'deleted'},
      {
        id: 'person-1',
        type: 'person',
        status: 'kept',
        reason: 'was edited since',
        fields: ['name', 'note'],
      },
    ])
    expect(await held()).toEqual([{_id: 'person-1', name: 'Countess', summary: 'first'}])
  })

  it('keeps what something refers to that stays, and what that refers to', async () => {
    const {administrator, write, undo} = await lakeWithRuns()
    await write('one', ada, unit)
    await administrator.create({
      _id: 'article-1',
      _type: 'article',
      about: [{_key: 'a', _type: 'reference', _ref: 'unit-1'}],
    })
    expect(await undo('one')).toEqual([
      {id: 'person-1', type: 'person', status: 'kept', reason: 'is referred to by unit-1'},
      {id: 'unit-1', type: 'unit', status: 'kept', reason: 'is referred to by article-1'},
    ])
  })

  it('keeps what editors published, and brings nothing back that they deleted', async () => {
    const {administrator, write, undo, held} = await lakeWithRuns()
    await write('one', ada, draft)
    await administrator.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.person-2',
      publishedId: 'person-2',
    })
    await administrator.delete('person-1')
    expect(await undo('one')).toEqual([
      {id: 'person-1', type: '', status: 'gone', reason: 'was deleted since'},
      {id: 'person-2', type: 'person', status: 'kept', reason: 'was published since'},
    ])
    expect(await held()).toEqual([{_id: 'person-2', name: 'Boris', summary: null}])
    const {outcomes} = await write('two', ada)
    expect(outcomes.map(({status}) => status)).toEqual(['kept'])
  })

  it('restores the fields that the run changed, but for those that were edited since', async () => {
    const {administrator, write, undo, held} = await lakeWithRuns()
    await write('one', {...ada, note: 'old'})
    await write('two', {_id: 'person-1', _type: 'person', name: 'Ada L.', summary: 'second'})
    await administrator.patch('person-1').set({name: 'Countess'}).commit()
    expect(await undo('two')).toEqual([
      {id: 'person-1', type: 'person', status: 'restored', fields: ['note', 'summary']},
      {
        id: 'person-1',
        type: 'person',
        status: 'kept',
        reason: 'was edited since',
        fields: ['name'],
      },
    ])
    expect(await held()).toEqual([{_id: 'person-1', name: 'Countess', summary: 'first'}])
    expect(await administrator.fetch('*[_id == "person-1"][0].note')).toBe('old')
  })

  it('gives an editor’s words back that were overwritten by force, as the editor’s', async () => {
    const {administrator, write, held} = await lakeWithRuns()
    await write('one', ada)
    await administrator.patch('person-1').set({name: 'Countess'}).commit()
    const next = {...ada, name: 'Ada L.'}
    await writeDocuments(administrator, [next], {run: 'two', force: true})
    await undoRun(administrator, 'two')
    expect(await held()).toEqual([{_id: 'person-1', name: 'Countess', summary: 'first'}])
    const {outcomes} = await write('three', next)
    expect(outcomes.map(({conflicts}) => conflicts)).toEqual([['name']])
  })

  it('does not delete what a later run changed', async () => {
    const {write, undo, held} = await lakeWithRuns()
    await write('one', ada)
    await write('two', {...ada, summary: 'second'})
    expect(await undo('one')).toEqual([
      {
        id: 'person-1',
        type: 'person',
        status: 'kept',
        reason: 'was changed by run two since',
      },
    ])
    await undo('two')
    expect(await undo('one')).toEqual([{id: 'person-1', type: 'person', status: 'deleted'}])
    expect(await held()).toEqual([])
  })

  it('brings the draft back that a run published', async () => {
    const {write, undo, held} = await lakeWithRuns()
    await write('one', draft)
    await write('two', {...draft, _id: 'person-2', name: 'Boris M.'})
    expect(await held()).toEqual([{_id: 'person-2', name: 'Boris M.', summary: null}])
    await undo('two')
    expect(await held()).toEqual([{_id: 'drafts.person-2', name: 'Boris', summary: null}])
    const {outcomes} = await write('three', draft)
    expect(outcomes.map(({status}) => status)).toEqual(['unchanged'])
  })

  it('on a dry run tells the same and does nothing', async () => {
    const {administrator, write, held} = await lakeWithRuns()
    await write('one', ada)
    const report = await undoRun(administrator, 'one', {dryRun: true})
    expect(report).toEqual({
      run: 'one',
      dryRun: true,
      outcomes: [{id: 'person-1', type: 'person', status: 'deleted'}],
    })
    expect(await held()).toEqual([{_id: 'person-1', name: 'Ada', summary: 'first'}])
  })

  it('computes anew when an editor writes at the same moment', async () => {
    const {administrator, write, held} = await lakeWithRuns()
    await write('one', ada)
    let edits = 0
    const busy = administrator.withConfig({
      resolveFetch: () => async (input, init) => {
        if (input.includes('/data/mutate/') && edits++ === 0) {
          await administrator.patch('person-1').set({summary: 'by an editor'}).commit()
        }
        return fetch(input, init)
      },
    })
    const report = await undoRun(busy, 'one')
    expect(report?.outcomes.map(({status, fields}) => [status, fields])).toEqual([
      ['kept', ['summary']],
    ])
    expect(await held()).toEqual([{_id: 'person-1', name: 'Ada', summary: 'by an editor'}])
  })

  it('knows nothing of a run that never was', async () => {
    const {undo} = await lakeWithRuns()
    expect(await undo('never')).toBe(undefined)
  })
})
