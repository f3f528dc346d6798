import {expect, it} from 'vitest'

import {bearLoad} from '../support/load.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'

it('200 listeners follow 50 edits a second in 10,000 documents for five minutes', async () => {
  const load = {documents: 10_000, listeners: 200, editsPerSecond: 50, seconds: 300}
  const figures = await bearLoad(temporaryDirectory(), load)
  console.log(figures)
  const {memory, p99} = figures
  const settled = memory.slice(3, 6)
  expect(Math.max(...memory.slice(6))).toBeLessThan(Math.max(...settled) * 1.25)
  expect(p99).toBeLessThan(50)
})
