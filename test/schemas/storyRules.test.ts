import type {SanityDocument} from 'sanity'
import {beforeAll, describe, expect, it} from 'vitest'

import {dataset as stored, rowers, weather as undated} from '../queries/dataset.ts'
import {validatorOver, type Problems} from './validate.ts'

const weather = {...undated, publishedAt: '2020-05-01T08:00:00Z'}
const dataset = stored.map((document) => (document._id === weather._id ? weather : document))

let problems: Problems
beforeAll(async () => {
  const validator = await validatorOver(dataset)
  problems = validator.problems
  return validator.close
})

const to = (id: string) => ({_type: 'reference', _ref: id})

/** A story of one sentence, marked with one annotation. */
const marked = (annotation: object) => ({
  ...weather,
  body: [
    {
      _key: 'p',
      _type: 'block',
      children: [{_key: 's', _type: 'span', text: '“Rain.”', marks: ['m']}],
      markDefs: [{_key: 'm', ...annotation}],
    },
  ],
})

const figure = (value: object, more: object = {}) =>
  marked({
    _type: 'figure',
    value: {_type: 'measuredValue', wording: 'two-thirds', qualifier: 'exact', value: 1, ...value},
    ...more,
  })

const quotation = (fields: object) =>
  marked({_type: 'quotation', basis: 'name', kind: 'direct', ...fields})

const dated = (date: object) => ({
  ...weather,
  reportedDate: {_type: 'fuzzyDate', basis: 'stated', ...date},
})

const dateHint = 'Use YYYY, YYYY-MM or YYYY-MM-DD; write XXXX-04 when the year is not given.'

describe('documents in order', () => {
  it.each(dataset.map((document): [string, SanityDocument] => [document._id, document]))(
    'finds nothing wrong with %s',
    async (_, document) => {
      expect(await problems(document)).toEqual([])
    },
  )

  it.each<[string, SanityDocument]>([
    ['a year', dated({value: '2022'})],
    ['a month', dated({value: '2022-12'})],
    ['a day', dated({value: '2024-02-29'})],
    ['a month of no year', dated({value: 'XXXX-04'})],
    ['words for a date', dated({wording: 'before the war'})],
    ['an unattributed quotation', quotation({basis: 'unattributed'})],
    ['words set apart', quotation({kind: 'scare'})],
    ['a vague number without figures', figure({qualifier: 'vague', value: undefined})],
    ['a range', figure({qualifier: 'between', value: undefined, min: 1, max: 2})],
    ['150 of something', figure({value: 150, unit: 'miles'})],
    ['a finding of a poll', figure({}, {poll: to('poll-harbour'), findingKey: 'f0'})],
    ['a link', marked({_type: 'link', href: 'https://example.org/'})],
  ])('lets pass %s', async (_, document) => {
    expect(await problems(document)).toEqual([])
  })
})

describe('stories', () => {
  it.each<[string, SanityDocument, string[]]>([
    [
      'no headline, text, address, genre or language',
      {
        ...weather,
        title: undefined,
        body: undefined,
        slug: undefined,
        genre: undefined,
        language: undefined,
      },
      [
        'error body: The story has no text.',
        'error genre: Required',
        'error language: Required',
        'error slug.current: Required',
        'error slug: Required',
        'error title: Give the story a headline.',
      ],
    ],
    ['an empty text', {...weather, body: []}, ['error body: The story has no text.']],
    [
      'a long headline',
      {...weather, title: 'x'.repeat(111)},
      ['warning title: Long headlines are cut on cards.'],
    ],
    [
      'a long standfirst',
      {...weather, standfirst: 'x'.repeat(241)},
      ['warning standfirst: Keep the standfirst under 240 characters.'],
    ],
    [
      'no byline and no reason',
      {...weather, noBylineReason: undefined},
      ['warning noBylineReason: Add a byline, or say why there is none.'],
    ],
    [
      'a byline of nobody',
      {...weather, bylines: [{_key: 'b', _type: 'storyCredit', role: 'editor'}]},
      ['error bylines[b].name: Choose the person, or write the name.'],
    ],
    [
      'a language that is none',
      {...weather, language: 'english language'},
      ['error language: Not a language tag.'],
    ],
    [
      'a language in another case',
      {...weather, language: 'EN'},
      ['error language: Not a language tag.'],
    ],
    [
      'an unknown genre',
      {...weather, genre: 'rumour'},
      ['error genre: Value "rumour" did not match any allowed values'],
    ],
    [
      'a place twice',
      {...weather, locations: ['a', 'b'].map((_key) => ({_key, ...to('place-norholm')}))},
      ["error locations[a]: Can't be a duplicate", "error locations[b]: Can't be a duplicate"],
    ],
    [
      'more than eight main subjects, some of them twice',
      {
        ...weather,
        about: dataset
          .filter(({_type}) => _type !== 'article' && _type !== 'poll')
          .flatMap(({_id}) => [_id, _id])
          .map((id, index) => ({_key: `k${index}`, ...to(id)})),
      },
      [
        'error about: Name the main subjects only; mentions are found in the text.',
        ...Array.from({length: 10}, (_, index) => `error about[k${index}]: Can't be a duplicate`),
      ],
    ],
    [
      'an address that another story has',
      {...weather, slug: rowers.slug},
      ['error slug: This address is taken: another page has it.'],
    ],
    [
      'a field the model does not have',
      {...weather, mood: 'grey'},
      ["warning mood: Field 'mood' does not exist on type 'article'"],
    ],
  ])('reports %s', async (_, document, expected) => {
    expect(await problems(document)).toEqual(expected)
  })
})

describe('marks in the text', () => {
  const at = 'body[p].markDefs[m]'
  it.each<[string, SanityDocument, string[]]>([
    [
      'a mention of nobody',
      marked({_type: 'mention'}),
      [`error ${at}.entity: Choose who or what is mentioned.`],
    ],
    [
      'a mention of somebody missing',
      marked({_type: 'mention', entity: to('nobody')}),
      [`error ${at}.entity: Referenced document must be published`],
    ],
    [
      'a quotation of nobody',
      quotation({}),
      [`error ${at}.speaker: Name the speaker, or mark the quotation as unattributed.`],
    ],
    [
      'an empty quotation within',
      quotation({speaker: to('person-ana'), nested: [{_key: 'n', _type: 'nestedQuotation'}]}),
      [`error ${at}.nested[n].text: Write the inner quotation.`],
    ],
    [
      'a figure without a value',
      marked({_type: 'figure'}),
      [
        `error ${at}.value.qualifier: Required`,
        `error ${at}.value.wording: Give the words of the story.`,
        `error ${at}.value: Required`,
      ],
    ],
    ...(['exact', 'approx', 'moreThan', 'lessThan'] as const).map(
      (qualifier): [string, SanityDocument, string[]] => [
        `“${qualifier}” without a number`,
        figure({qualifier, value: undefined}),
        [`error ${at}.value.value: Give the number in figures.`],
      ],
    ),
    [
      'more than a hundred per cent',
      figure({value: 101, unit: 'percent'}),
      [`error ${at}.value.value: A percentage lies between 0 and 100.`],
    ],
    [
      'a range with one end',
      figure({qualifier: 'between', min: 1}),
      [`error ${at}.value.max: Give both ends of the range.`],
    ],
    [
      'a range upside down',
      figure({min: 2, max: 1}),
      [`error ${at}.value.max: The upper end must be larger than the lower end.`],
    ],
    [
      'half a fraction',
      figure({numerator: 2}),
      [`error ${at}.value.denominator: Give both parts of the fraction.`],
    ],
    [
      'a poll without its finding',
      figure({}, {poll: to('poll-harbour')}),
      [`error ${at}.findingKey: Choose the finding of this poll.`],
    ],
    [
      'a finding without its poll',
      figure({}, {findingKey: 'f0'}),
      [`error ${at}.findingKey: Choose the poll first.`],
    ],
    [
      'a finding that is gone',
      figure({}, {poll: to('poll-harbour'), findingKey: 'f9'}),
      [`error ${at}.findingKey: That finding was removed.`],
    ],
    ['a link without an address', marked({_type: 'link'}), [`error ${at}.href: Give the address.`]],
    [
      'a link that is not https',
      marked({_type: 'link', href: 'http://example.org/'}),
      [`error ${at}.href: Use a full https address.`],
    ],
  ])('reports %s', async (_, document, expected) => {
    expect(await problems(document)).toEqual(expected)
  })

  it.each(['2022-13', '22', '2022-02-30', 'April', '2022-4', 'XXXX'])(
    'refuses the date %s',
    async (value) => {
      expect(await problems(dated({value}))).toEqual([`error reportedDate.value: ${dateHint}`])
    },
  )

  it('refuses a date of nothing', async () => {
    expect(await problems(dated({}))).toEqual([
      'error reportedDate.value: Give a date, or the words of the story.',
    ])
  })
})
