import {describe, expect, it} from 'vitest'

import {writeDocuments, type SeedDocument} from '../../seed/write/writeDocuments.ts'
import {testLake} from '../support/testLake.ts'

const person: SeedDocument = {_id: 'person-1', _type: 'person', name: 'Ada', summary: 'first'}
const draft = {...person, _id: 'drafts.person-1', suggested: true}
const outcome = {type: 'person', edited: [], conflicts: []}

/** A lake into which the draft was written. */
async function draftedLake() {
  const {administrator} = await testLake()
  const write = async (document: SeedDocument) =>
    (await writeDocuments(administrator, [document])).outcomes
  const names = async () =>
    administrator.fetch(
      '*[_type == "person"] | order(_id) {_id, name, summary}',
      {},
      {perspective: 'raw'},
    )
  expect(await write(draft)).toEqual([{...outcome, id: draft._id, status: 'created'}])
  return {administrator, write, names}
}

const publish = {
  actionType: 'sanity.action.document.publish' as const,
  draftId: draft._id,
  publishedId: person._id,
}

describe('writing a draft', () => {
  it('changes nothing the second time, and brings the news of fields that nobody touched', async () => {
    const {administrator, write, names} = await draftedLake()
    expect(await write(draft)).toEqual([{...outcome, id: draft._id, status: 'unchanged'}])
    await administrator.patch(draft._id).set({name: 'Countess'}).commit()
    expect(await write({...draft, summary: 'second'})).toEqual([
      {...outcome, id: draft._id, status: 'updated', edited: ['name']},
    ])
    expect(await names()).toEqual([{_id: draft._id, name: 'Countess', summary: 'second'}])
  })

  it('does not bring back what an editor deleted', async () => {
    const {administrator, write, names} = await draftedLake()
    await administrator.delete(draft._id)
    const kept = {...outcome, status: 'kept'}
    expect(await write(draft)).toEqual([{...kept, id: draft._id}])
    expect(await write(person)).toEqual([{...kept, id: person._id}])
    expect(await names()).toEqual([])
  })

  it('makes no second draft of what an editor published', async () => {
    const {administrator, write, names} = await draftedLake()
    await administrator.action(publish)
    expect(await write({...draft, summary: 'second'})).toEqual([
      {...outcome, id: draft._id, status: 'kept'},
    ])
    expect(await names()).toEqual([{_id: person._id, name: 'Ada', summary: 'first'}])
  })
})

describe('publishing what a run before left as a draft', () => {
  it('takes the place of a draft that nobody touched', async () => {
    const {write, names} = await draftedLake()
    expect(await write(person)).toEqual([{...outcome, id: person._id, status: 'created'}])
    expect(await names()).toEqual([{_id: person._id, name: 'Ada', summary: 'first'}])
    expect(await write(person)).toEqual([{...outcome, id: person._id, status: 'unchanged'}])
  })

  it('leaves an editor’s changes in the draft, and says so', async () => {
    const {administrator, write, names} = await draftedLake()
    await administrator.patch(draft._id).set({name: 'Countess'}).unset(['suggested']).commit()
    expect(await write(person)).toEqual([
      {...outcome, id: person._id, status: 'created', edited: ['name', 'suggested']},
    ])
    expect(await names()).toEqual([
      {_id: draft._id, name: 'Countess', summary: 'first'},
      {_id: person._id, name: 'Ada', summary: 'first'},
    ])
  })

  it('does not publish again what an editor took out of public sight', async () => {
    const {administrator, write, names} = await draftedLake()
    await write(person)
    await administrator.action({
      actionType: 'sanity.action.document.unpublish',
      draftId: draft._id,
      publishedId: person._id,
    })
    expect(await write(person)).toEqual([{...outcome, id: person._id, status: 'kept'}])
    expect(await names()).toEqual([{_id: draft._id, name: 'Ada', summary: 'first'}])
  })
})
