import {describe, expect, it} from 'vitest'

import {extract} from '../../../seed/extract/extract.ts'

/** What polls found in one paragraph: share, stance, topic, whose share. */
function findings(paragraph: string) {
  const text = `H\n${paragraph}`
  const said = (span: {start: number; end: number} | null) =>
    span && text.slice(span.start, span.end)
  return extract(text, []).pollFindings.map(({figure, stance, topic, base}) => [
    said(figure),
    stance,
    said(topic),
    said(base),
  ])
}

describe('what a poll found', () => {
  it('reads share, stance, topic and whose share it is', () => {
    expect(
      findings(
        'A survey found that 60 per cent of voters backed the bridge, while a third opposed it; 7% said they did not know.',
      ),
    ).toEqual([
      ['60 per cent', 'supported', 'the bridge', 'voters'],
      ['7%', 'other', 'they did not know', null],
    ])
  })

  it('carries the evidence into the next sentence', () => {
    expect(findings('The poll was taken in May. Only 11 per cent supported the bridge.')).toEqual([
      ['11 per cent', 'supported', 'the bridge', null],
    ])
  })

  it('leaves shares of other things alone', () => {
    expect(findings('The poll cost 3 per cent of the budget. Prices rose by 5 per cent.')).toEqual(
      [],
    )
  })

  it.each([
    [
      'However, 63 percent said the ferry was late.',
      [['63 percent', 'other', 'the ferry was late', null]],
    ],
    [
      'A majority of islanders oppose the toll.',
      [['A majority', 'opposed', 'the toll', 'islanders']],
    ],
    [
      'Nine in 10 registered voters say it is safe.',
      [['Nine in 10', 'other', 'it is safe', 'registered voters']],
    ],
    [
      'About two-thirds of parents, 67 percent, want a school.',
      [
        ['About two-thirds', 'other', 'a school', 'parents'],
        ['67 percent', 'other', 'a school', null],
      ],
    ],
    ['Half of the beekeepers said no.', [['Half', 'other', 'no', 'the beekeepers']]],
    [
      'Some 40% of adults in the four counties disapprove of the mayor.',
      [['Some 40%', 'disapproved', 'the mayor', 'adults']],
    ],
    ['A 54% majority of tenants endorse the plan.', [['54%', 'supported', 'the plan', 'tenants']]],
  ])('takes a view for an answer without being told of a poll: %s', (sentence, found) => {
    expect(findings(sentence)).toEqual(found)
  })

  it.each([
    ['Quist leads Marlow by 43 percent to 38 percent.', ['43 percent', '38 percent']],
    ['Islanders favoured Quist, 51 percent to 24 percent.', ['51 percent', '24 percent']],
    ['A harbour survey puts Quist ahead by 5 percentage points.', ['5 percentage points']],
    ['She sits at 85 percent support among sailors.', ['85 percent']],
    ['His approval rating of 31 percent is the lowest yet.', ['31 percent']],
    ['The ferry was backed by 34% of residents.', ['34%']],
    [
      'The poll had Quist at 31 percent, Marlow at 17 percent and Ames at eight percent.',
      ['31 percent', '17 percent', 'eight percent'],
    ],
    [
      'A majority of islanders expect Quist to win the debate — 44 percent to Marlow’s 34 percent.',
      ['A majority', '44 percent', '34 percent'],
    ],
  ])('reads how sides stand: %s', (sentence, shares) => {
    expect(findings(sentence).map(([share]) => share)).toEqual(shares)
  })

  it.each([
    'Quist won the seat by 52 percent to 48 percent.',
    'Quist led with 40 percent of the ballots counted.',
    'The unemployment rate is 18.7 percent, or less than one-third of the claim.',
    'The top 1 percent would see their pay go up by 19.9 percent.',
    'The poll has a margin of error of plus or minus 3 percentage points.',
    'It raised its forecast by 0.1 percentage points to 1.8 percent.',
    'Just 24 percent of the donors gave less than $200.',
    'A majority of these women work in jobs without a pension.',
    'Fees went from 35 percent to 28 percent.',
    'They are 100 percent wrong.',
  ])('takes no other share for an answer: %s', (sentence) => {
    expect(findings(sentence)).toEqual([])
  })

  it('reads the headline too, and carries it into the first paragraph', () => {
    const text = 'Poll: 60% of islanders oppose toll\nQuist had 31 percent.'
    expect(
      extract(text, []).pollFindings.map(({figure, rule}) => [
        text.slice(figure.start, figure.end),
        rule,
      ]),
    ).toEqual([
      ['60%', 'pollNamed'],
      ['31 percent', 'listedShare'],
    ])
  })
})
