import {describe, expect, it} from 'vitest'

import {pollBySlugQuery} from '../../queries/index.ts'
import {poll, run} from './dataset.ts'
import {harbourPoll, passage, rowersRow} from './expected.ts'

const slug = 'poll-on-the-harbour'

describe('pollBySlugQuery', () => {
  it('yields what a poll found, where that is reported, and in which stories', () => {
    expect(run(pollBySlugQuery, {slug})).toEqual({
      ...harbourPoll,
      citations: [passage('p01', 'two-thirds')],
      storyCount: 1,
      stories: [rowersRow],
    })
  })

  it('keeps a citation whose story was taken down, without the story', () => {
    expect(run(`${pollBySlugQuery}.citations`, {slug}, [poll])).toEqual([
      {...passage('p01', 'two-thirds'), article: null},
    ])
  })

  it('yields null for an address nobody has', () => {
    expect(run(pollBySlugQuery, {slug: 'nowhere'})).toBe(null)
  })
})
