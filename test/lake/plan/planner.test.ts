import {expect, it} from 'vitest'

import {compareQueries} from './compareQueries.ts'
import {expressionQueries} from './expressions.ts'

it('finds what looking at all documents finds, in the same order', async () => {
  expect(await compareQueries(500)).toBe(500)
}, 60_000)

it('evaluates expressions as groq-js does', async () => {
  expect(await compareQueries(300, expressionQueries)).toBe(300)
}, 60_000)
