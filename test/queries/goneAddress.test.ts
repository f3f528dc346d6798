import {describe, expect, it} from 'vitest'

import {addressDigest, goneAddressQuery} from '../../queries/index.ts'
import {goneAddress} from '../../studio/actions/goneAddress.ts'
import {run} from './dataset.ts'

describe('goneAddressQuery', () => {
  it('tells a removed address from one that never was, and lists none', async () => {
    const story = {_id: 'article-1', _type: 'article', slug: {current: 'a-name-in-it'}}
    const gone = await goneAddress(story, '2026-11-22')
    const ask = async (type: string, slug: string) =>
      run(goneAddressQuery, {digest: await addressDigest(type, slug)}, gone ? [gone] : [])
    expect(await ask('article', 'a-name-in-it')).toEqual({date: '2026-11-22'})
    expect(await ask('person', 'a-name-in-it')).toBe(null)
    expect(await ask('article', 'another')).toBe(null)
    expect(JSON.stringify(gone)).not.toMatch(/a-name-in-it|article-1/)
  })

  it('has nothing to tell of a document without an address', async () => {
    expect(await goneAddress({_id: 'article-1', _type: 'article'}, '2026-11-22')).toBe(undefined)
  })

  it('gives every address the digest that any other program gives it', async () => {
    expect(await addressDigest('article', 'rain')).toBe(
      'c4593abd827aa9173055cbc019cfa093d6eb2000c8c6f872935d9a5832abb1ae',
    )
  })
})
