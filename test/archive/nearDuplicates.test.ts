import {describe, expect, it} from 'vitest'

import {nearDuplicateFinder} from '../../seed/archive/nearDuplicates.ts'
import {generateArticles} from '../../bench/articles/generateArticles.ts'

const words = Array.from({length: 300}, (_, index) => `word${(index * 7919) % 1009}`)

describe('near-duplicates', () => {
  it('are found, with how alike they are', () => {
    const find = nearDuplicateFinder()
    expect(find('one', words.join(' '))).toBe(undefined)
    expect(find('two', words.toReversed().join(' '))).toBe(undefined)
    expect(find('three', words.join('\n').toUpperCase())).toEqual({
      place: 'three',
      of: 'one',
      likeness: 1,
    })
    const changed = words.with(20, 'ferry').with(200, 'harbour').join(' ')
    const near = find('four', changed)
    expect([near?.place, (near?.likeness ?? 0) > 0.8]).toEqual(['four', true])
  })

  it('are no two stories of the same newsroom', () => {
    const find = nearDuplicateFinder()
    const alike = [...generateArticles(200)].filter(({id, text}) => find(id, text))
    expect(alike.length).toBeLessThan(10)
  })

  it('are forgotten in the order in which they came, so that memory has an end', () => {
    const find = nearDuplicateFinder(2)
    const text = (from: number) => words.slice(from, from + 60).join(' ')
    for (const from of [0, 60, 120]) find(String(from), text(from))
    expect(find('again', text(0))).toBe(undefined)
    expect(find('again 120', text(120))?.of).toBe('120')
  })
})
