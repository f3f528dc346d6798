import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'

import {unpackTar} from 'modern-tar'
import {describe, expect, it} from 'vitest'

import {runCommand, startCommand} from '../support/command.ts'
import {halves} from '../support/pictures.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor, testLake} from '../support/testLake.ts'

/** A dataset with every kind of document and reference; returns the folder it lies in. */
async function filledDirectory(): Promise<string> {
  const directory = temporaryDirectory()
  const {administrator, lake} = await testLake({directory})
  const strong = {_type: 'reference', _ref: 'ada'}
  await administrator
    .transaction()
    .create({
      _id: 'ada',
      _type: 'person',
      name: 'Ada “Łucja” Żak',
      _createdAt: '2020-01-01T00:00:00Z',
    })
    .create({_id: 'story', _type: 'article', lead: strong, tags: [{_key: 'k1', ...strong}]})
    .create({
      _id: 'drafts.ada',
      _type: 'person',
      name: 'Ada, edited',
      friend: {...strong, _weak: true},
    })
    .create({_id: 'versions.spring.ada', _type: 'person', name: 'Ada in spring'})
    .create({_id: 'desk.n1', _type: 'desk', notes: 'call back', subject: strong})
    .create({_id: 'protected.s1', _type: 'protectedIdentity', person: strong})
    .commit()
  await administrator.patch('story').set({title: 'A story', rank: 1.5, empty: null}).commit()
  await lake.close()
  return directory
}

function exported(directory: string): Record<string, unknown>[] {
  const lines = readFileSync(path.join(directory, 'out.ndjson'), 'utf8').trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line))
}

describe('storygraph export and import', {timeout: 120_000}, () => {
  it.each(['ndjson', 'tar.gz'])('come back byte for byte by way of .%s', async (format) => {
    const from = await filledDirectory()
    const to = temporaryDirectory()
    const file = path.join(temporaryDirectory(), `all.${format}`)
    const before = path.join(temporaryDirectory(), 'before.ndjson')
    const after = path.join(temporaryDirectory(), 'after.ndjson')
    expect((await runCommand(['export', before, '--data', from])).stdout).toBe(
      `${before}: 6 document(s), 0 file(s). It is as confidential as the dataset.\n`,
    )
    expect((await runCommand(['export', file, '--data', from])).exitCode).toBe(0)
    expect((await runCommand(['import', file, '--data', to])).stdout).toBe(
      '6 document(s) imported.\n',
    )
    expect((await runCommand(['export', after, '--data', to])).exitCode).toBe(0)
    expect(readFileSync(after).equals(readFileSync(before))).toBe(true)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('bring pictures and files along, whole', async () => {
    const from = await filledDirectory()
    const {administrator, lake} = await testLake({directory: from})
    const {assets} = administrator
    const [picture, nameless, file, sound] = [
      await assets.upload('image', await halves().png().toBuffer(), {filename: 'halves.png'}),
      await assets.upload(
        'image',
        await halves()
          .jpeg()
          .withExif({IFD0: {Artist: 'A'}})
          .toBuffer(),
      ),
      await assets.upload('file', Buffer.from('a,b\n1,2\n'), {filename: 'figures.csv', title: 'T'}),
      await assets.upload('file', Buffer.from('ID3'), {contentType: 'audio/mpeg'}),
    ]
    await administrator.patch(picture._id).set({altText: 'Two halves', title: 'Halves'}).commit()
    const shown = (type: string, id: string) => ({
      _type: type,
      caption: 'kept',
      asset: {_type: 'reference', _ref: id},
    })
    const data = [file, sound].map(({_id}) => ({_key: _id, ...shown('file', _id)}))
    await administrator
      .patch('story')
      .set({image: shown('image', picture._id), data})
      .commit()
    await lake.close()

    const {told, first, second} = await roundTrip(from)
    expect(told).toContain(': 6 document(s), 4 file(s).')
    expect([...first.keys()].toSorted()).toEqual(
      [
        'assets.json',
        'data.ndjson',
        `files/${file.assetId}.csv`,
        `files/${sound.assetId}-mp3.bin`,
        `images/${picture.assetId}-400x200.png`,
        `images/${nameless.assetId}-400x200.jpg`,
      ].toSorted(),
    )
    expect(second).toEqual(first)
  })

  it('bring an only picture along', async () => {
    const from = temporaryDirectory()
    const {administrator, lake} = await testLake({directory: from})
    const picture = await administrator.assets.upload('image', await halves().png().toBuffer())
    await lake.close()
    const {told, first, second} = await roundTrip(from)
    expect(told).toContain(': 0 document(s), 1 file(s).')
    expect(first.has(`images/${picture.assetId}-400x200.png`)).toBe(true)
    expect(second).toEqual(first)
  })

  it('go through a lake that is running', async () => {
    const data = await filledDirectory()
    const out = temporaryDirectory()
    const {printed} = startCommand(['lake', '--port', '0', '--data', data])
    const [, url = ''] = await printed(/listening on (\S+)/)
    const file = path.join(out, 'out.ndjson')
    const {stdout} = await runCommand([
      'export',
      file,
      '--data',
      data,
      '--types',
      'person',
      '--json',
    ])
    expect(JSON.parse(stdout)).toEqual({file, documents: 3, assets: 0})
    expect(exported(out).map(({_id}) => _id)).toEqual(['ada', 'drafts.ada', 'versions.spring.ada'])

    const token = readFileSync(path.join(data, 'token'), 'utf8').trim()
    await clientFor(url, token).patch('ada').set({name: 'Changed since'}).commit()
    const again = await runCommand(['import', file, '--data', data])
    expect(again.exitCode).toBe(1)
    expect(again.stderr).toContain(
      'Use --replace to replace such documents, --missing to leave them.',
    )
    expect((await runCommand(['import', file, '--data', data, '--missing'])).exitCode).toBe(0)
    expect(await clientFor(url).fetch('*[_id == "ada"][0].name')).toBe('Changed since')
    expect((await runCommand(['import', file, '--data', data, '--replace'])).exitCode).toBe(0)
    expect(await clientFor(url).fetch('*[_id == "ada"][0].name')).toBe('Ada “Łucja” Żak')
  })

  it('refuse what they cannot do in one sentence, and leave nothing behind', async () => {
    const data = temporaryDirectory()
    const folder = temporaryDirectory()
    const file = path.join(folder, 'old.ndjson')
    writeFileSync(file, '{"_id": "a", "_type": "x"}\n{"_id": "b"\n')
    const run = async (...args: string[]) => {
      const {exitCode, stderr} = await runCommand([...args, '--data', data])
      return {exitCode, last: stderr.trimEnd().split('\n').at(-1)}
    }
    expect(await run('export', 'dataset.json')).toEqual({
      exitCode: 1,
      last: 'An export is a file that ends in .ndjson (documents) or .tar.gz (documents and files), not dataset.json.',
    })
    expect(await run('export', file)).toEqual({
      exitCode: 1,
      last: `${file} exists: name another file, or replace it with --overwrite.`,
    })
    expect(await run('import', path.join(folder, 'none.ndjson'))).toEqual({
      exitCode: 1,
      last: `${path.join(folder, 'none.ndjson')} does not exist.`,
    })
    expect(await run('import', file, '--replace', '--missing')).toEqual({
      exitCode: 1,
      last: 'Choose --replace or --missing, not both.',
    })
    const damaged = await run('import', file)
    expect(damaged.exitCode).toBe(1)
    expect(damaged.last).toContain('line #2')
    expect(readdirSync(folder)).toEqual(['old.ndjson'])
    expect(existsSync(path.join(data, 'datasets', 'production.db'))).toBe(true)
    const {stdout} = await runCommand(['export', file, '--overwrite', '--data', data])
    expect(stdout).toContain(': 0 document(s)')
  })
})

/** What an export holds, and what it does of the dataset that was imported from it. */
async function roundTrip(from: string) {
  const to = temporaryDirectory()
  const folder = temporaryDirectory()
  const first = path.join(folder, 'first.tar.gz')
  const second = path.join(folder, 'second.tar.gz')
  const {exitCode, stdout: told} = await runCommand(['export', first, '--data', from])
  expect(exitCode).toBe(0)
  expect((await runCommand(['import', first, '--data', to])).exitCode).toBe(0)
  expect((await runCommand(['export', second, '--data', to])).exitCode).toBe(0)
  return {told, first: await unpacked(first), second: await unpacked(second)}
}

/**
 * The files of an archive, byte for byte, without the folder that is named for the time. The entries
 * of `assets.json` come in the order in which the files arrived: they are sorted, each kept as it is.
 */
async function unpacked(file: string): Promise<Map<string, string>> {
  const entries = await unpackTar(gunzipSync(readFileSync(file)), {strip: 1})
  const contents = entries
    .filter(({header}) => header.type === 'file')
    .map(({header, data}): [string, string] => {
      const text = Buffer.from(data ?? []).toString('latin1')
      return [header.name, header.name === 'assets.json' ? sortedEntries(text) : text]
    })
  return new Map(contents)
}

function sortedEntries(json: string): string {
  const entries = Object.entries(JSON.parse(json)).map((entry) => JSON.stringify(entry))
  return entries.toSorted().join('\n')
}
