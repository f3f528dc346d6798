import {describe, expect, it} from 'vitest'

import {articleText, bundledStory, ofType, wordsOf} from './bundledStory.ts'

const {documents, article} = bundledStory()
const [story] = ofType(documents, 'article')
const [poll] = ofType(documents, 'poll')
const nameOf = new Map(
  documents.map((document) => [document._id, 'name' in document ? document.name : document.title]),
)
const paragraphAt = (offset: number) =>
  article.paragraphs.findIndex(({start, end}) => start <= offset && offset < end)

describe('the quotations of the bundled story', () => {
  it('gives each to its speaker', () => {
    const rows = article.quotations.map((quotation) => [
      `p${paragraphAt(quotation.start)}`,
      wordsOf(quotation).slice(0, 24),
      quotation.speaker === null ? null : nameOf.get(quotation.speaker),
      quotation.kind,
      quotation.basis,
      quotation.continues,
      quotation.cue && wordsOf(quotation.cue),
    ])
    expect(rows).toEqual([
      [
        'p2',
        '“It was pretty understan',
        'Vadim Prokopiev',
        'direct',
        'name',
        false,
        'said Prokopiev',
      ],
      ['p4', '“We’ve come here because', 'Vadim Prokopiev', 'direct', 'pronoun', false, 'he said'],
      ['p13', '“special operatives”', null, 'scare', 'unattributed', false, null],
      [
        'p16',
        '“I did my best to resolv',
        'Vadim Prokopiev',
        'direct',
        'name',
        false,
        'Prokopiev said',
      ],
      ['p16', '“First, we need enough B', 'Vadim Prokopiev', 'direct', 'context', true, null],
      [
        'p18',
        '“For years, we wrote pet',
        'Mike',
        'direct',
        'name',
        false,
        'said a 40-year-old lieutenant',
      ],
      ['p18', '“But things got worse, n', 'Mike', 'direct', 'context', true, null],
      ['p18', '“last straw”', 'Mike', 'partial', 'pronoun', false, 'he added'],
      [
        'p20',
        '“The West’s policies of ',
        'Vadim Prokopiev',
        'direct',
        'name',
        false,
        'Prokopiev said',
      ],
      ['p21', '“Unfortunately only this', 'Vadim Prokopiev', 'direct', 'context', false, null],
      ['p26', '“The Kremlin’s Russia is', 'Kandalaksha', 'direct', 'pronoun', false, 'he replied'],
      [
        'p28',
        '“The fate of Europe will',
        'Alina Korotkevich',
        'direct',
        'pronoun',
        false,
        'she said',
      ],
      ['p28', '“I can be useful here, w', 'Alina Korotkevich', 'direct', 'context', false, null],
      [
        'p31',
        '“Many people have in the',
        'Palina Brodik',
        'direct',
        'name',
        false,
        'said Palina Brodik',
      ],
      ['p31', '“But we are not the same', 'Palina Brodik', 'direct', 'pronoun', false, 'she added'],
      ['p31', '“Our job is to show soli', 'Palina Brodik', 'direct', 'context', true, null],
    ])
  })

  it('misses no opening mark, and keeps the quotation inside a quotation', () => {
    expect(article.quotations.length).toBe(articleText.match(/“/g)?.length)
    expect(article.quotations.flatMap(({nested}) => nested.map(wordsOf))).toEqual([
      '‘You better cross the river, and join us’',
    ])
  })

  it('annotates the same words in the text', () => {
    const annotated = story?.body.flatMap(({markDefs, children}) =>
      (markDefs ?? []).flatMap((mark) =>
        mark._type === 'quotation'
          ? [
              children
                ?.filter(({marks}) => marks?.includes(mark._key))
                .map(({text}) => text)
                .join(''),
            ]
          : [],
      ),
    )
    expect(annotated).toEqual(article.quotations.map(wordsOf))
  })
})

describe('the mentions of the bundled story', () => {
  it('finds every printing of every name', () => {
    const names = documents.flatMap((document) =>
      'name' in document
        ? [
            document.name,
            ...('alternateNames' in document
              ? (document.alternateNames ?? []).map(({name}) => name)
              : []),
          ]
        : [],
    )
    const found = article.mentions.map(({start, end}) => ({start, end}))
    const missed = names.flatMap((name) =>
      [...articleText.matchAll(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'gu'))]
        .filter(({index}) => !found.some(({start, end}) => start <= index && index < end))
        .map(({index}) => `${name} at ${index}`),
    )
    expect(missed).toEqual([])
    expect(found.length).toBe(104)
  })

  it('tells the town from the person who is called after it', () => {
    const rows = article.mentions
      .filter((mention) => wordsOf(mention) === 'Kandalaksha')
      .map(({start, type}) => [`p${paragraphAt(start)}`, type])
    expect(rows).toEqual([
      ['p23', 'person'],
      ['p23', 'place'],
      ['p24', 'person'],
      ['p25', 'person'],
    ])
  })

  it('annotates them in the text, those inside quotations too', () => {
    const annotated = story?.body.flatMap(({markDefs, children}) =>
      (markDefs ?? []).flatMap((mark) =>
        mark._type === 'mention'
          ? [
              [
                mark.entity._ref,
                children
                  ?.filter(({marks}) => marks?.includes(mark._key))
                  .map(({text}) => text)
                  .join(''),
              ],
            ]
          : [],
      ),
    )
    const inBody = article.mentions.filter(({start}) => paragraphAt(start) !== -1)
    expect(annotated).toEqual(inBody.map((mention) => [mention.entity, wordsOf(mention)]))
  })
})

describe('the figures of the bundled story', () => {
  it('reads them with their words, and takes dates and names for none', () => {
    const rows = article.figures.map((figure) => [
      `p${paragraphAt(figure.start)}`,
      wordsOf(figure),
      figure.value,
      figure.qualifier,
      figure.unit,
    ])
    expect(rows).toEqual([
      ['p0', '50', 50, 'exact', 'years'],
      ['p1', 'seven-car', 7, 'exact', 'car'],
      ['p8', 'hundreds of Russian missiles', null, 'orderOfMagnitude', 'Russian missiles'],
      ['p9', 'about 150 miles', 150, 'approx', 'miles'],
      ['p11', 'two-thirds', 66.7, 'exact', 'percent'],
      ['p11', 'more than 50 per cent', 50, 'moreThan', 'percent'],
      ['p11', '11 per cent', 11, 'exact', 'percent'],
      ['p13', 'hundreds of members', null, 'orderOfMagnitude', 'members'],
      ['p18', '40-year-old', 40, 'exact', 'years'],
      ['p18', 'more than 1,000 political prisoners', 1000, 'moreThan', 'political prisoners'],
      ['p27', '43-year-old', 43, 'exact', 'years'],
    ])
  })

  it('gives a figure inside a quotation to whoever claims it', () => {
    const claimed = story?.body.flatMap(({markDefs}) =>
      (markDefs ?? []).flatMap((mark) =>
        mark._type === 'figure' && mark.attributedTo
          ? [[mark.value.wording, nameOf.get(mark.attributedTo._ref)]]
          : [],
      ),
    )
    expect(claimed).toEqual([['more than 1,000 political prisoners', 'Mike']])
  })

  it('has one poll with three findings, each tied to its words', () => {
    expect(ofType(documents, 'poll').length).toBe(1)
    expect(poll?.pollsterWording).toBe('an independent Belarusian sociologist')
    expect(poll?.fieldStart).toEqual({
      _type: 'fuzzyDate',
      value: 'XXXX-04',
      wording: 'in April',
      basis: 'stated',
    })
    const percent = {_type: 'measuredValue', unit: 'percent'}
    expect(
      poll?.findings.map(({_key, topic, stance, framing, value}) => [
        _key,
        stance,
        topic,
        framing,
        value,
      ]),
    ).toEqual([
      [
        'p11f0',
        'opposed',
        'the use of Belarusian infrastructure for Russia’s military operations in Ukraine',
        undefined,
        {
          ...percent,
          wording: 'two-thirds',
          qualifier: 'exact',
          value: 66.7,
          numerator: 2,
          denominator: 3,
        },
      ],
      [
        'p11f1',
        'disapproved',
        'Russia’s actions in Ukraine',
        undefined,
        {...percent, wording: 'more than 50 per cent', qualifier: 'moreThan', value: 50},
      ],
      [
        'p11f2',
        'supported',
        'sending Belarusian troops into Ukraine',
        'Only',
        {...percent, wording: '11 per cent', qualifier: 'exact', value: 11},
      ],
    ])
    const tied = story?.body.flatMap(({markDefs}) =>
      (markDefs ?? []).flatMap((mark) =>
        mark._type === 'figure' && mark.poll ? [[mark.poll._ref, mark.findingKey]] : [],
      ),
    )
    expect(tied).toEqual(poll?.findings.map(({_key}) => [poll._id, _key]))
  })
})
