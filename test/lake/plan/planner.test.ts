import {expect, it} from 'vitest'

import {compareQueries} from './compareQueries.ts'

it('finds what looking at all documents finds, in the same order', async () => {
  expect(await compareQueries(500)).toBe(500)
}, 60_000)
