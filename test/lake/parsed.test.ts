import type {SanityDocument} from '@sanity/client'
import {describe, expect, it} from 'vitest'

import {openParsed} from '../../lake/store/parsed.ts'

const stamps = {_createdAt: '2020-01-01T00:00:00.000Z', _updatedAt: '2020-01-01T00:00:00.000Z'}
const named = (_id: string): SanityDocument => ({_id, _type: 'person', _rev: 'first', ...stamps})

describe('documents that are kept parsed', () => {
  it('are those that were read before', () => {
    const parsed = openParsed(100_000)
    const ada = named('ada')
    parsed.offer(ada, 1_000)
    expect(parsed.get('ada')).toBeUndefined()
    parsed.offer(ada, 1_000)
    expect(parsed.get('ada')).toBe(ada)
  })

  it('stay while others are read once', () => {
    const parsed = openParsed(100_000)
    const ada = named('ada')
    parsed.keep(ada, 1_000)
    for (let number = 0; number < 1_000; number++) {
      parsed.offer(named(`person-${number}`), 1_000)
      expect(parsed.get('ada')).toBe(ada)
    }
  })

  it('make way when they were not asked for while the room was filled', () => {
    const parsed = openParsed(100_000)
    parsed.keep(named('ada'), 1_000)
    for (let number = 0; number < 101; number++) parsed.keep(named(`person-${number}`), 1_000)
    expect(parsed.get('ada')).toBeUndefined()
    expect(parsed.get('person-100')).toEqual(named('person-100'))
  })

  it('are not kept when more was read in between than there is room for', () => {
    const parsed = openParsed(100_000)
    const ada = named('ada')
    parsed.offer(ada, 1_000)
    for (let number = 0; number < 101; number++) parsed.offer(named(`person-${number}`), 1_000)
    parsed.offer(ada, 1_000)
    expect(parsed.get('ada')).toBeUndefined()
  })

  it('are gone when they are forgotten, and count as never read', () => {
    const parsed = openParsed(100_000)
    const ada = named('ada')
    parsed.keep(ada, 1_000)
    parsed.forget('ada')
    parsed.offer(ada, 1_000)
    expect(parsed.get('ada')).toBeUndefined()
  })
})
