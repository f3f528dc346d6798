import {expect, it} from 'vitest'

import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {testLake} from '../support/testLake.ts'

const NOON = Date.parse('2030-06-01T12:00:00.000Z')
const HOUR = 3_600_000

it('a clock that is set back takes no transaction before the one that came last', async () => {
  const directory = temporaryDirectory()
  let time = NOON
  const first = await testLake({directory, now: () => time})
  const stamps = async (client = first.administrator): Promise<string[]> => {
    await client.patch('a').inc({count: 1}).commit()
    const url = '/data/history/production/transactions/a?excludeContent=true'
    const lines: string = await client.request({url})
    return lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).timestamp)
  }
  const created = await first.administrator.create({_id: 'a', _type: 'poll', count: 0})
  expect([created._createdAt, created._updatedAt]).toEqual([
    '2030-06-01T12:00:00.000Z',
    '2030-06-01T12:00:00.000Z',
  ])
  time = NOON + 1
  await stamps()
  time = NOON - HOUR
  expect(await stamps()).toEqual([
    '2030-06-01T12:00:00.000Z',
    '2030-06-01T12:00:00.001Z',
    '2030-06-01T12:00:00.001Z',
  ])
  await first.lake.close()

  const second = await testLake({directory, now: () => NOON - 2 * HOUR})
  const after = await stamps(second.administrator)
  expect(after.at(-1)).toBe('2030-06-01T12:00:00.001Z')
  const document = await second.administrator.getDocument('a')
  expect([document?.['count'], document?._updatedAt]).toEqual([3, '2030-06-01T12:00:00.001Z'])
  const later = await second.administrator.create({_id: 'b', _type: 'poll'})
  expect(later._createdAt).toBe('2030-06-01T12:00:00.001Z')
  const order = '*[] | order(_updatedAt desc, _createdAt desc)._id'
  expect(await second.administrator.fetch(order)).toEqual(['b', 'a'])
})
