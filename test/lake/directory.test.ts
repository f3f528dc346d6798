import {readFileSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {describe, expect, it} from 'vitest'

import {openLake, readLock} from '../../lake/index.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor, testLake} from '../support/testLake.ts'

const options = {projectId: 'storygraph', datasets: ['production']}

describe('a data directory', () => {
  it('keeps documents, tokens and datasets across a restart', async () => {
    const directory = temporaryDirectory()
    const first = openLake({...options, directory})
    const {url} = await first.listen()
    const created = await clientFor(url, first.token).create({_id: 'a', _type: 'person'})
    await first.close()

    const {administrator, lake} = await testLake({directory, datasets: []})
    expect(lake.token).toBe(first.token)
    expect(await administrator.getDocument('a')).toEqual(created)
  })

  it('is readable by its owner alone where it holds the token', async () => {
    const directory = temporaryDirectory()
    const {lake} = await testLake({directory})
    const {url} = await lake.listen()
    expect(readLock(directory)).toEqual({pid: process.pid, url})
    for (const file of ['token', 'lock.json']) {
      expect(statSync(path.join(directory, file)).mode & 0o777).toBe(0o600)
    }
    const token = readFileSync(path.join(directory, 'token'), 'utf8').trim()
    expect(readFileSync(path.join(directory, 'lake.db'), 'latin1')).not.toContain(token)
  })

  it('that another process has is refused, with the process named', async () => {
    const directory = temporaryDirectory()
    await testLake({directory})
    const {url} = readLock(directory) ?? {}
    expect(() => openLake({...options, directory})).toThrow(
      `The data directory ${directory} is in use by process ${process.pid} at ${url}: stop it, or name another directory with --data.`,
    )
  })

  it('that cannot be written is refused, and so is a file in its place', () => {
    const file = path.join(temporaryDirectory(), 'file')
    writeFileSync(file, '')
    for (const directory of [file, path.join(file, 'below')]) {
      expect(() => openLake({...options, directory})).toThrow(
        `The data directory ${directory} cannot be written`,
      )
    }
  })

  it('with a file of a newer version, or a damaged one, is refused and left as it is', async () => {
    const directory = temporaryDirectory()
    await openLake({...options, directory}).close()
    const file = path.join(directory, 'datasets', 'production.db')
    const refused = (reason: string): void => {
      const before = readFileSync(file)
      expect(() => openLake({...options, directory})).toThrow(`${file} cannot be opened: ${reason}`)
      expect(readFileSync(file)).toEqual(before)
    }
    const database = new DatabaseSync(file)
    database.exec('PRAGMA user_version = 99')
    database.close()
    refused('a newer version of storygraph wrote it (format 99, this one reads 5)')
    writeFileSync(file, 'not a database, and long enough to be taken for one'.repeat(100))
    refused('file is not a database')
  })

  it('takes no dataset whose name could leave it', () => {
    const directory = temporaryDirectory()
    expect(() => openLake({...options, directory, datasets: ['../escape']})).toThrow(
      '"../escape" cannot be a dataset\'s name',
    )
  })
})
