import path from 'node:path'

import type {SanityClient} from '@sanity/client'
import {expect} from 'vitest'

import {runCommand} from './command.ts'
import {startLake} from './lakeProcess.ts'

const NAME = 'Aleksandra Zimińska'
const WRITERS = 3

/**
 * Takes so many backups of a lake while it is written to, erases a person, and puts each backup back.
 * It holds whole transactions: all that was acknowledged before it began, none that began after it
 * was there; and nothing of the person.
 */
export async function backupsUnderLoad(
  directory: string,
  folder: string,
  count: number,
): Promise<void> {
  const {administrator: client, end} = await startLake(directory)
  await client.create({_id: 'person', _type: 'person', name: NAME})
  await client.create({_id: 'story', _type: 'article', title: `What ${NAME} saw`})
  const written = {begun: 0, acknowledged: 0}
  const stop = new AbortController()
  const writers = Array.from({length: WRITERS}, () => writeTwins(client, written, stop.signal))
  const backups: {file: string; least: number; most: number}[] = []
  for (let index = 0; index < count; index++) {
    const file = path.join(folder, `${index}.backup`)
    const least = written.acknowledged
    const {exitCode} = await runCommand(['backup', file, '--data', directory])
    expect(exitCode).toBe(0)
    backups.push({file, least, most: written.begun})
  }
  stop.abort()
  await Promise.all(writers)
  expect(written.acknowledged).toBeGreaterThan(count)

  await client.delete('person')
  await client.patch('story').set({title: 'What she saw'}).commit()
  const body = {ids: ['person', 'story'], words: [NAME]}
  await client.request({url: '/data/history/production/forget', method: 'POST', body})
  for (const {file, least, most} of backups) {
    expect((await runCommand(['restore', file, '--data', directory])).exitCode).toBe(0)
    const counts = await client.fetch<number[]>('[count(*[side == "l"]), count(*[side == "r"])]')
    expect(counts[0]).toBe(counts[1])
    expect(counts[0]).toBeGreaterThanOrEqual(least)
    expect(counts[0]).toBeLessThanOrEqual(most)
    const exported: string = await client.request({url: '/data/export/production'})
    expect(exported).not.toContain('Zimi')
    expect(await client.getDocument('person')).toBeUndefined()
    expect(await client.fetch('*[_id == "story"].title')).toEqual(['What she saw'])
    const history = '/data/history/production/transactions/person,story'
    expect(await client.request({url: history})).not.toContain('Zimi')
  }
  await end('SIGTERM')
  const {stdout} = await runCommand(['doctor', '--data', directory])
  expect(stdout).toContain('All is well.')
}

/** Each transaction writes two documents. */
async function writeTwins(
  client: SanityClient,
  written: {begun: number; acknowledged: number},
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    written.begun += 1
    const twins = client.transaction()
    for (const side of ['l', 'r']) {
      twins.create({_id: `${side}-${written.begun}`, _type: 'twin', side, text: 'x'.repeat(2000)})
    }
    await twins.commit({returnDocuments: false})
    written.acknowledged += 1
  }
}
