import {expect, it} from 'vitest'

import {bearLoad} from '../support/load.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'

it('listeners get every event of a busy lake, once and in order', async () => {
  const load = {documents: 1_000, listeners: 20, editsPerSecond: 50, seconds: 10}
  const {edits} = await bearLoad(temporaryDirectory(), load)
  expect(edits).toBe(500)
}, 120_000)
