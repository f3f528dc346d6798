import {ClientError} from '@sanity/client'
import {describe, expect, it} from 'vitest'

import {testLake} from '../support/testLake.ts'

describe('mutate', () => {
  it('creates, patches and deletes, each transaction being the revision', async () => {
    const {administrator} = await testLake()
    const created = await administrator.create({
      _id: 'a',
      _type: 'person',
      name: 'Ada',
      tags: ['x'],
    })
    expect(created).toEqual({
      _id: 'a',
      _type: 'person',
      _rev: created._rev,
      _createdAt: created._createdAt,
      _updatedAt: created._createdAt,
      name: 'Ada',
      tags: ['x'],
    })
    const patched = await administrator
      .patch('a')
      .set({name: 'Grace'})
      .insert('after', 'tags[-1]', ['y'])
      .inc({visits: 1})
      .setIfMissing({note: 'n'})
      .commit()
    expect(patched).toEqual({
      ...created,
      _rev: patched._rev,
      _updatedAt: patched._updatedAt,
      name: 'Grace',
      tags: ['x', 'y'],
      note: 'n',
    })
    expect(patched._rev).not.toBe(created._rev)
    await administrator.delete('a')
    expect(await administrator.getDocument('a')).toBe(undefined)
  })

  it('is all or nothing', async () => {
    const {administrator} = await testLake()
    const transaction = administrator
      .transaction()
      .create({_id: 'a', _type: 'person'})
      .create({_id: 'a', _type: 'person'})
    await expect(transaction.commit()).rejects.toMatchError(409, 'documentAlreadyExistsError', 1)
    expect(await administrator.fetch('count(*)', {}, {perspective: 'raw'})).toBe(0)
  })

  it('refuses a patch computed from another revision', async () => {
    const {administrator} = await testLake()
    await administrator.create({_id: 'a', _type: 'person'})
    const patch = administrator.patch('a').ifRevisionId('other').set({name: 'x'})
    await expect(patch.commit()).rejects.toMatchError(409, 'documentRevisionIDDoesNotMatchError')
  })

  it('takes several patches with the same lock in one transaction', async () => {
    const {administrator} = await testLake()
    const {_rev} = await administrator.create({_id: 'a', _type: 'person'})
    const patch = (name: string) =>
      administrator
        .patch('a')
        .ifRevisionId(_rev)
        .set({[name]: 1})
    await administrator.transaction().patch(patch('one')).patch(patch('two')).commit()
    expect(await administrator.fetch('*[_id == "a"][0]{one, two}')).toEqual({one: 1, two: 1})
  })

  it('refuses strong references to nothing, and takes weak ones', async () => {
    const {administrator} = await testLake()
    const reference = {_type: 'reference', _ref: 'missing'}
    const strong = administrator.create({_id: 'a', _type: 'unit', leader: reference})
    await expect(strong).rejects.toMatchError(409, 'documentReferenceDoesNotExistError')
    await administrator.create({_id: 'a', _type: 'unit', leader: {...reference, _weak: true}})
  })

  it('refuses to delete what a strong reference needs, and names the referring document', async () => {
    const {administrator} = await testLake()
    await administrator
      .transaction()
      .create({_id: 'unit', _type: 'unit', leader: {_type: 'reference', _ref: 'person'}})
      .create({_id: 'person', _type: 'person'})
      .commit()
    const refused = await administrator.delete('person').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ClientError)
    expect(refused).toHaveProperty('details.items', [
      {
        index: 0,
        error: {
          type: 'documentHasExistingReferencesError',
          description: '"person" cannot be deleted: 1 other document(s) refer to it.',
          id: 'person',
          referencingIDs: ['unit'],
        },
      },
    ])
    await administrator.transaction().delete('unit').delete('person').commit()
  })

  it('deletes by query', async () => {
    const {administrator} = await testLake()
    for (const _id of ['a', 'b']) await administrator.create({_id, _type: 'person'})
    await administrator.delete({query: '*[_type == "person"]'})
    expect(await administrator.fetch('count(*)')).toBe(0)
  })

  it('answers a repeated transaction id without writing again', async () => {
    const {administrator} = await testLake()
    const send = () =>
      administrator.mutate([{create: {_id: 'a', _type: 'person'}}], {
        transactionId: 'once',
        returnDocuments: false,
      })
    expect(await send()).toEqual(await send())
    const other = administrator.mutate([{create: {_id: 'b', _type: 'person'}}], {
      transactionId: 'once',
    })
    await expect(other).rejects.toMatchError(409)
  })

  it('writes nothing on a dry run', async () => {
    const {administrator} = await testLake()
    await administrator.mutate([{create: {_id: 'a', _type: 'person'}}], {dryRun: true})
    expect(await administrator.getDocument('a')).toBe(undefined)
  })

  it('keeps _id and what it was asked to keep: nobody can rename a document', async () => {
    const {administrator} = await testLake()
    await administrator.create({_id: 'a', _type: 'person'})
    const renamed = administrator.patch('a').set({_id: 'b'}).commit()
    await expect(renamed).rejects.toMatchError(400, 'immutableAttributeError')
  })
})
