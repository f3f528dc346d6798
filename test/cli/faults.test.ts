import {chmodSync, readdirSync, readFileSync, truncateSync} from 'node:fs'
import path from 'node:path'

import {describe, expect, it} from 'vitest'

import {runCommand} from '../support/command.ts'
import {fillDisk, ids} from '../support/fillDisk.ts'
import {startLake} from '../support/lakeProcess.ts'
import {directoryToSpoil, startSpoilt} from '../support/spoil.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'

/** Lets no database of a process grow beyond this many pages of 4096 bytes. */
const SMALL_DATABASES = `
  import {DatabaseSync} from 'node:sqlite'
  const {prepare} = DatabaseSync.prototype
  const limited = new WeakSet()
  DatabaseSync.prototype.prepare = function (sql) {
    if (!limited.has(this)) {
      limited.add(this)
      this.exec('PRAGMA max_page_count = 300')
    }
    return prepare.call(this, sql)
  }
`

/** Root may write everywhere; a process of root's that is started like this may not. */
const BOUND =
  process.getuid?.() === 0 ? {launcher: ['setpriv', '--bounding-set=-dac_override', '--']} : {}

/** Takes away the right to write in a folder and all that is in it. */
function lock(folder: string): void {
  for (const {parentPath, name} of readdirSync(folder, {recursive: true, withFileTypes: true})) {
    chmodSync(path.join(parentPath, name), name.includes('.') || name === 'token' ? 0o400 : 0o500)
  }
  chmodSync(folder, 0o500)
}

describe('storygraph lake', {timeout: 120_000}, () => {
  it('refuses writes while its database is full, loses nothing and goes on', async () => {
    const directory = temporaryDirectory()
    const script = `--import=data:text/javascript,${encodeURIComponent(SMALL_DATABASES)}`
    const full = await startLake(directory, {environment: {NODE_OPTIONS: script}})
    const kept = await fillDisk(full, directory, 'note')
    expect(kept.length).toBeGreaterThan(0)
    expect((await full.end('SIGTERM')).exitCode).toBe(0)

    const {administrator, end} = await startLake(directory)
    expect(await ids(administrator)).toEqual(kept)
    await administrator.create({_id: 'zzz', _type: 'note'})
    expect(await ids(administrator)).toEqual([...kept, 'zzz'])
    await end('SIGTERM')
    expect((await runCommand(['doctor', '--data', directory])).exitCode).toBe(0)
  })

  it('says of a data directory that it may not write in what to do', async () => {
    const directory = temporaryDirectory()
    const {administrator, end} = await startLake(directory)
    await administrator.create({_id: 'a', _type: 'note'})
    await end('SIGTERM')
    lock(directory)
    const started = startLake(directory, BOUND)
    await expect(started).rejects.toThrow(
      `The data directory ${directory} cannot be written (EACCES: permission denied, access '${directory}'): name another one with --data.`,
    )
  })

  it('answers 503 where a folder of it cannot be written any more, and serves the rest', async () => {
    const directory = temporaryDirectory()
    const lake = await startLake(directory, BOUND)
    const datasets = path.join(directory, 'datasets')
    chmodSync(datasets, 0o500)
    const refused = lake.administrator.datasets.create('staging')
    await expect(refused).rejects.toMatchError(503)
    await expect(refused).rejects.toThrow(
      `The lake may not write in ${directory}: nothing was written. Make its folders and files writable to the lake's user.`,
    )
    await lake.administrator.create({_id: 'a', _type: 'note'})
    chmodSync(datasets, 0o700)
    await lake.administrator.datasets.create('staging')
    expect(await ids(lake.administrator)).toEqual(['a'])
  })

  it('over a damaged file says so and leaves it, or the doctor finds it', async () => {
    const directory = temporaryDirectory()
    const exported = await directoryToSpoil(directory)
    expect(await startSpoilt(directory, 'cut off', exported)).toBe('refused')
    expect(await startSpoilt(directory, 'with many bits turned', exported)).not.toBe(
      'answered as before',
    )
  })

  it('over a damaged catalogue says so and leaves it', async () => {
    const directory = temporaryDirectory()
    await (await startLake(directory)).end('SIGTERM')
    const file = path.join(directory, 'lake.db')
    truncateSync(file, 6000)
    const spoilt = readFileSync(file)
    const {exitCode, stderr} = await runCommand(['lake', '--port', '0', '--data', directory])
    expect([exitCode, stderr]).toEqual([
      1,
      `${file} cannot be opened: database disk image is malformed. It was left as it is. Restore a backup.\n`,
    ])
    expect(readFileSync(file).equals(spoilt)).toBe(true)
  })
})
