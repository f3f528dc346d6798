import {expect, it} from 'vitest'

import {openReview} from './openReview.ts'

it('lists', async () => {
  const {review} = await openReview()
  const {suggestions, storyCount} = await review()
  console.log(storyCount, suggestions.length)
  for (const s of suggestions)
    console.log(
      s.confidence,
      s.kind,
      s.rule,
      '|',
      s.before.slice(-30),
      '[',
      s.words.slice(0, 40),
      ']',
      s.after.slice(0, 30),
    )
  expect(1).toBe(1)
})
