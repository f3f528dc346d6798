import {describe, expect, it} from 'vitest'

import {readFindings} from '../../studio/poll/readFindings.ts'

const finding = (value: object, others: object = {}) =>
  readFindings({findings: [{_key: 'f', ...others, value: {unit: 'percent', ...value}}]})

describe('readFindings', () => {
  it('reads the share with the words of the story and the word that weighs it', () => {
    const words = {topic: 'the harbour tax', stance: 'opposed', framing: 'Only'}
    expect(finding({wording: '11 per cent', value: 11, qualifier: 'exact'}, words)).toEqual([
      {
        key: 'f',
        topic: 'the harbour tax',
        stance: 'opposed',
        words: 'Only 11 per cent',
        qualifier: 'exact',
        share: {low: 11, high: 11},
      },
    ])
  })

  it.each([
    ['moreThan', {low: 50, high: 56}],
    ['atLeast', {low: 50, high: 56}],
    ['lessThan', {low: 44, high: 50}],
    ['atMost', {low: 44, high: 50}],
    ['approx', {low: 47, high: 53}],
    ['exact', undefined],
  ])('leaves a number open where the story does (%s)', (qualifier, rough) => {
    expect(finding({value: 50, qualifier})[0]?.rough).toEqual(rough)
  })

  it('reads a range, and stays within 0 and 100', () => {
    expect(finding({min: 20, max: 30, qualifier: 'between'})).toEqual([
      {key: 'f', qualifier: 'between', share: {low: 20, high: 30}, rough: {low: 20, high: 30}},
    ])
    expect(finding({value: 98, qualifier: 'moreThan'})[0]?.rough).toEqual({low: 98, high: 100})
    expect(finding({value: 2, qualifier: 'lessThan'})[0]?.rough).toEqual({low: 0, high: 2})
  })

  it('draws nothing that is no share', () => {
    expect(finding({value: 40, unit: 'people'})).toEqual([{key: 'f'}])
    expect(finding({value: 140})).toEqual([{key: 'f'}])
    expect(finding({min: 30, max: 20})).toEqual([{key: 'f'}])
  })

  it('takes a poll that is only begun', () => {
    expect(readFindings({})).toEqual([])
    expect(readFindings({findings: [{_key: 'f'}, null]})).toEqual([{key: 'f'}, {key: '1'}])
  })
})
