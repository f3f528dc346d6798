import {describe, expect, it} from 'vitest'

import {readRecord} from '../../seed/archive/articleRecord.ts'

const text =
  'The ferry is late\nThe ferry to Lorne was late on Monday, and it was the third time that it was.'

describe('a record of an archive', () => {
  it('is read with all that is known of it', () => {
    const record = {
      id: 7,
      text: 'The wind was strong and the ferry stayed in the harbour of Lorne for the day.',
      title: 'He came. He waited.',
      standfirst: 'On the wind.',
      publishedAt: '2024-05-01T09:30:00+02:00',
      bylines: ['Jo Lind', {name: 'Kim Ames', role: 'photographer'}],
      language: 'EN-gb',
      section: 'Region',
      rights: '',
      url: null,
      images: [{src: 'ferry.jpg'}],
      corrections: [{date: '2024-05-02', text: 'The day was wrong.', before: 'Sunday'}],
    }
    expect(readRecord(record, 'archive.jsonl:1')).toEqual({
      article: {
        place: 'archive.jsonl:1',
        source: '7',
        text: `He came. He waited.\n${record.text}`,
        isTitled: true,
        language: 'en-GB',
        leftOver: ['section', 'images'],
        fields: {
          standfirst: 'On the wind.',
          publishedAt: '2024-05-01T07:30:00.000Z',
          bylines: [
            {_key: 'c0', _type: 'storyCredit', role: 'reporter', name: 'Jo Lind'},
            {_key: 'c1', _type: 'storyCredit', role: 'photographer', name: 'Kim Ames'},
          ],
          corrections: [
            {
              _key: 'k0',
              _type: 'storyCorrection',
              date: '2024-05-02',
              kind: 'correction',
              text: 'The day was wrong.',
              before: 'Sunday',
            },
          ],
        },
      },
    })
  })

  it('leaves empty what is not given', () => {
    expect(readRecord({id: 'a', text, publishedAt: null, bylines: []}, 'a:1')).toEqual({
      article: {
        place: 'a:1',
        source: 'a',
        text,
        isTitled: false,
        language: 'en',
        leftOver: [],
        fields: {},
      },
    })
  })

  it('does not print a headline twice', () => {
    expect(readRecord({id: 'a', title: 'The ferry is late', text}, 'a:1').article?.text).toBe(text)
  })

  it('has no language when none is named and it is not English', () => {
    const german =
      'Die Fähre kommt spät\nDer Kapitän sagte am Montag, dass der Wind zu stark gewesen sei.'
    expect(readRecord({id: 'a', text: german}, 'a:1').article?.language).toBe(undefined)
  })

  it.each([
    [{}, ['id: must be text', 'text: must be the text of the article']],
    [{id: 'a', text: ''}, ['is empty; it needs a headline and a text']],
    [{id: 'a', text: `Late.\nAgain.`}, [expect.stringMatching(/^has no headline/)]],
    [
      {id: 'a', text, publishedAt: '2024-05-01'},
      [expect.stringMatching(/^publishedAt: "2024-05-01" is no moment with a zone/)],
    ],
    [
      {id: 'a', text, publishedAt: '2024-13-01T10:00:00Z'},
      [expect.stringMatching(/^publishedAt: .* is no moment/)],
    ],
    [
      {id: 'a', text, language: 'english!'},
      ['language: "english!" is not a language tag such as en or be-Latn'],
    ],
    [
      {id: 'a', text, corrections: [{date: '2024-05-02'}]},
      [expect.stringMatching(/^corrections\[0\]\[text\]: /)],
    ],
    [{id: 'a', text: 'Title\n\0\u0001 text'}, [expect.stringMatching(/^is not a text file/)]],
  ])('is refused with a sentence for each fault: %j', (record, problems) => {
    expect(readRecord(record, 'a:1')).toEqual({problems})
  })
})
