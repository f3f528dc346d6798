import {describe, expect, it} from 'vitest'

import {editVersion, names, RAW, release, springRelease} from '../support/release.ts'
import {testLake} from '../support/testLake.ts'

const releaseId = 'rSpring'
const FUTURE = '2100-01-01T08:00:00.000Z'

async function spring() {
  const {administrator: client, anonymous} = await testLake()
  await springRelease(client)
  return {client, anonymous}
}

describe('releases', () => {
  it('are documents that begin active', async () => {
    const {administrator: client, anonymous} = await testLake()
    const {transactionId} = await client.releases.create({releaseId, metadata: {title: 'Spring'}})
    const created = await release(client)
    expect(created).toEqual({
      _id: '_.releases.rSpring',
      _type: 'system.release',
      _rev: transactionId,
      _createdAt: created?._createdAt,
      _updatedAt: created?._createdAt,
      name: 'rSpring',
      state: 'active',
      metadata: {title: 'Spring', releaseType: 'undecided'},
    })
    await expect(client.releases.create({releaseId})).rejects.toMatchError(
      409,
      'documentAlreadyExistsError',
    )
    expect(await anonymous.fetch('releases::all()')).toEqual([])
  })

  it('can be edited as far as their metadata go', async () => {
    const {client} = await spring()
    const edit = (patch: object) => client.releases.edit({releaseId, patch})
    await edit({set: {'metadata.releaseType': 'asap'}, unset: ['metadata.title']})
    expect((await release(client))?.metadata).toEqual({releaseType: 'asap'})
    await expect(edit({set: {state: 'published'}})).rejects.toMatchError(400, 'invalidReleaseError')
    await expect(edit({set: {'metadata.releaseType': 'never'}})).rejects.toMatchError(
      400,
      'invalidReleaseError',
    )
    await expect(
      client.releases.edit({releaseId: 'rOther', patch: {set: {metadata: {}}}}),
    ).rejects.toMatchError(404, 'releaseNotFoundError')
  })

  it('publish all their versions at once and keep a list of them', async () => {
    const {client} = await spring()
    await client.createVersion({
      publishedId: 'b',
      releaseId,
      document: {_type: 'person', name: 'unheard of'},
    })
    const {transactionId} = await client.releases.publish({releaseId})
    expect(await names(client)).toEqual(['a: new', 'b: unheard of'])
    const published = await release(client)
    expect({
      state: published?.state,
      publishedAt: published?.publishedAt,
      ids: published?.finalDocumentStates?.map(({id}) => id),
    }).toEqual({
      state: 'published',
      publishedAt: published?._updatedAt,
      ids: ['versions.rSpring.a', 'versions.rSpring.b'],
    })
    const revisions = await client.fetch('*[_type == "person"]._rev', {}, RAW)
    expect(revisions).toEqual([transactionId, transactionId])
  })

  it('publish all or nothing', async () => {
    const {client} = await spring()
    const friend = {_type: 'reference', _ref: 'nobody', _weak: true, _strengthenOnPublish: {}}
    await client.createVersion({
      publishedId: 'b',
      releaseId,
      document: {_type: 'person', name: 'b', friend},
    })
    await expect(client.releases.publish({releaseId})).rejects.toMatchError(
      409,
      'documentReferenceDoesNotExistError',
    )
    expect(await names(client)).toEqual([
      'a: old',
      'versions.rSpring.a: new',
      'versions.rSpring.b: b',
    ])
  })

  it('take published documents away, whose text lives on as a draft', async () => {
    const {client} = await spring()
    await client.unpublishVersion({releaseId, publishedId: 'a'})
    expect(await client.fetch('*[_id == "a"]', {}, {perspective: [releaseId]})).toEqual([])
    await client.releases.publish({releaseId})
    expect(await names(client)).toEqual(['drafts.a: old'])
    await expect(
      client.unpublishVersion({releaseId: 'rOther', publishedId: 'a'}),
    ).rejects.toMatchError(404, 'documentNotFoundError')
  })

  it('are archived without their versions, and unarchived with them', async () => {
    const {client} = await spring()
    const before = await client.getDocument('versions.rSpring.a')
    await client.releases.archive({releaseId})
    expect(await names(client)).toEqual(['a: old'])
    expect((await release(client))?.state).toBe('archived')
    const {transactionId} = await client.releases.unarchive({releaseId})
    const after = await client.getDocument('versions.rSpring.a')
    expect(after).toEqual({...before, _rev: transactionId, _updatedAt: after?._updatedAt})
    expect(await release(client)).toEqual({
      ...(await release(client)),
      state: 'active',
      finalDocumentStates: undefined,
    })
  })

  it('do not bring back what was erased while they were archived', async () => {
    const {client} = await spring()
    await client.releases.archive({releaseId})
    await client.request({
      method: 'POST',
      url: '/data/history/production/forget',
      body: {ids: ['a'], words: []},
    })
    await client.releases.unarchive({releaseId})
    expect(await names(client)).toEqual(['a: old'])
  })

  it('are deleted when they are over', async () => {
    const {client} = await spring()
    await expect(client.releases.delete({releaseId})).rejects.toMatchError(409, 'releaseStateError')
    await client.releases.archive({releaseId})
    await client.releases.delete({releaseId})
    expect(await client.fetch('releases::all()', {}, RAW)).toEqual([])
  })

  it('are imported, and publish nothing by it', async () => {
    const {administrator: client} = await testLake()
    const action = {
      actionType: 'sanity.action.release.import',
      releaseId,
      attributes: {
        _id: '_.releases.rSpring',
        _type: 'system.release',
        state: 'scheduled',
        publishAt: '2001-01-01T00:00:00Z',
        metadata: {title: 'Spring', releaseType: 'scheduled'},
      },
      ifExists: 'fail',
    } as const
    await client.action(action)
    const imported = await release(client)
    expect([imported?.state, imported?.publishAt]).toEqual(['active', undefined])
    await expect(client.action(action)).rejects.toMatchError(409, 'documentAlreadyExistsError')
    await client.action({...action, ifExists: 'ignore'})
    const renamed = {title: 'Summer', releaseType: 'asap'}
    await client.action({
      ...action,
      attributes: {...action.attributes, metadata: renamed},
      ifExists: 'replace',
    })
    expect((await release(client))?.metadata).toEqual(renamed)
  })

  it('refuse what does not fit their state', async () => {
    const {client} = await spring()
    const wrong = (promise: Promise<unknown>) =>
      expect(promise).rejects.toMatchError(409, 'releaseStateError')
    await wrong(client.releases.unschedule({releaseId}))
    await wrong(client.releases.unarchive({releaseId}))
    await client.releases.schedule({releaseId, publishAt: FUTURE})
    await wrong(client.releases.publish({releaseId}))
    await wrong(client.releases.archive({releaseId}))
    await wrong(client.releases.delete({releaseId}))
    await client.releases.unschedule({releaseId})
    await client.releases.publish({releaseId})
    await wrong(client.releases.publish({releaseId}))
    await wrong(client.releases.schedule({releaseId, publishAt: FUTURE}))
    await wrong(client.releases.archive({releaseId}))
  })

  it('do not mix with documents in one transaction, and can be tried out', async () => {
    const {client} = await spring()
    const publish = {actionType: 'sanity.action.release.publish', releaseId} as const
    await expect(
      client.action([
        publish,
        {actionType: 'sanity.action.document.version.discard', versionId: 'versions.rSpring.a'},
      ]),
    ).rejects.toThrow('Actions on releases and on documents do not go into one transaction.')
    await client.action(publish, {dryRun: true})
    expect(await names(client)).toEqual(['a: old', 'versions.rSpring.a: new'])
  })
})

describe('versions', () => {
  it('remember what they were made from', async () => {
    const {client} = await spring()
    const {_rev, _createdAt} = (await client.getDocument('a')) ?? {}
    expect(await client.getDocument('versions.rSpring.a')).toEqual({
      ...(await client.getDocument('versions.rSpring.a')),
      _createdAt,
      _system: {base: {id: 'a', rev: _rev}},
    })
    await expect(
      client.createVersion({publishedId: 'a', baseId: 'a', releaseId, ifBaseRevisionId: 'other'}),
    ).rejects.toMatchError(409, 'documentRevisionIDDoesNotMatchError')
    await expect(
      client.createVersion({publishedId: 'a', baseId: 'a', releaseId}),
    ).rejects.toMatchError(409, 'documentAlreadyExistsError')
  })

  it('are replaced and discarded', async () => {
    const {client} = await spring()
    const document = {_type: 'person', name: 'newer'}
    await client.replaceVersion({publishedId: 'a', releaseId, document})
    expect(await names(client)).toEqual(['a: old', 'versions.rSpring.a: newer'])
    await client.discardVersion({publishedId: 'a', releaseId})
    expect(await names(client)).toEqual(['a: old'])
    await expect(
      client.replaceVersion({publishedId: 'a', releaseId, document}),
    ).rejects.toMatchError(404, 'documentNotFoundError')
  })

  it('leave nothing of the lake’s own in what is published', async () => {
    const {client, anonymous} = await spring()
    await client.releases.publish({releaseId})
    const published = await client.getDocument('a')
    expect(await anonymous.fetch('*')).toEqual([
      {
        _id: 'a',
        _originalId: 'a',
        _type: 'person',
        _rev: published?._rev,
        _createdAt: published?._createdAt,
        _updatedAt: published?._updatedAt,
        name: 'new',
      },
    ])
  })

  it('are locked while their release is scheduled', async () => {
    const {client} = await spring()
    await client.releases.schedule({releaseId, publishAt: FUTURE})
    const locked = (promise: Promise<unknown>, type = 'documentLockedError') =>
      expect(promise).rejects.toMatchError(409, type)
    await locked(editVersion(client, 'newest'))
    await locked(client.patch('versions.rSpring.a').set({name: 'newest'}).commit())
    await locked(client.delete('versions.rSpring.a'))
    await locked(client.discardVersion({publishedId: 'a', releaseId}))
    await locked(client.unpublishVersion({publishedId: 'a', releaseId}))
    await locked(client.create({_id: 'versions.rSpring.b', _type: 'person'}))
    await locked(client.patch('_.releases.rSpring').set({state: 'active'}).commit())
    await locked(client.delete('_.releases.rSpring'))
    await client.releases.unschedule({releaseId})
    await editVersion(client, 'newest')
    expect(await names(client)).toEqual(['a: old', 'versions.rSpring.a: newest'])
  })
})

describe('perspectives', () => {
  it('stack releases over drafts over what is published', async () => {
    const {client, anonymous} = await spring()
    await client.create({_id: 'drafts.a', _type: 'person', name: 'draft'})
    await client.releases.create({releaseId: 'rSummer'})
    const document = {_type: 'person', name: 'summer'}
    await client.createVersion({publishedId: 'a', releaseId: 'rSummer', document})
    const seen = (...perspective: string[]) =>
      client.fetch('*[_id == "a"]{_originalId, name}', {}, {perspective})
    expect(await seen('rSpring', 'drafts')).toEqual([
      {_originalId: 'versions.rSpring.a', name: 'new'},
    ])
    expect(await seen('rSummer', 'rSpring')).toEqual([
      {_originalId: 'versions.rSummer.a', name: 'summer'},
    ])
    expect(await seen('drafts')).toEqual([{_originalId: 'drafts.a', name: 'draft'}])
    const [hidden] = await anonymous.fetch('*[_id == "a"].name', {}, {perspective: ['rSpring']})
    expect(hidden).toBe('old')
  })

  it('find releases and versions by GROQ’s own functions', async () => {
    const {client} = await spring()
    const query = `{
      "states": releases::all(){state},
      "releases": releases::all().name,
      "active": releases::all()[state == "active"]{name},
      "versions": *[sanity::versionOf("a")]._id,
      "part": *[sanity::partOfRelease("rSpring")].name,
    }`
    expect(await client.fetch(query, {}, RAW)).toEqual({
      releases: ['rSpring'],
      states: [{state: 'active'}],
      active: [{name: 'rSpring'}],
      versions: ['a', 'versions.rSpring.a'],
      part: ['new'],
    })
    expect(await client.fetch(query, {}, {perspective: [releaseId]})).toEqual({
      releases: ['rSpring'],
      states: [{state: 'active'}],
      active: [{name: 'rSpring'}],
      versions: ['a'],
      part: ['new'],
    })
    const {result} = await client.withConfig(RAW).releases.fetchDocuments({releaseId})
    expect(result.map(({_id}) => _id)).toEqual(['versions.rSpring.a'])
  })
})
