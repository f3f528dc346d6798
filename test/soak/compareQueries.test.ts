import {expect, it} from 'vitest'

import {compareQueries} from '../lake/plan/compareQueries.ts'

it('answers 10,000 made-up queries as if it looked at all documents', async () => {
  expect(await compareQueries(10_000)).toBe(10_000)
})
