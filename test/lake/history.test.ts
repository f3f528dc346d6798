import type {SanityClient} from '@sanity/client'
import * as fc from 'fast-check'
import {applyPatch} from 'mendoza'
import {describe, expect, it} from 'vitest'

import {mendozaPatch} from '../../lake/history/mendoza.ts'
import {testLake} from '../support/testLake.ts'

const publish = {
  actionType: 'sanity.action.document.publish',
  draftId: 'drafts.a',
  publishedId: 'a',
} as const
const edit = (name: string) =>
  ({
    actionType: 'sanity.action.document.edit',
    draftId: 'drafts.a',
    publishedId: 'a',
    patch: {set: {name}},
  }) as const

interface Event {
  type: string
  timestamp: string
  author: string
  documentId: string
}

function get<T>(client: SanityClient, path: string): Promise<T> {
  return client.request({url: `/data/history/production/${path}`})
}

/** A document that was made, edited, published, edited again and unpublished. */
async function editedLake() {
  const opened = await testLake()
  const {administrator} = opened
  const {transactionId: created} = await administrator.action({
    actionType: 'sanity.action.document.create',
    publishedId: 'a',
    attributes: {_id: 'drafts.a', _type: 'person', name: 'one', tags: [{_key: 'x', text: 'ü'}]},
    ifExists: 'fail',
  })
  const {transactionId: edited} = await administrator.action(edit('two'))
  const {transactionId: published} = await administrator.action(publish)
  const {transactionId: reopened} = await administrator.action(edit('three'))
  const {transactionId: unpublished} = await administrator.action({
    ...publish,
    actionType: 'sanity.action.document.unpublish',
  })
  return {...opened, created, edited, published, reopened, unpublished}
}

describe('history', () => {
  it('gives a document as a transaction left it, and as it was last', async () => {
    const {administrator, created, edited} = await editedLake()
    const names = async (path: string) => {
      const {documents} = await get<{documents: {_rev: string; name: string}[]}>(
        administrator,
        `documents/${path}`,
      )
      return documents.map(({_rev, name}) => [_rev, name])
    }
    expect(await names(`drafts.a?revision=${created}`)).toEqual([[created, 'one']])
    expect(await names(`drafts.a?revision=${edited}`)).toEqual([[edited, 'two']])
    await administrator.delete('drafts.a')
    expect(await names('drafts.a')).toEqual([])
    const last = await names('drafts.a?lastRevision=true')
    expect(last.map(([, name]) => name)).toEqual(['three'])
    expect(await names('drafts.a?revision=nope')).toEqual([])
  })

  it('lists transactions with effects that lead from each state to the next', async () => {
    const {administrator, created, edited, published, reopened} = await editedLake()
    const range = `fromTransaction=${created}&toTransaction=${published}`
    const text = await get<string>(
      administrator,
      `transactions/a,drafts.a?excludeMutations=true&effectFormat=mendoza&${range}`,
    )
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({id, documentIDs}) => [id, documentIDs])).toEqual([
      [created, ['drafts.a']],
      [edited, ['drafts.a']],
      [published, ['a', 'drafts.a']],
    ])
    const one = applyPatch(null, lines[0].effects['drafts.a'].apply)
    const two = applyPatch(one, lines[1].effects['drafts.a'].apply)
    expect([one.name, two.name]).toEqual(['one', 'two'])
    expect(applyPatch(two, lines[1].effects['drafts.a'].revert)).toEqual(one)
    expect(lines[2].effects['drafts.a'].apply).toEqual([0, null])
    const reversed = await get<string>(administrator, 'transactions/drafts.a?reverse=true&limit=1')
    expect(JSON.parse(reversed).id).toBe(reopened)
  })

  it('tells events from the point of view of the id that was asked', async () => {
    const {administrator, created, edited, published, reopened} = await editedLake()
    const types = async (id: string) => {
      const {events} = await get<{events: Record<string, Event[]>}>(
        administrator,
        `events/documents/${id}?limit=100`,
      )
      return events[id]?.map(({timestamp, author, documentId, ...event}) => event)
    }
    expect(await types('drafts.a')).toEqual([
      {type: 'unpublishDocument', versionId: 'drafts.a', versionRevisionId: reopened},
      {type: 'createDocumentVersion', versionId: 'drafts.a', versionRevisionId: reopened},
      {
        type: 'publishDocumentVersion',
        revisionId: published,
        versionId: 'drafts.a',
        versionRevisionId: edited,
        publishCause: 'document.publish',
      },
      {type: 'createDocumentVersion', versionId: 'drafts.a', versionRevisionId: created},
    ])
    await administrator.create({_id: 'live', _type: 'person'})
    const {_rev} = await administrator.patch('live').set({name: 'x'}).commit()
    await administrator.delete('live')
    expect((await types('live'))?.map(({type}) => type)).toEqual([
      'deleteDocumentGroup',
      'updateLiveDocument',
      'createLiveDocument',
    ])
    expect((await types('live'))?.[1]).toEqual({type: 'updateLiveDocument', revisionId: _rev})
  })

  it('tells the deletion of a draft apart from its last edit', async () => {
    const {administrator} = await testLake()
    await administrator.create({_id: 'drafts.a', _type: 'person'})
    await administrator.patch('drafts.a').set({name: 'last'}).commit()
    const {transactionId} = await administrator.action({
      actionType: 'sanity.action.document.delete',
      publishedId: 'a',
      includeDrafts: ['drafts.a'],
    })
    for (const id of ['a', 'drafts.a']) {
      const {events} = await get<{events: Record<string, Event[]>}>(
        administrator,
        `events/documents/${id}?limit=1`,
      )
      expect(events[id]?.map(({timestamp, author, documentId, ...event}) => event)).toEqual([
        {
          type: 'deleteDocumentVersion',
          versionId: 'drafts.a',
          versionRevisionId: transactionId,
        },
      ])
    }
  })

  it('needs a token', async () => {
    const {anonymous} = await editedLake()
    for (const path of ['documents/a', 'transactions/a', 'events/documents/a']) {
      await expect(get(anonymous, path)).rejects.toMatchError(401)
    }
  })
})

describe('mendoza patches', () => {
  it('lead from any JSON to any other, and back', () => {
    const item = fc.record({
      _key: fc.constantFrom('a', 'b', 'c'),
      text: fc.string({unit: 'grapheme'}),
    })
    const document = fc.dictionary(
      fc.constantFrom('title', 'body', 'n', 'deep', 'ö'),
      fc.oneof(
        fc.jsonValue({maxDepth: 3}),
        fc.string({unit: 'grapheme'}),
        fc.uniqueArray(item, {selector: ({_key}) => _key}),
        fc.record({deep: fc.uniqueArray(item, {selector: ({_key}) => _key})}),
      ),
    )
    const plain = document.map((value) => JSON.parse(JSON.stringify(value)))
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        expect(applyPatch(before, mendozaPatch(before, after))).toEqual(after)
      }),
      // Names that objects inherit, found by chance once, are tried always.
      {numRuns: 500, examples: [[{deep: {deep: []}}, {deep: {toString: []}}]]},
    )
  })

  it('name only what changed', () => {
    const before = {
      a: 1,
      text: 'the old words',
      list: [
        {_key: 'x', n: 1},
        {_key: 'y', n: 2},
      ],
    }
    const after = {
      a: 1,
      text: 'the new words',
      list: [
        {_key: 'x', n: 1},
        {_key: 'y', n: 3},
      ],
    }
    // oxfmt-ignore
    expect(mendozaPatch(before, after)).toEqual([
      // list: keep the first item, open the second, set its n
      11, 1, 21, 0, 1, 12, 1, 17, 3, 'n', 16, 15,
      // text: keep both ends, put a word between them
      11, 2, 23, 0, 4, 22, 'new', 23, 7, 13, 15,
    ])
  })
})
