import {describe, expect, it} from 'vitest'

import {choicesIn, everything, narrow} from '../../../studio/review/narrow.ts'
import {openReview} from './openReview.ts'

describe('what is suggested', () => {
  it('is one list, the least certain first, each with its words in their sentence', async () => {
    const {review} = await openReview()
    const {suggestions, stories, storyCount} = await review()
    expect([storyCount, [...stories.values()]]).toEqual([
      1,
      ['Belarusian dissidents join Ukraine’s fight against Russia'],
    ])
    expect(choicesIn(suggestions, ({kind}) => [kind])).toEqual([
      {value: 'mention', count: 96},
      {value: 'entry', count: 31},
      {value: 'quotation', count: 16},
      {value: 'figure', count: 11},
    ])
    const sure = suggestions.map(({confidence}) => confidence)
    const inOrder = ['low', 'medium', 'high'].flatMap((one) => sure.filter((own) => own === one))
    expect(sure).toEqual(inOrder)
    const [first] = suggestions
    expect(first && {...first, stories: [], target: '', key: '', choice: ''}).toEqual({
      key: '',
      kind: 'mention',
      stories: [],
      block: 'p00',
      mark: 'p00m3',
      before: 'Wartime paranoia had set in and ',
      words: 'Prokopiev',
      after: ', 50, rarely made a good first impression on suspicious Ukrainian soldiers.',
      target: '',
      choice: '',
      rule: 'age',
      confidence: 'low',
      candidates: [],
    })
  })

  it('can be narrowed to a story, to somebody across stories, to a rule, and by how sure it is', async () => {
    const {review, idOf} = await openReview([
      'Ada Quist wins\nAda Quist said on Monday that Lars Berg had lost.',
      'Ada Quist loses\n“No,” said Ada Quist in Warsaw.',
    ])
    const {suggestions, stories} = await review()
    const wordsOf = (narrowing: Partial<typeof everything>) =>
      narrow(suggestions, {...everything, ...narrowing})
        .map(({kind, words}) => `${kind} ${words}`)
        .toSorted()
    const ada = ['mention Ada Quist', 'entry Ada Quist']
    const [losing] = [...stories].flatMap(([id, title]) =>
      title === 'Ada Quist loses' ? [id] : [],
    )
    expect([
      wordsOf({story: losing ?? ''}),
      wordsOf({target: await idOf('Ada Quist')}),
      wordsOf({rule: 'known place'}),
      wordsOf({sure: 'high'}),
      wordsOf({sure: 'low'}),
    ]).toEqual(
      [
        [...ada, 'mention Warsaw', 'entry Warsaw', 'quotation “No,”'],
        [...ada, 'mention Ada Quist', 'quotation “No,”'],
        ['mention Warsaw', 'entry Warsaw'],
        [...ada, 'mention Ada Quist', 'mention Lars Berg', 'entry Lars Berg', 'quotation “No,”'],
        [],
      ].map((list) => list.toSorted()),
    )
  })
})
