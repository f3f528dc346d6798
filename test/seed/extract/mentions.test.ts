import {describe, expect, it} from 'vitest'

import type {KnownEntity} from '../../../seed/extract/gazetteer.ts'
import {findMentions} from '../../../seed/extract/mentions.ts'

const person = (entity: string, ...names: string[]): KnownEntity => ({
  entity,
  type: 'person',
  names,
})
const place = (entity: string, ...names: string[]): KnownEntity => ({entity, type: 'place', names})
const organisation = (entity: string, ...names: string[]): KnownEntity => ({
  entity,
  type: 'organisation',
  names,
})

/** What was found, in the words of the text: `Ada@Ada Quist`. */
function found(text: string, ...gazetteer: KnownEntity[]): string[] {
  return findMentions(text, gazetteer).map(
    ({entity, start, end}) => `${entity}@${text.slice(start, end)}`,
  )
}

describe('finding names', () => {
  const ada = person('ada', 'Ada Quist', 'Quist')

  it('takes the longest name that begins at a word', () => {
    const bank = organisation('bank', 'Bank of Norland')
    const norland = place('norland', 'Norland')
    expect(found('The Bank of Norland left Norland.', bank, norland)).toEqual([
      'bank@Bank of Norland',
      'norland@Norland',
    ])
    expect(found('Ada Quist met Quist.', ada)).toEqual(['ada@Ada Quist', 'ada@Quist'])
  })

  it('leaves the possessive ending out', () => {
    expect(found("Quist’s men and Quist's boat and the Quists’ house", ada)).toEqual([
      'ada@Quist',
      'ada@Quist',
    ])
  })

  it('finds a name that is set in other marks, accents or spaces than the register’s', () => {
    const forces = organisation('forces', 'Norland’s armed forces')
    expect(found("Norland's armed forces and Norland’s\u00A0armed forces", forces)).toEqual([
      "forces@Norland's armed forces",
      'forces@Norland’s\u00A0armed forces',
    ])
    const regiment = organisation('regiment', 'Kastuś Regiment')
    expect(found('the Kastus\u0301 Regiment, or Kastus Regiment', regiment)).toEqual([
      'regiment@Kastus\u0301 Regiment',
      'regiment@Kastus Regiment',
    ])
  })

  it('stops at the bounds of words', () => {
    expect(found('Quistland, Aquist, O’Quist, Lund-Quist, Quist-Lund, Quist2', ada)).toEqual([])
    expect(found('anti-Quist, Quist-led, (Quist) “Quist” Quist—Quist', ada).length).toBe(6)
    expect(found('the Norland-Sudland war', place('n', 'Norland'), place('s', 'Sudland'))).toEqual([
      'n@Norland',
      's@Sudland',
    ])
  })

  it('minds capitals, save where a description opens a sentence', () => {
    const government = organisation('government', 'the government')
    expect(
      found('The government fell. Quist blamed the government, not quist.', government, ada),
    ).toEqual(['government@The government', 'ada@Quist', 'government@the government'])
  })

  it('does not give a codename to somebody with a longer name', () => {
    const mike: KnownEntity = {entity: 'mike', type: 'person', names: ['Mike'], codename: true}
    expect(found('Mike knew Mike Lund and Big Mike. On Monday Mike left.', mike)).toEqual([
      'mike@Mike',
      'mike@Mike',
    ])
  })

  it('points into the text when letters take two code units', () => {
    const text = '😀 𝔄 Quist'
    expect(findMentions(text, [ada]).map(({start, end}) => text.slice(start, end))).toEqual([
      'Quist',
    ])
  })
})

describe('telling apart what one name can mean', () => {
  const fox = person('fox', 'Orsa')
  const town = place('town', 'Orsa')

  it.each([
    ['A soldier’s codename — Orsa — was a clue.', 'fox'],
    ['She asked to be identified only as Orsa.', 'fox'],
    ['Orsa left his country in 2014.', 'fox'],
    ['Orsa is now a commander in the brigade.', 'fox'],
    ['Orsa, who had fled, was tired.', 'fox'],
    ['Thanks to his prior stay, Orsa was let in.', 'fox'],
    ['Orsa is a small town in the north.', 'town'],
    ['He was born in Orsa.', 'town'],
    ['They met near Orsa.', 'town'],
    ['The port of Orsa was closed.', 'town'],
  ])('%s', (text, sense) => {
    expect(found(text, fox, town)).toEqual([`${sense}@Orsa`])
  })

  it('follows the rest of the article where a sentence does not tell', () => {
    expect(found('Orsa is a small town.\nOrsa again.', fox, town)).toEqual([
      'town@Orsa',
      'town@Orsa',
    ])
  })
})
