import {describe, expect, it} from 'vitest'

import {extract} from '../../../seed/extract/extract.ts'

/** Each quotation of an article that no register knows, as `speaker: words`. */
function spoken(...paragraphs: string[]): string[] {
  const text = ['A headline', ...paragraphs].join('\n')
  const {entities, quotations} = extract(text, [])
  return quotations.map(({speaker, kind, start, end}) => {
    const name = entities.find(({entity}) => entity === speaker)?.name
    return `${kind === 'scare' ? 'set apart' : (name ?? '–')}: ${text.slice(start, end)}`
  })
}

describe('the marks of a house', () => {
  it.each([
    ["'We will leave at dawn,' said Anna Berger.", "'We will leave at dawn,'"],
    ["''We will leave at dawn,'' said Anna Berger.", "''We will leave at dawn,''"],
    ['«We will leave at dawn», said Anna Berger.', '«We will leave at dawn»'],
    ['„We will leave at dawn“, said Anna Berger.', '„We will leave at dawn“'],
    ['“We will leave at dawn“, said Anna Berger.', '“We will leave at dawn“'],
  ])('%s', (text, words) => {
    expect(spoken(text)).toEqual([`Anna Berger: ${words}`])
  })

  it('keeps a quotation in another of its own kind', () => {
    expect(spoken('“They call it “the pit” and laugh,” said Anna Berger.')).toEqual([
      'Anna Berger: “They call it “the pit” and laugh,”',
    ])
  })
})

describe('what nobody says', () => {
  it.each([
    'Her novel, “The Long Road to the Sea”, came out in May.',
    'The ship was named “we will never give up”.',
    '“Fog closes the harbour again” — Norland Times, 3 May 2020',
  ])('%s', (text) => {
    expect(spoken(text).map((row) => row.split(':')[0])).toEqual(['set apart'])
  })
})

describe('the subject of the verb', () => {
  it.each([
    'Anna Berger (Ind.), said: “We will leave at dawn.”',
    'In 2019, Anna Berger, who owns two boats, said that “we will leave at dawn”.',
    'Anna Berger shook her head, adding that “we will leave at dawn”.',
    'Anna Berger met Peter Holt and said, “We will leave at dawn.”',
    'Leaving at dawn was “the only way for all of us”, said Anna Berger.',
    '“We will leave at dawn,” the owner of the boat, Anna Berger, said.',
  ])('%s', (text) => {
    expect(spoken(text).map((row) => row.split(':')[0])).toEqual(['Anna Berger'])
  })
})

describe('a pronoun', () => {
  it('goes by what the text says about the two', () => {
    expect(
      spoken('Mr Holt met Mrs Berger. “It was late,” she said.', '“It was dark,” he said.'),
    ).toHaveLength(2)
    expect(
      spoken(
        'Peter Holt, a father of two, met Anna Berger, a mother of three.',
        '“It was late for all of us,” she said.',
        '“It was dark for all of us,” he said.',
      ).map((row) => row.split(':')[0]),
    ).toEqual(['Anna Berger', 'Peter Holt'])
  })

  it('stays without a person after somebody who has no name', () => {
    expect(
      spoken(
        'Peter Holt waited.',
        '“It was late,” said a sailor on the quay. The “last straw for us all”, he added, was fog.',
      ).map((row) => row.split(':')[0]),
    ).toEqual(['–', '–'])
  })
})

describe('a dialogue in dashes', () => {
  it('has its speakers in the words behind', () => {
    expect(
      spoken(
        '— It is late and we are tired, said Anna Berger.',
        '— Then go home, Peter Holt replied. There is nothing to do.',
        '— Who are you to say so? she asked.',
      ),
    ).toEqual([
      'Anna Berger: — It is late and we are tired,',
      'Peter Holt: — Then go home,',
      'Anna Berger: — Who are you to say so?',
    ])
  })

  it('is no list', () => {
    expect(spoken('— Five boats sank, and two were lost.', '— Nobody was hurt.')).toEqual([])
  })
})

describe('two people of one surname', () => {
  it('are told apart by given name, title and gender', () => {
    expect(
      spoken(
        'The pier is run by Martha Stone, 54, and her cousin Peter Stone, a diver.',
        '“We will see about that one,” Peter Stone said.',
        'Ms Stone shook her head. “Nobody has asked me,” she said.',
        '“Nobody ever does here,” said Mr Stone.',
      ),
    ).toEqual([
      'Peter Stone: “We will see about that one,”',
      'Martha Stone: “Nobody has asked me,”',
      'Peter Stone: “Nobody ever does here,”',
    ])
  })
})

describe('single marks over paragraphs', () => {
  it('go on with the speaker before', () => {
    expect(
      spoken(
        "'We were told it was done,' said Anna Berger.",
        "'It was not done, and nobody's boat came.",
        "'We waited all night on the pier, and they didn't ring us.'",
        'Peter Holt disagreed.',
      ),
    ).toEqual([
      "Anna Berger: 'We were told it was done,'",
      "Anna Berger: 'It was not done, and nobody's boat came.",
      "Anna Berger: 'We waited all night on the pier, and they didn't ring us.'",
    ])
  })

  it('belong to whom the words behind the last part name', () => {
    expect(
      spoken(
        '‘It was not done, and nobody’s boat came.',
        '‘We had no light.',
        '‘We waited all night on the pier,’ said Anna Berger.',
      ),
    ).toEqual([
      'Anna Berger: ‘It was not done, and nobody’s boat came.',
      'Anna Berger: ‘We had no light.',
      'Anna Berger: ‘We waited all night on the pier,’',
    ])
  })
})
