import {readFileSync} from 'node:fs'

import type {SanityClient} from '@sanity/client'
import {describe, expect, it, onTestFinished} from 'vitest'

import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor, testLake, type TestLake} from '../support/testLake.ts'

describe('comments and tasks', () => {
  it('get a dataset of their own when the first is made', async () => {
    const {administrator} = await testLake()
    expect(await commentsDatasets(administrator)).toEqual([])
    expect(await setUp(administrator)).toEqual({datasetName: 'production-comments'})
    expect(await setUp(administrator)).toEqual({datasetName: 'production-comments'})
    const entry = {name: 'production-comments', aclMode: 'private'}
    expect(await commentsDatasets(administrator)).toEqual([entry])
    expect(await administrator.datasets.list()).toEqual([
      {name: 'production', aclMode: 'public'},
      entry,
    ])

    const nested = administrator.request({
      url: '/comments/production-comments/setup',
      method: 'POST',
    })
    await expect(nested).rejects.toMatchError(400)
    const nowhere = administrator.request({url: '/comments/none/setup', method: 'POST'})
    await expect(nowhere).rejects.toMatchError(404)
  })

  it('are for editors: neither the public nor a viewer reads, hears or exports any', async () => {
    const opened = await testLake({directory: temporaryDirectory()})
    const {administrator, url} = opened
    const comments = await commentsOf(opened)
    await comments.create(comment('c1', 'protected.source', 'Who is this?'))
    const viewer = await clientOf(opened, 'viewer')
    const editor = await clientOf(opened, 'editor')
    const readers = [viewer, clientFor(url)].map((client) =>
      client.withConfig({dataset: 'production-comments'}),
    )
    const heard: unknown[] = []
    const welcome = readers.map((reader) => {
      const events = reader.listen('*', {}, {events: ['welcome', 'mutation']})
      return new Promise<void>((resolve) => {
        const subscription = events.subscribe((event) =>
          event.type === 'welcome' ? resolve() : heard.push(event),
        )
        onTestFinished(() => subscription.unsubscribe())
      })
    })
    await Promise.all(welcome)
    for (const reader of readers) {
      expect(await reader.fetch('*', {}, {perspective: 'raw'})).toEqual([])
      expect(await reader.getDocument('c1')).toBe(undefined)
    }
    await expect(readers[0]?.create({_type: 'comment'})).rejects.toMatchError(403)
    await expect(readers[1]?.create({_type: 'comment'})).rejects.toMatchError(401)
    const exportUrl = '/data/export/production-comments'
    expect(`${await readers[0]?.request({url: exportUrl})}`).toBe('undefined')
    await expect(readers[1]?.request({url: exportUrl})).rejects.toMatchError(401)
    const history = '/data/history/production-comments/transactions/c1?excludeContent=true'
    expect(`${await readers[0]?.request({url: history})}`).toBe('undefined')

    expect(await commentsDatasets(viewer)).toEqual([])
    expect(await viewer.datasets.list()).toEqual([{name: 'production', aclMode: 'public'}])
    await expect(setUp(viewer)).rejects.toMatchError(403)
    await expect(commentsDatasets(clientFor(url))).rejects.toMatchError(401)
    await expect(setUp(clientFor(url))).rejects.toMatchError(401)

    const seen = editor.withConfig({dataset: 'production-comments'})
    expect(await seen.fetch('*[_type == "comment"]._id')).toEqual(['c1'])
    // Editors hear of the next one, and by then the others would have heard of it too.
    const next = new Promise((resolve) => {
      const subscription = seen.listen('*').subscribe(({documentId}) => resolve(documentId))
      onTestFinished(() => subscription.unsubscribe())
    })
    const touch = setInterval(
      () => void comments.patch('c1').set({status: 'resolved'}).commit(),
      100,
    )
    expect(await next).toBe('c1')
    clearInterval(touch)
    expect(heard).toEqual([])
    const edit = administrator.datasets.edit('production-comments', {aclMode: 'public'})
    await expect(edit).rejects.toMatchError(400)
  })

  it('go with the dataset that they are about', async () => {
    const opened = await testLake({directory: temporaryDirectory()})
    await commentsOf(opened)
    await opened.administrator.datasets.delete('production')
    expect(await opened.administrator.datasets.list()).toEqual([])
  })

  it('know who can be mentioned, and by which name', async () => {
    const opened = await testLake()
    const {administrator} = opened
    const {id} = await clientOf(opened, 'editor').then((editor) => editor.users.getById('me'))
    const groups = await administrator.fetch('*[_type == "system.group"]{members, grants}')
    const filter = '_id in path("**")'
    const write = ['read', 'history', 'update', 'create', 'editHistory', 'manage']
    expect(groups).toEqual([
      {members: ['administrator'], grants: [{filter, permissions: write}]},
      {members: [id], grants: [{filter, permissions: write}]},
      {members: [], grants: [{filter, permissions: ['read', 'history']}]},
    ])
    expect(await opened.anonymous.fetch('*[_type == "system.group"]')).toEqual([])
    const project = await administrator.request({url: '/projects/storygraph'})
    expect(project.members.map((member: {id: string}) => member.id).toSorted()).toEqual(
      [id, 'administrator'].toSorted(),
    )
    expect(await administrator.request({url: `/users/${id}`})).toEqual({
      id,
      displayName: 'an editor',
      imageUrl: null,
      familyName: null,
      givenName: null,
    })
  })
})

describe('forgetting, in comments and tasks', () => {
  it('removes what was said of somebody who is gone, or by name, with all answers', async () => {
    const directory = temporaryDirectory()
    const opened = await testLake({directory})
    const {administrator} = opened
    const comments = await commentsOf(opened)
    const name = 'Aleksandra Zimińska'
    await administrator.create({_id: 'story', _type: 'article'})
    await comments
      .transaction()
      .create(comment('about', 'person', 'Do we know her?'))
      .create({...comment('task', 'drafts.person', 'Call'), _type: 'tasks.task'})
      .create(comment('on-task', 'task', 'Done'))
      .create(comment('named', 'story', `Ask ${name}`))
      .create({...comment('answer', 'story', 'I did'), parentCommentId: 'named'})
      .create({...comment('quoting', 'story', 'Too long'), contentSnapshot: 'as it was'})
      .create(comment('other', 'elsewhere', 'Too short'))
      .commit()
    await comments.create(comment('deleted', 'elsewhere', name))
    await comments.delete('deleted')
    await administrator.request({
      url: '/data/history/production/forget',
      method: 'POST',
      body: {ids: ['person', 'story'], words: [name]},
    })
    expect(await comments.fetch('* | order(_id){_id, contentSnapshot}')).toEqual([
      {_id: 'other', contentSnapshot: null},
      {_id: 'quoting', contentSnapshot: null},
    ])
    const file = readFileSync(`${directory}/datasets/production-comments.db`)
    for (const words of ['Zimi', 'Do we know her', 'as it was'])
      expect(file.includes(words)).toBe(false)
  })
})

function comment(_id: string, about: string, message: string) {
  const document = {
    _type: 'crossDatasetReference',
    _dataset: 'production',
    _ref: about,
    _weak: true,
  }
  return {_id, _type: 'comment', message, target: {document}}
}

function commentsDatasets(client: SanityClient): Promise<unknown> {
  const url = '/projects/storygraph/datasets?datasetProfile=comments&addonFor=production'
  return client.request({url})
}

function setUp(client: SanityClient): Promise<unknown> {
  return client.request({url: '/comments/production/setup', method: 'POST'})
}

async function commentsOf({administrator}: TestLake): Promise<SanityClient> {
  await setUp(administrator)
  return administrator.withConfig({dataset: 'production-comments'})
}

async function clientOf(
  {administrator, url}: TestLake,
  roleName: 'editor' | 'viewer',
): Promise<SanityClient> {
  const {key} = await administrator.request<{key: string}>({
    url: '/projects/storygraph/tokens',
    method: 'POST',
    body: {label: `an ${roleName}`, roleName},
  })
  return clientFor(url, key)
}
