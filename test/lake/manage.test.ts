import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {describe, expect, it, onTestFinished} from 'vitest'

import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor, testLake} from '../support/testLake.ts'

describe('datasets', () => {
  it('are made, listed and deleted with their files', async () => {
    const directory = temporaryDirectory()
    const {administrator, url, lake} = await testLake({directory})
    expect(await administrator.datasets.create('staging')).toEqual({
      datasetName: 'staging',
      aclMode: 'public',
    })
    expect(await administrator.datasets.list()).toEqual([
      {name: 'production', aclMode: 'public'},
      {name: 'staging', aclMode: 'public'},
    ])
    const staging = clientFor(url, lake.token, 'staging')
    await staging.create({_id: 'a', _type: 'person'})
    expect(await administrator.fetch('*')).toEqual([])

    const file = path.join(directory, 'datasets', 'staging.db')
    expect(existsSync(file)).toBe(true)
    expect(await administrator.datasets.delete('staging')).toEqual({deleted: true})
    expect([file, `${file}-wal`, `${file}-shm`].filter(existsSync)).toEqual([])
    await expect(staging.fetch('*')).rejects.toMatchError(404)
  })

  it('that are private are empty to those without a token, streams included', async () => {
    const {administrator, anonymous} = await testLake({directory: temporaryDirectory()})
    await administrator.create({_id: 'a', _type: 'person'})
    expect(await anonymous.fetch('*[]._id')).toEqual(['a'])
    await administrator.datasets.edit('production', {aclMode: 'private'})
    expect(await anonymous.fetch('*[]._id')).toEqual([])
    expect(await anonymous.getDocument('a')).toBe(undefined)
    expect(await administrator.fetch('*[]._id')).toEqual(['a'])

    const heard: string[] = []
    const done = new Promise<void>((resolve) => {
      const subscription = anonymous.listen('*').subscribe(({documentId}) => {
        heard.push(documentId)
        resolve()
      })
      onTestFinished(() => subscription.unsubscribe())
    })
    await administrator.patch('a').set({name: 'secret'}).commit()
    await administrator.datasets.edit('production', {aclMode: 'public'})
    const touch = setInterval(() => void administrator.createOrReplace({_id: 'b', _type: 'x'}), 100)
    await done
    clearInterval(touch)
    expect(new Set(heard)).toEqual(new Set(['b']))
  })

  it('are refused when their name is taken or cannot be one, and to all but administrators', async () => {
    const {administrator, anonymous, url} = await testLake({directory: temporaryDirectory()})
    await expect(administrator.datasets.create('production')).rejects.toMatchError(409)
    const bad = {url: '/datasets/..%2Fescaped', method: 'PUT', body: {}}
    await expect(administrator.request(bad)).rejects.toMatchError(400)
    await expect(administrator.datasets.delete('none')).rejects.toMatchError(404)
    await expect(anonymous.datasets.create('mine')).rejects.toMatchError(401)
    const {key} = await administrator.request<{key: string}>({
      url: '/projects/storygraph/tokens',
      method: 'POST',
      body: {label: 'desk', roleName: 'editor'},
    })
    await expect(clientFor(url, key).datasets.create('mine')).rejects.toMatchError(403)
    expect(await clientFor(url, key).datasets.list()).toEqual([
      {name: 'production', aclMode: 'public'},
    ])
  })
})

describe('tokens', () => {
  const url = '/projects/storygraph/tokens'

  it('are shown once, allow what their role does, and are worthless once revoked', async () => {
    const directory = temporaryDirectory()
    const {administrator, url: host} = await testLake({directory})
    const made = await administrator.request<{id: string; key: string}>({
      url,
      method: 'POST',
      body: {label: 'website', roleName: 'viewer'},
    })
    const {key, ...entry} = made
    expect(entry).toEqual({
      id: expect.any(String),
      projectUserId: made.id,
      label: 'website',
      createdAt: expect.any(String),
      roles: [{name: 'viewer', title: 'viewer'}],
    })
    expect(await administrator.request({url})).toEqual([entry])
    const files = ['lake.db', 'lake.db-wal'].map((file) => path.join(directory, file))
    expect(files.filter((file) => existsSync(file) && readFileSync(file).includes(key))).toEqual([])
    const website = clientFor(host, key)
    expect(await website.users.getById('me')).toMatchObject({id: made.id, role: 'viewer'})
    await expect(website.create({_type: 'person'})).rejects.toMatchError(403)
    await expect(website.request({url})).rejects.toMatchError(403)

    await administrator.request({url: `${url}/${made.id}`, method: 'DELETE'})
    await expect(website.fetch('*')).rejects.toMatchError(401)
    const again = administrator.request({url: `${url}/${made.id}`, method: 'DELETE'})
    await expect(again).rejects.toMatchError(404)
  })

  it('of a data directory from before tokens were listed still hold', async () => {
    const directory = temporaryDirectory()
    const first = await testLake({directory})
    const {token} = first.lake
    await first.lake.close()
    const database = new DatabaseSync(path.join(directory, 'lake.db'))
    for (const column of ['id', 'label', 'created', 'revoked']) {
      database.exec(`ALTER TABLE tokens DROP COLUMN ${column}`)
    }
    for (const table of ['datasets', 'hooks', 'attempts']) database.exec(`DROP TABLE ${table}`)
    database.exec('PRAGMA user_version = 0')
    database.close()

    const {lake, administrator} = await testLake({directory})
    expect(lake.token).toBe(token)
    expect(await administrator.request({url})).toEqual([])
  })
})
