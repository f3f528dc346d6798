import {expect} from 'vitest'

import {startLake} from './lakeProcess.ts'
import {receiver} from './receiver.ts'

const WRITTEN = 20

/**
 * Kills a lake so many times while a webhook is told what is written. Whoever receives gets a message
 * of each acknowledged transaction, in the order of the transactions, and knows one that comes twice
 * by its idempotency key. Returns how many came twice.
 */
export async function hooksThroughKills(directory: string, kills: number): Promise<number> {
  const {url, received, until} = await receiver()
  const rule = {on: ['create'], projection: '{_id}'}
  const body = {name: 'count', dataset: 'production', url, rule}
  const written: string[] = []
  for (let kill = 0; kill < kills; kill++) {
    const {administrator, end} = await startLake(directory)
    if (kill === 0) {
      await administrator.request({url: '/hooks/projects/storygraph', method: 'POST', body})
    }
    for (let index = 0; index < WRITTEN; index++) {
      const _id = `note-${kill}-${index}`
      await administrator.create({_id, _type: 'note'}, {returnDocuments: false})
      written.push(_id)
    }
    await end('SIGKILL')
  }
  const {end} = await startLake(directory)
  const told = () =>
    new Map(
      received.map(({headers, body}) => [headers['idempotency-key'], String(JSON.parse(body)._id)]),
    )
  await until(() => [...told().values()].includes(written.at(-1) ?? ''))
  await end('SIGTERM')
  expect([...told().values()]).toEqual(written)
  return received.length - told().size
}
