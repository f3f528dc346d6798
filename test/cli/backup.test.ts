import {readFileSync, truncateSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {describe, expect, it} from 'vitest'

import {openLake} from '../../lake/index.ts'
import {backupsUnderLoad} from '../support/backupsUnderLoad.ts'
import {runCommand, startCommand} from '../support/command.ts'
import {halves} from '../support/pictures.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor} from '../support/testLake.ts'

/** A data directory in which a person has a picture; closed. */
async function filledDirectory(): Promise<string> {
  const directory = temporaryDirectory()
  const lake = openLake({projectId: 'storygraph', datasets: ['production'], directory})
  const {url} = await lake.listen()
  const client = clientFor(url, lake.token)
  const picture = await client.assets.upload('image', await halves().png().toBuffer())
  const asset = {_type: 'reference', _ref: picture._id}
  await client.create({_id: 'ada', _type: 'person', name: 'Ada', image: {_type: 'image', asset}})
  await client.create({
    _id: 'story',
    _type: 'article',
    lead: {_type: 'reference', _ref: 'ada'},
  })
  await lake.close()
  return directory
}

function change(directory: string, sql: string): void {
  const database = new DatabaseSync(path.join(directory, 'datasets', 'production.db'))
  database.exec(sql)
  database.close()
}

describe('storygraph backup and restore', {timeout: 120_000}, () => {
  it('save a running lake, pictures included, and put it into a new place', async () => {
    const data = await filledDirectory()
    const file = path.join(temporaryDirectory(), 'lake.backup')
    const {printed, child, finished} = startCommand(['lake', '--port', '0', '--data', data])
    const [, url = ''] = await printed(/listening on (\S+)/)
    const made = await runCommand(['backup', file, '--data', data, '--json'])
    expect(JSON.parse(made.stdout)).toEqual({file, bytes: expect.any(Number)})
    const again = await runCommand(['backup', file, '--data', data])
    expect([again.exitCode, again.stderr]).toEqual([
      1,
      `${file} exists: name another file, or replace it with --overwrite.\n`,
    ])

    const token = readFileSync(path.join(data, 'token'), 'utf8').trim()
    const client = clientFor(url, token)
    const picture = () => client.fetch<string>('*[_id == "ada"][0].image.asset->url')
    const bytes = await (await fetch(await picture())).arrayBuffer()
    await client.patch('ada').unset(['image']).commit()
    await client.delete({query: '*[_type == "sanity.imageAsset"]'})
    const restored = await runCommand(['restore', file, '--data', data])
    expect(restored.stdout).toMatch(
      /^Restored the backup of \S+:\n {2}production: 3 document\(s\)\n$/,
    )
    expect(await (await fetch(await picture())).arrayBuffer()).toEqual(bytes)
    child.kill('SIGINT')
    expect((await finished).exitCode).toBe(0)

    const fresh = temporaryDirectory()
    expect((await runCommand(['restore', file, '--data', fresh])).exitCode).toBe(0)
    const {stdout} = await runCommand(['doctor', '--data', fresh])
    expect(stdout).toBe('production: 3 document(s)\nAll is well.\n')
  })

  it('keep whole transactions of a lake that is written to, and nothing of what is erased since', async () => {
    const directory = temporaryDirectory()
    await backupsUnderLoad(directory, temporaryDirectory(), 1)
    const file = path.join(directory, 'datasets', 'production.db')
    expect(readFileSync(file, 'latin1')).not.toContain('Zimi')
  })

  it('refuse a file that is no backup', async () => {
    const file = path.join(temporaryDirectory(), 'notes.txt')
    writeFileSync(file, 'nothing of the kind')
    const {exitCode, stderr} = await runCommand(['restore', file, '--data', temporaryDirectory()])
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^The Content Lake refused \(400\): .* Nothing was changed\.\n$/)
  })
})

describe('storygraph doctor', {timeout: 120_000}, () => {
  async function examine(directory: string, ...flags: string[]) {
    const run = await runCommand(['doctor', '--data', directory, '--json', ...flags])
    return {exitCode: run.exitCode, findings: JSON.parse(run.stdout).findings}
  }
  const file = 'datasets/production.db'

  it('finds what does not follow from the documents, and writes it anew', async () => {
    const data = await filledDirectory()
    change(data, "DELETE FROM edges WHERE source = 'story'")
    change(data, "INSERT INTO edges VALUES ('ghost', 'ada', 'person', 2)")
    change(data, "UPDATE documents SET type = 'place' WHERE id = 'ada'")
    const messages = [
      'The table "documents" lacks 1 row(s) and has 1 that are wrong.',
      'The table "edges" lacks 1 row(s) and has 1 that are wrong.',
    ]
    const found = (isRepaired: boolean) => messages.map((message) => ({file, message, isRepaired}))
    expect(await examine(data)).toEqual({exitCode: 1, findings: found(false)})
    expect(await examine(data, '--repair')).toEqual({exitCode: 0, findings: found(true)})
    expect(await examine(data)).toEqual({exitCode: 0, findings: []})
  })

  it('finds references that lead nowhere and histories that lead astray', async () => {
    const data = await filledDirectory()
    change(
      data,
      "DELETE FROM edges WHERE source = 'ada'; DELETE FROM indexed WHERE document = 'ada'",
    )
    change(data, "DELETE FROM documents WHERE id = 'ada'")
    change(data, "UPDATE documents SET content = json_set(content, '$._rev', 'x'), rev = 'x'")
    const {exitCode, findings} = await examine(data, '--repair')
    expect(exitCode).toBe(1)
    expect(findings.map(({message}: {message: string}) => message)).toEqual([
      '"story" refers to "ada", which does not exist: mend it in Studio.',
      'The history of "ada" does not lead to what it is now.',
      expect.stringMatching(/^The history of "image-\w+-400x200-png" does not lead/),
      'The history of "story" does not lead to what it is now.',
    ])
  })

  it.each([
    ['cut off', (name: string) => truncateSync(name, 8192)],
    ['emptied', (name: string) => truncateSync(name, 0)],
    ['overwritten', (name: string) => writeFileSync(name, 'x'.repeat(100_000))],
    [
      'with bits turned',
      (name: string) => {
        const bytes = readFileSync(name)
        for (let at = 4096; at < bytes.length; at += 512) bytes[at] = (bytes[at] ?? 0) ^ 0xff
        writeFileSync(name, bytes)
      },
    ],
  ])('says of a file that is %s to restore a backup', async (_what, spoil) => {
    const data = await filledDirectory()
    const name = path.join(data, 'datasets', 'production.db')
    spoil(name)
    const spoilt = readFileSync(name)
    const {exitCode, findings} = await examine(data, '--repair')
    expect(exitCode).toBe(1)
    expect(findings.length).toBeGreaterThan(0)
    expect(findings[0]).toEqual({
      file,
      message: expect.stringContaining('restore a backup'),
      isRepaired: false,
    })
    expect(readFileSync(name).equals(spoilt)).toBe(true)
  })

  it('examines nothing that is in use or not there', async () => {
    const data = await filledDirectory()
    const lake = openLake({projectId: 'storygraph', datasets: ['production'], directory: data})
    const {exitCode, stderr} = await runCommand(['doctor', '--data', data])
    await lake.close()
    expect([exitCode, stderr]).toEqual([
      1,
      `The data directory ${data} is in use by process ${process.pid}: stop it, or name another directory with --data.\n`,
    ])
    const nowhere = path.join(temporaryDirectory(), 'none')
    expect((await runCommand(['doctor', '--data', nowhere])).stderr).toBe(
      `${nowhere} holds no lake: name its data directory with --data.\n`,
    )
  })
})

describe('storygraph dataset and token', {timeout: 120_000}, () => {
  it('make, list and remove', async () => {
    const data = temporaryDirectory()
    const run = async (...args: string[]) => (await runCommand([...args, '--data', data])).stdout
    expect(await run('dataset', 'create', 'staging', '--visibility', 'private')).toBe(
      'staging (private)\n',
    )
    expect(await run('dataset', 'list')).toBe('production (public)\nstaging (private)\n')
    const refused = await runCommand(['dataset', 'delete', 'staging', '--data', data])
    expect([refused.exitCode, refused.stderr]).toEqual([
      1,
      'This deletes the dataset "staging" for good: say so with --force.\n',
    ])
    expect(await run('dataset', 'delete', 'staging', '--force')).toBe('staging is deleted.\n')

    const key = (await run('token', 'create', 'website')).trim()
    expect(key).toMatch(/^sg[\da-f]{64}$/)
    const tokens = JSON.parse(await run('token', 'list', '--json'))
    const {id} = tokens[0]
    expect(tokens).toEqual([
      {id, label: 'website', role: 'viewer', createdAt: expect.stringMatching(/Z$/)},
    ])
    expect(await run('token', 'revoke', id)).toBe(`${id} is revoked.\n`)
    expect(await run('token', 'list', '--json')).toBe('[]\n')
    const wrong = await runCommand(['token', 'create', 'x', '--role', 'owner', '--data', data])
    expect([wrong.exitCode, wrong.stderr]).toEqual([
      1,
      '--role takes viewer, editor or administrator, not "owner".\n',
    ])
  })
})
