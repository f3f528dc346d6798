import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'

import {expect} from 'vitest'

import {runCommand, startCommand} from './command.ts'
import {clientFor} from './testLake.ts'
import {startLake} from './lakeProcess.ts'

const DOCUMENTS = 150

/** Ways in which a file can be damaged. */
export const damages = {
  'cut off': (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * between(0.05, 0.95))),
  'with a bit turned': (bytes: Buffer) => turned(bytes, 1),
  'with many bits turned': (bytes: Buffer) => turned(bytes, 200),
}
export type Damage = keyof typeof damages

/** What came of starting a lake over a damaged file. */
export type Outcome = 'refused' | 'not answered' | 'answered as before' | 'answered otherwise'

/** A closed data directory, and what is in it. */
export async function directoryToSpoil(directory: string): Promise<string> {
  const {administrator, end} = await startLake(directory)
  const transaction = administrator.transaction()
  for (let id = 0; id < DOCUMENTS; id++) {
    transaction.create({_id: `note-${id}`, _type: 'note', text: `Note ${id}. `.repeat(50)})
  }
  await transaction.commit({returnDocuments: false})
  const exported: string = await administrator.request({url: '/data/export/production'})
  await end('SIGTERM')
  return exported
}

/**
 * Damages a dataset's file and starts a lake over it. It either says in one sentence what is wrong and
 * leaves the file alone, or answers; where it answers something else than before, or a request with a
 * failure, the doctor finds it.
 */
export async function startSpoilt(
  directory: string,
  damage: Damage,
  exported: string,
): Promise<Outcome> {
  const file = path.join(directory, 'datasets', 'production.db')
  const whole = readFileSync(file)
  const spoilt = damages[damage](whole)
  writeFileSync(file, spoilt)
  try {
    const outcome = await start(directory, file, exported)
    if (outcome === 'refused') expect(readFileSync(file).equals(spoilt)).toBe(true)
    const doctor = await runCommand(['doctor', '--data', directory, '--json'])
    const {findings} = JSON.parse(doctor.stdout)
    expect(doctor.exitCode).toBe(findings.length > 0 ? 1 : 0)
    if (outcome !== 'answered as before') expect(findings).not.toEqual([])
    return outcome
  } finally {
    for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, {force: true})
    writeFileSync(file, whole)
  }
}

async function start(directory: string, file: string, exported: string): Promise<Outcome> {
  const {child, printed, finished} = startCommand(['lake', '--port', '0', '--data', directory])
  const url = await printed(/listening on (\S+)/).then(
    ([, found = '']) => found,
    () => undefined,
  )
  if (url === undefined) {
    const {exitCode, stderr} = await finished
    expect([exitCode, stderr]).toEqual([1, stderr])
    const last = stderr.trimEnd().split('\n').at(-1) ?? ''
    expect(last.replace(file, 'FILE')).toMatch(/^(?:FILE cannot be opened|A file in ).*\.$/)
    return 'refused'
  }
  const token = readFileSync(path.join(directory, 'token'), 'utf8').trim()
  const headers = {authorization: `Bearer ${token}`}
  const response = await fetch(clientFor(url).getUrl('/data/export/production'), {headers})
  const text = await response.text()
  child.kill('SIGTERM')
  expect((await finished).exitCode).toBe(0)
  if (response.status !== 200) {
    expect([response.status, text]).toEqual([503, expect.stringContaining('is damaged')])
    return 'not answered'
  }
  return text === exported ? 'answered as before' : 'answered otherwise'
}

function turned(bytes: Buffer, count: number): Buffer {
  const copy = Buffer.from(bytes)
  for (let turn = 0; turn < count; turn++) {
    const at = Math.floor(Math.random() * copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(Math.random() * 8))
  }
  return copy
}

function between(least: number, most: number): number {
  return least + Math.random() * (most - least)
}
