import {describe, expect, it} from 'vitest'

import {extract} from '../../../seed/extract/extract.ts'
import type {Gazetteer} from '../../../seed/extract/gazetteer.ts'

const gazetteer: Gazetteer = [
  {entity: 'ada', type: 'person', names: ['Ada Quist', 'Quist']},
  {entity: 'bo', type: 'person', names: ['Bo Lund', 'Lund']},
  {entity: 'centre', type: 'organisation', names: ['Harbour Centre']},
  {entity: 'norland', type: 'place', names: ['Norland']},
]

/** Each quotation as `speaker: words`, `–` for nobody; `…` before one that goes on. */
function spoken(...paragraphs: string[]): string[] {
  const text = ['A headline', ...paragraphs].join('\n')
  return extract(text, gazetteer).quotations.map(({speaker, continues, start, end}) => {
    const words = text.slice(start, end)
    return `${speaker ?? '–'}: ${continues ? '…' : ''}${words}`
  })
}

describe('the marks', () => {
  it('finds typographic, typewriter and single marks', () => {
    expect(
      spoken('“It is late,” said Quist. "It is dark," said Lund. ‘It isn’t cold,’ said Quist.'),
    ).toEqual(['ada: “It is late,”', 'bo: "It is dark,"', 'ada: ‘It isn’t cold,’'])
  })

  it('keeps a quotation inside a quotation', () => {
    const text = 'H\n“She told me ‘don’t wait’ and ‘go’,” said Quist.'
    const [quotation] = extract(text, gazetteer).quotations
    expect(quotation?.nested.map(({start, end}) => text.slice(start, end))).toEqual([
      '‘don’t wait’',
      '‘go’',
    ])
  })

  it('carries a quotation on into the next paragraph', () => {
    expect(
      spoken('“It is late,” said Quist. “It is dark.', '“It is cold.”', '“No,” said Lund.'),
    ).toEqual(['ada: “It is late,”', 'ada: …“It is dark.', 'ada: …“It is cold.”', 'bo: “No,”'])
  })

  it('takes a mark without its partner for a slip, and goes on reading', () => {
    expect(spoken('The 6" gun was old. “It is late,” said Quist.')).toEqual(['ada: “It is late,”'])
  })
})

describe('the speaker', () => {
  it.each([
    ['“It is late,” said Quist.', 'ada'],
    ['“It is late,” Quist said.', 'ada'],
    ['“It is late.” Quist said.', 'ada'],
    ['“It is late,” Quist, a sailor, later told reporters.', 'ada'],
    ['“It is late,” said the harbour master, Ada Quist, on Monday.', 'ada'],
    ['“It is late,” said a sailor who asked to be named only as Quist.', 'ada'],
    ['Quist replied: “It is late.”', 'ada'],
    ['Quist said that “it is far too late to leave now”.', 'ada'],
    ['According to Quist, “it is far too late to leave”.', 'ada'],
    ['“It is late” — Ada Quist', 'ada'],
    ['“It is late,” the Harbour Centre said.', 'centre'],
    ['“It is late,” said Lund’s deputy.', '–'],
    ['“It is late,” said a spokesman for the Harbour Centre.', '–'],
    ['“It is late,” said Norland.', '–'],
    ['“It is late,” officials said.', '–'],
    ['Quist and Lund waited. “It is late,” Lund said, and Quist left.', 'bo'],
  ])('%s', (text, speaker) => {
    expect(spoken(text).map((row) => row.split(':')[0])).toEqual([speaker])
  })

  it('follows a pronoun to whom the narration is about', () => {
    expect(
      spoken('Ada Quist left Norland against the wish of Lund.', '“It is late,” she said.'),
    ).toEqual(['ada: “It is late,”'])
    expect(
      spoken('Bo Lund lost his boat. Ada Quist found her oars.', '“It is late,” he said.'),
    ).toEqual(['bo: “It is late,”'])
  })

  it('goes on with the same speaker around and behind an attribution', () => {
    expect(spoken('“I think,” said Quist, “that it is late.” She sat down. “I can wait.”')).toEqual(
      ['ada: “I think,”', 'ada: …“that it is late.”', 'ada: “I can wait.”'],
    )
    expect(
      spoken('“It is late,” Quist said, and went home.', '“We have all been there for a while.”'),
    ).toEqual(['ada: “It is late,”', 'ada: “We have all been there for a while.”'])
  })

  it('gives words set apart to nobody', () => {
    expect(spoken('“It is late,” said Quist.', 'The “night watch” is a club.')).toEqual([
      'ada: “It is late,”',
      '–: “night watch”',
    ])
  })

  it('calls a quoted fragment partial, and words set apart by their name', () => {
    const text =
      'H\nThe “last straw”, Quist added, was the fog. The “night watch” is a club. “Go,” she said.'
    expect(extract(text, gazetteer).quotations.map(({kind, basis}) => [kind, basis])).toEqual([
      ['partial', 'name'],
      ['scare', 'unattributed'],
      ['direct', 'pronoun'],
    ])
  })
})
