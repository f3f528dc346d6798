import {describe, expect, it} from 'vitest'

import {extract} from '../../../seed/extract/extract.ts'

/** The figures of one sentence: words, value or range, qualifier, unit. */
function figures(sentence: string) {
  const text = `H\n${sentence}`
  return extract(text, []).figures.map(({start, end, value, min, max, qualifier, unit}) => [
    text.slice(start, end),
    value ?? (min === null ? null : [min, max]),
    qualifier,
    unit,
  ])
}

describe('the grammar of numbers', () => {
  it.each([
    ['They counted 1,234 boats.', '1,234 boats', 1234, 'exact', 'boats'],
    ['They counted twenty-one boats.', 'twenty-one boats', 21, 'exact', 'boats'],
    [
      'They counted two hundred and fifty boats.',
      'two hundred and fifty boats',
      250,
      'exact',
      'boats',
    ],
    ['It cost $1.5 million.', '$1.5 million', 1_500_000, 'exact', '$'],
    ['It cost £3bn in all.', '£3bn', 3_000_000_000, 'exact', '£'],
    ['It cost a million dollars.', 'a million dollars', 1_000_000, 'exact', 'dollars'],
    ['More than 1,000 people came.', 'More than 1,000 people', 1000, 'moreThan', 'people'],
    ['Fewer than 30 people came.', 'Fewer than 30 people', 30, 'lessThan', 'people'],
    ['At least 12 people came.', 'At least 12 people', 12, 'atLeast', 'people'],
    ['No more than 12 people came.', 'No more than 12 people', 12, 'atMost', 'people'],
    ['Up to 40 people came.', 'Up to 40 people', 40, 'atMost', 'people'],
    ['It is about 150 miles away.', 'about 150 miles', 150, 'approx', 'miles'],
    ['Nearly 40% agreed.', 'Nearly 40%', 40, 'approx', 'percent'],
    ['Some 40 per cent agreed.', 'Some 40 per cent', 40, 'approx', 'percent'],
    ['It rose 2.5 percentage points.', '2.5 percentage points', 2.5, 'exact', 'percentage points'],
    ['A seven-car convoy came.', 'seven-car', 7, 'exact', 'car'],
    ['A 40-year-old sailor came.', '40-year-old', 40, 'exact', 'years'],
    ['Ada Quist, 50, was there.', '50', 50, 'exact', 'years'],
    ['Two-thirds of them came.', 'Two-thirds', 66.7, 'exact', 'percent'],
    ['A quarter of them came.', 'A quarter', 25, 'exact', 'percent'],
    ['Half of them came.', 'Half', 50, 'exact', 'percent'],
    ['Nine out of 10 came.', 'Nine out of 10', 90, 'exact', 'percent'],
    ['One in five came.', 'One in five', 20, 'exact', 'percent'],
    [
      'Less than half of 1 per cent came.',
      'Less than half of 1 per cent',
      0.5,
      'lessThan',
      'percent',
    ],
    ['Prices rose by a third from 2001.', 'a third', 33.3, 'exact', 'percent'],
    ['A slim majority of voters came.', 'A slim majority', 50, 'moreThan', 'percent'],
    ['Hundreds of boats came.', 'Hundreds of boats', null, 'orderOfMagnitude', 'boats'],
    [
      'Tens of thousands of people came.',
      'Tens of thousands of people',
      null,
      'orderOfMagnitude',
      'people',
    ],
    [
      'Between 10 and 15 per cent came.',
      'Between 10 and 15 per cent',
      [10, 15],
      'between',
      'percent',
    ],
    ['It takes 10 to 15 minutes.', '10 to 15 minutes', [10, 15], 'between', 'minutes'],
    ['It takes 10–15 minutes.', '10–15 minutes', [10, 15], 'between', 'minutes'],
  ])('%s', (sentence, words, value, qualifier, unit) => {
    expect(figures(sentence)).toEqual([[words, value, qualifier, unit]])
  })

  it.each([
    'It happened in 2018.',
    'A 2014 study said so.',
    'It began on 11 September 2001.',
    'She left two years ago.',
    'The boat left at 10:30, or at 4 p.m.',
    'One poll said so, one day, and no one cared.',
    'The 95th brigade flew an F-16.',
    'The second half of the first match.',
    'The two said nothing.',
    'A third boat came.',
    'It took a year and a half.',
    'The majority of the quarrels ended well.',
    'A half-finished, half-empty boat came.',
  ])('finds no figure in “%s”', (sentence) => {
    expect(figures(sentence)).toEqual([])
  })

  it('keeps a word that weighs the number apart from it', () => {
    const text = 'H\nOnly about 9 per cent came.'
    const [figure] = extract(text, []).figures
    expect(figure && text.slice(figure.start, figure.end)).toBe('about 9 per cent')
    expect(figure?.framing && text.slice(figure.framing.start, figure.framing.end)).toBe('Only')
  })
})

describe('dates', () => {
  it('reads them as precisely as they are printed', () => {
    const text = 'H\nIn 2018, in April, on 3 May 2020, on March 4, in the 1990s and two years ago.'
    const {dates} = extract(text, [])
    expect(dates.map(({start, end, value}) => [text.slice(start, end), value])).toEqual([
      ['2018', '2018'],
      ['April', 'XXXX-04'],
      ['3 May 2020', '2020-05-03'],
      ['March 4', 'XXXX-03-04'],
      ['1990s', null],
      ['two years ago', null],
    ])
  })
})
