import {expect, it} from 'vitest'

import {compareQueries} from '../lake/plan/compareQueries.ts'
import {expressionQueries} from '../lake/plan/expressions.ts'

it('answers 10,000 made-up queries as if it looked at all documents', async () => {
  expect(await compareQueries(10_000)).toBe(10_000)
})

it('evaluates 20,000 made-up expressions as groq-js does', async () => {
  expect(await compareQueries(20_000, expressionQueries)).toBe(20_000)
})
