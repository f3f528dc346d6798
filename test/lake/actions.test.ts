import type {DeleteAction, SanityClient} from '@sanity/client'
import {describe, expect, it} from 'vitest'

import {testLake} from '../support/testLake.ts'

const publish = {
  actionType: 'sanity.action.document.publish',
  draftId: 'drafts.a',
  publishedId: 'a',
} as const
const edit = {
  actionType: 'sanity.action.document.edit',
  draftId: 'drafts.a',
  publishedId: 'a',
  patch: {set: {name: 'new'}},
} as const

function stored(client: SanityClient): Promise<unknown> {
  return client.fetch('*[_type == "person"]|order(_id){_id, name}', {}, {perspective: 'raw'})
}

describe('actions', () => {
  it('edit a published document by making its draft first', async () => {
    const {administrator} = await testLake()
    const published = await administrator.create({_id: 'a', _type: 'person', name: 'old'})
    const {transactionId} = await administrator.action(edit)
    expect(await stored(administrator)).toEqual([
      {_id: 'a', name: 'old'},
      {_id: 'drafts.a', name: 'new'},
    ])
    const draft = await administrator.getDocument('drafts.a')
    expect(draft?._createdAt).toBe(published._createdAt)
    expect(draft?._rev).toBe(transactionId)
  })

  it('keep the transaction id of the client as revision, also when nothing changes', async () => {
    const {administrator} = await testLake()
    await administrator.create({_id: 'a', _type: 'person', name: 'old'})
    const patch = {unset: ['_empty_action_guard_pseudo_field_']}
    await administrator.action({...edit, patch}, {transactionId: 'mine'})
    expect((await administrator.getDocument('drafts.a'))?._rev).toBe('mine')
  })

  it('publish a draft: it replaces the published document and is gone', async () => {
    const {administrator} = await testLake()
    await administrator.create({_id: 'a', _type: 'person', name: 'old'})
    await administrator.action(edit)
    await administrator.action(publish)
    expect(await stored(administrator)).toEqual([{_id: 'a', name: 'new'}])
  })

  it('publish strengthens the references that waited for it', async () => {
    const {administrator} = await testLake()
    const waiting = {_type: 'reference', _ref: 'b', _weak: true, _strengthenOnPublish: {type: 'x'}}
    await administrator.create({_id: 'drafts.a', _type: 'person', friend: waiting})
    await expect(administrator.action(publish)).rejects.toMatchError(
      409,
      'documentReferenceDoesNotExistError',
    )
    await administrator.create({_id: 'b', _type: 'person'})
    await administrator.action(publish)
    expect((await administrator.getDocument('a'))?.['friend']).toEqual({
      _type: 'reference',
      _ref: 'b',
    })
  })

  it('publish refuses a draft that somebody else has changed', async () => {
    const {administrator} = await testLake()
    await administrator.create({_id: 'drafts.a', _type: 'person', name: 'x'})
    await expect(
      administrator.action({...publish, ifDraftRevisionId: 'other'}),
    ).rejects.toMatchError(409, 'documentRevisionIDDoesNotMatchError')
    expect(await stored(administrator)).toEqual([{_id: 'drafts.a', name: 'x'}])
  })

  it('unpublish: the text lives on as a draft, unless others need it', async () => {
    const {administrator} = await testLake()
    await administrator.create({_id: 'a', _type: 'person', name: 'old'})
    const friend = {_type: 'reference', _ref: 'a'}
    await administrator.create({_id: 'b', _type: 'unit', friend})
    const unpublish = {...publish, actionType: 'sanity.action.document.unpublish'} as const
    await expect(administrator.action(unpublish)).rejects.toMatchError(
      409,
      'documentHasExistingReferencesError',
    )
    await administrator.delete('b')
    await administrator.action(unpublish)
    expect(await stored(administrator)).toEqual([{_id: 'drafts.a', name: 'old'}])
  })

  it('discard a draft, and complain when there is none', async () => {
    const {administrator} = await testLake()
    await administrator.create({_id: 'a', _type: 'person', name: 'old'})
    await administrator.action(edit)
    const discard = {
      actionType: 'sanity.action.document.version.discard',
      versionId: 'drafts.a',
    } as const
    await administrator.action(discard)
    expect(await stored(administrator)).toEqual([{_id: 'a', name: 'old'}])
    await expect(administrator.action(discard)).rejects.toMatchError(404, 'documentNotFoundError')
  })

  it('delete takes the listed versions along and refuses to leave one behind', async () => {
    const {administrator} = await testLake()
    await administrator.create({_id: 'a', _type: 'person', name: 'old'})
    await administrator.action(edit)
    const remove: DeleteAction = {
      actionType: 'sanity.action.document.delete',
      publishedId: 'a',
      includeDrafts: [],
    }
    await expect(administrator.action(remove)).rejects.toMatchError(409, 'documentHasVersionsError')
    await administrator.action({...remove, includeDrafts: ['drafts.a']})
    expect(await stored(administrator)).toEqual([])
  })

  it('create refuses what exists, unless told to ignore it', async () => {
    const {administrator} = await testLake()
    const create = {
      actionType: 'sanity.action.document.create',
      publishedId: 'a',
      attributes: {_id: 'drafts.a', _type: 'person', name: 'x'},
      ifExists: 'fail',
    } as const
    await administrator.action(create)
    await expect(administrator.action(create)).rejects.toMatchError(
      409,
      'documentAlreadyExistsError',
    )
    await administrator.action({...create, ifExists: 'ignore'})
    expect(await stored(administrator)).toEqual([{_id: 'drafts.a', name: 'x'}])
  })

  it('are one transaction: the second failing undoes the first', async () => {
    const {administrator} = await testLake()
    await administrator.create({_id: 'a', _type: 'person', name: 'old'})
    const missing = {...publish, draftId: 'drafts.b', publishedId: 'b'}
    await expect(administrator.action([edit, missing])).rejects.toMatchError(
      404,
      'documentNotFoundError',
      1,
    )
    expect(await stored(administrator)).toEqual([{_id: 'a', name: 'old'}])
  })
})
