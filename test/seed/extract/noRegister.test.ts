import {describe, expect, it} from 'vitest'

import {extract} from '../../../seed/extract/extract.ts'
import {toJsonLine} from '../../../seed/extract/jsonl.ts'
import {articleText} from '../bundledStory.ts'

const {entities, quotes, findings} = toJsonLine('story', extract(articleText, []))

describe('the bundled story, read without a register', () => {
  it('names everybody and every body that has a name, and takes no town or emblem for one', () => {
    const found = entities.map(({type, entity}) => `${type} ${entity}`)
    expect([...new Set(found)].filter((one) => !one.startsWith('place'))).toEqual([
      'person Vadim Prokopiev',
      'person Putin',
      'person Alexander Lukashenko',
      'person Mike',
      'person Sergei Skripal',
      'person Kandalaksha',
      'person Alexei Navalny',
      'person Alina Korotkevich',
      'person Palina Brodik',
      'unit Pahonia',
      'unit Kastuś Kalinoŭski Regiment',
      'unit Freedom of Russia legion',
      'unit 95th Air Assault Brigade',
      'org Kremlin',
      'org Free Belarus Centre',
    ])
  })

  it('tells the soldier from the town of his codename', () => {
    const told = entities.filter(({entity}) => entity === 'Kandalaksha')
    expect(told.map(({type, end}) => `${type}${articleText.slice(end, end + 12)}`)).toEqual([
      'person — was a clu',
      'person left his ho',
      'person is not part',
      'place is a small ',
    ])
  })

  it('gives every quotation to the one who speaks', () => {
    expect(quotes.map(({speaker}) => speaker?.entity)).toEqual([
      ...Array.from({length: 4}, () => 'Vadim Prokopiev'),
      ...Array.from({length: 3}, () => 'Mike'),
      ...Array.from({length: 2}, () => 'Vadim Prokopiev'),
      'Kandalaksha',
      ...Array.from({length: 2}, () => 'Alina Korotkevich'),
      ...Array.from({length: 3}, () => 'Palina Brodik'),
    ])
  })

  it('has the three findings of its poll', () => {
    expect(findings.map((one) => ({...one, words: articleText.slice(one.start, one.end)}))).toEqual(
      [
        {
          start: 2552,
          end: 2562,
          value: 66.7,
          qualifier: null,
          unit: 'fraction',
          kind: 'poll',
          words: 'two-thirds',
        },
        {
          start: 2674,
          end: 2695,
          value: 50,
          qualifier: 'more than',
          unit: 'percent',
          kind: 'poll',
          words: 'more than 50 per cent',
        },
        {
          start: 2740,
          end: 2756,
          value: 11,
          qualifier: 'only',
          unit: 'percent',
          kind: 'poll',
          words: 'Only 11 per cent',
        },
      ],
    )
  })
})
