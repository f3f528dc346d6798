import {cpSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {describe, expect, it} from 'vitest'

import {runCommand} from '../support/command.ts'
import {startLake} from '../support/lakeProcess.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'

const FILES = path.join(import.meta.dirname, 'files')
const formats = readdirSync(FILES).filter((name) => name.startsWith('format-'))

function formatsIn(directory: string): number[] {
  return ['lake.db', 'datasets/production.db'].map((file) => {
    const database = new DatabaseSync(path.join(directory, file), {readOnly: true})
    const {user_version: format} = database.prepare('PRAGMA user_version').get() ?? {}
    database.close()
    return Number(format)
  })
}

describe.each(formats)('a data directory of %s', (format) => {
  it('is brought up to date with all that is in it', async () => {
    const directory = temporaryDirectory()
    cpSync(path.join(FILES, format), directory, {recursive: true})
    const {administrator, end} = await startLake(directory)
    const exported: string = await administrator.request({url: '/data/export/production'})
    expect(exported).toBe(readFileSync(path.join(FILES, format, 'documents.ndjson'), 'utf8'))
    const documents = exported
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(await administrator.fetch('*', {}, {perspective: 'raw'})).toEqual(documents)

    const url = '/data/history/production/transactions/story?excludeContent=true'
    const lines: string = await administrator.request({url})
    const transactions = lines.trimEnd().split('\n')
    expect(transactions.map((line) => JSON.parse(line).id)).toEqual(['first', 'second'])
    expect(await administrator.request({url: '/users/me/keyvalue/layout'})).toEqual([
      {key: 'layout', value: {columns: 3}},
    ])
    const refused = administrator.delete('ada')
    await expect(refused).rejects.toMatchError(409, 'documentHasExistingReferencesError')
    await administrator.patch('drafts.story').set({title: 'Under no bridge'}).commit()
    expect(await administrator.fetch('*[references("ada")].title')).toEqual(['Under the bridge'])
    const quoting = (list: string): string => `*["ada" in ${list}]._id`
    const lists = [
      'body[].markDefs[_type == "quotation"].speaker._ref',
      'body[].markDefs[].speaker._ref',
    ]
    const [lookedUp, lookedThrough] = lists.map((list) => administrator.fetch(quoting(list)))
    expect(await lookedUp).toEqual(await lookedThrough)
    await end('SIGTERM')

    const fresh = temporaryDirectory()
    await (await startLake(fresh)).end('SIGTERM')
    expect(formatsIn(directory)).toEqual(formatsIn(fresh))
    const {stdout} = await runCommand(['doctor', '--data', directory])
    const counted = documents.filter(({_id}) => _id !== 'protected.source')
    expect(stdout).toBe(`production: ${counted.length} document(s)\nAll is well.\n`)
  }, 60_000)
})
