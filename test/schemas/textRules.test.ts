import type {SanityDocument} from 'sanity'
import {beforeAll, describe, expect, it} from 'vitest'

import {choiceOf, confirmationState, marksOf} from '../../schemas/index.ts'
import {ana, dataset as stored, rowers, weather as undated} from '../queries/dataset.ts'
import {validatorOver, type Problems} from './validate.ts'

const weather = {...undated, publishedAt: '2020-05-01T08:00:00Z'}

/** What the desk keeps of the two quotations of the rowers’ story. */
const item = (blockKey: string, key: string, wording: string) => ({
  _key: key,
  _type: 'deskItem',
  blockKey,
  key,
  wording,
  choice: 'person-ana',
  decision: 'confirmed',
})
const desk = {
  _id: 'desk.rowers',
  _type: 'desk',
  _rev: 'r',
  _createdAt: undated._createdAt,
  _updatedAt: undated._updatedAt,
  subject: {_type: 'reference', _ref: 'article-rowers', _weak: true},
  items: [
    item('p00', 'p00q0', '“We row for Norholm,”'),
    item('p01', 'p01q0', '“They cried: ‘No tax’,”'),
  ],
}
const nameless = {
  ...ana,
  _id: 'person-nameless',
  naming: 'codename',
  slug: {_type: 'slug', current: 'nameless'},
}

let problems: Problems
beforeAll(async () => {
  const validator = await validatorOver([...stored, desk, nameless])
  problems = validator.problems
  return validator.close
})

const to = (id: string) => ({_type: 'reference', _ref: id})

interface Marked {
  text?: string
  style?: string
}

/** A paragraph of one span, marked with one annotation. */
const block = (key: string, annotation: object, {text = '“Rain.”', style}: Marked = {}) => ({
  _key: key,
  _type: 'block',
  ...(style !== undefined && {style}),
  children: [{_key: `${key}s`, _type: 'span', text, marks: [`${key}m`]}],
  markDefs: [{_key: `${key}m`, ...annotation}],
})
const plain = {_key: 'plain', _type: 'block', children: [{_key: 's', _type: 'span', text: 'Wet.'}]}
const story = (...body: object[]) => ({...weather, body})
const said = (fields: object = {}) => ({
  _type: 'quotation',
  speaker: to('person-ana'),
  basis: 'name',
  kind: 'direct',
  ...fields,
})
const counted = (value: object) => ({
  _type: 'figure',
  value: {_type: 'measuredValue', qualifier: 'exact', ...value},
})
const mention = (fields: object = {}) => ({
  _type: 'mention',
  entity: to('place-norholm'),
  ...fields,
})

/** The rowers’ story with other words in its first quotation, and perhaps in the second. */
const edited = (first: string, second = '“They cried: ‘No tax’,”') => ({
  ...rowers,
  body: rowers.body.map((one) => ({
    ...one,
    children:
      'children' in one
        ? one.children?.map((span) => ({
            ...span,
            text: span.text
              ?.replace('“We row for ', first)
              .replace('“They cried: ‘No tax’,”', second),
          }))
        : [],
  })),
})

describe('the text of a story lets pass', () => {
  it.each<[string, SanityDocument]>([
    ['marks that were confirmed', story(block('a', mention()), block('b', said()))],
    ['words that are those that were confirmed', rowers],
    [
      'a quotation in a block of its own',
      story(block('a', said(), {text: 'Rain', style: 'blockquote'})),
    ],
    [
      'one quotation mark of another language at each end',
      story(block('a', said(), {text: '«Rain»'})),
    ],
    [
      'a quotation that carries on from the paragraph before',
      story(block('a', said()), block('b', said({continues: true}))),
    ],
    ['a quotation in translation', story(block('a', said({translatedFrom: 'uk'})))],
    ['digits that agree', story(block('a', counted({wording: '1,500 boats', value: 1500})))],
    ['a number in words', story(block('a', counted({wording: 'a dozen', value: 12})))],
    ['a magnitude', story(block('a', counted({wording: '1.5 million', value: 1_500_000})))],
    [
      'one end of a range',
      story(block('a', counted({wording: '5 to 7', qualifier: 'between', min: 5, max: 7}))),
    ],
    [
      'a pull quote, a poll and a fact box',
      story(
        block('a', said()),
        {_key: 'pull', _type: 'pullQuote', quotationKey: 'am'},
        {_key: 'poll', _type: 'pollEmbed', poll: to('poll-harbour'), findingKeys: ['f0']},
        {_key: 'box', _type: 'factBox', title: 'Rain', text: 'It falls.'},
      ),
    ],
  ])('%s', async (_, document) => {
    expect(await problems(document)).toEqual([])
  })
})

describe('the text of a story reports', () => {
  it.each<[string, SanityDocument, string[]]>([
    [
      'a suggestion',
      story(block('a', mention({suggested: true})), block('b', said())),
      ['error body: 1 suggestion is still to be confirmed or rejected.'],
    ],
    [
      'three suggestions, of every kind, in a draft',
      {
        ...story(
          block('a', mention({suggested: true})),
          block('b', said({suggested: true})),
          block('c', {...counted({wording: 'two', value: 2}), suggested: true}),
        ),
        _id: 'drafts.article-weather',
      },
      ['error body: 3 suggestions are still to be confirmed or rejected.'],
    ],
    [
      'words that changed since an editor confirmed them',
      edited('“We sail for '),
      ['warning body: 1 marked passage changed since it was confirmed: look at it again.'],
    ],
    [
      'several of them',
      edited('“We sail for ', '“They cried: ‘Tax’,”'),
      ['warning body: 2 marked passages changed since they were confirmed: look at them again.'],
    ],
    [
      'words without their quotation marks',
      story(block('a', said(), {text: '“Rain'})),
      [
        'warning body[a].markDefs[am]: Mark the whole quotation, from one quotation mark to the other.',
      ],
    ],
    [
      'a first quotation that carries on',
      story(block('a', said({continues: true}))),
      ['error body[a].markDefs[am].continues: There is nothing to continue.'],
    ],
    [
      'a quotation that carries on somebody else’s',
      story(block('a', said({speaker: to('unit-guard')})), block('b', said({continues: true}))),
      ['error body[b].markDefs[bm].continues: There is nothing to continue.'],
    ],
    [
      'a quotation that carries on from too far away',
      story(block('a', said()), plain, block('b', said({continues: true}))),
      ['error body[b].markDefs[bm].continues: There is nothing to continue.'],
    ],
    [
      'a speaker who is withheld on no basis',
      story(block('a', said({speaker: to('person-nameless')}))),
      [
        'error body[a].markDefs[am].speaker: This speaker’s name is withheld: say on what basis in their entry.',
      ],
    ],
    [
      'a translation from no language',
      story(block('a', said({translatedFrom: 'Ukrainian language'}))),
      ['error body[a].markDefs[am].translatedFrom: Not a language tag.'],
    ],
    [
      'digits that say something else',
      story(block('a', counted({wording: '11 per cent', value: 12}))),
      [
        'warning body[a].markDefs[am].value.wording: The number in these words is another one than in the figures.',
      ],
    ],
    [
      'a pull quote of what is no longer there',
      story(plain, {_key: 'pull', _type: 'pullQuote', quotationKey: 'am'}),
      ['warning body[pull].quotationKey: That quotation is no longer in the text.'],
    ],
    [
      'a pull quote of nothing',
      story(plain, {_key: 'pull', _type: 'pullQuote'}),
      ['error body[pull].quotationKey: Choose a quotation.'],
    ],
    [
      'a poll that is not chosen',
      story(plain, {_key: 'poll', _type: 'pollEmbed'}),
      ['error body[poll].poll: Choose the poll.'],
    ],
    [
      'a finding that is gone from its poll',
      story(plain, {
        _key: 'poll',
        _type: 'pollEmbed',
        poll: to('poll-harbour'),
        findingKeys: ['f0', 'f9'],
      }),
      ['error body[poll].findingKeys: That finding was removed.'],
    ],
    [
      'an empty fact box',
      story(plain, {_key: 'box', _type: 'factBox'}),
      [
        'error body[box].text: The box has no text.',
        'error body[box].title: Give the box a heading.',
      ],
    ],
  ])('%s', async (_, document, expected) => {
    expect(await problems(document)).toEqual(expected)
  })
})

describe('marksOf', () => {
  it('lists the marks of a text in the order of their words', () => {
    expect(marksOf(rowers.body).map(({mark, text}) => [mark['_key'], text])).toEqual([
      ['p00q0', '“We row for Norholm,”'],
      ['p00m0', 'Norholm'],
      ['p00m1', 'Ana Zell'],
      ['p01f0', 'two-thirds'],
      ['p01q0', '“They cried: ‘No tax’,”'],
      ['p01m0', ' Zell'],
    ])
    expect(marksOf(undefined)).toEqual([])
  })
})

describe('confirmationState', () => {
  const mark = said({_key: 'm'})
  const confirmed = {decision: 'confirmed', wording: '“Rain.”', choice: 'person-ana'}
  it.each([
    ['suggested', {mark: {...mark, suggested: true}, text: '“Rain.”'}, confirmed],
    ['confirmed', {mark, text: '“Rain.”'}, confirmed],
    ['confirmed', {mark, text: '“Rain.”'}, undefined],
    ['confirmed', {mark, text: '“Rain.”'}, {...confirmed, decision: 'rejected'}],
    ['changed', {mark, text: '“Hail.”'}, confirmed],
    ['changed', {mark: {...mark, speaker: to('person-bo')}, text: '“Rain.”'}, confirmed],
  ])('is %s for %o beside %o', (state, marked, beside) => {
    expect(confirmationState(marked, beside)).toBe(state)
  })

  it('tells choices apart by whom and what was chosen', () => {
    expect(choiceOf(mark)).toBe('person-ana')
    expect(choiceOf({poll: to('poll-a'), findingKey: 'f0', value: {value: 11}})).toBe(
      'poll-a f0 11',
    )
    expect(choiceOf({})).toBe('')
  })
})
