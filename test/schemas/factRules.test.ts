import type {SanityDocument} from 'sanity'
import {beforeAll, describe, expect, it} from 'vitest'

import {ana, dataset as stored, guard, norholm, poll, port} from '../queries/dataset.ts'
import {validatorOver, type Problems} from './validate.ts'

const to = (id: string) => ({_type: 'reference', _ref: id})
const id = (scheme: string, value: string, _key = 'e') => ({
  _key,
  _type: 'externalId',
  scheme,
  value,
})

/** Somebody called as Ana is, with the identifier that another entry may claim too. */
const namesake = {
  ...ana,
  _id: 'person-namesake',
  slug: {_type: 'slug', current: 'ana-zell-the-poet'},
  disambiguation: 'poet',
  externalIds: [id('wikidata', 'Q7')],
}
const unborn = {
  ...ana,
  _id: 'drafts.person-unborn',
  name: 'Bo Lind',
  slug: {_type: 'slug', current: 'bo'},
}

/** The port belongs to a fleet, so the fleet cannot belong to the port. */
const fleet = {
  ...port,
  _id: 'organisation-fleet',
  name: 'Fleet',
  slug: {_type: 'slug', current: 'fleet'},
}
const partOf = (id: string, fields: object = {}) => ({
  _key: 'p',
  _type: 'storyRelation',
  type: 'partOf',
  to: to(id),
  certainty: 'stated',
  ...fields,
})
const harbour = {...port, relations: [partOf('organisation-fleet')]}

const bo = {...ana, name: 'Bo Lind', disambiguation: undefined}
const told = {...ana, disambiguation: 'ferry captain'}

let problems: Problems
beforeAll(async () => {
  const documents = stored.map((document) => (document._id === port._id ? harbour : document))
  const validator = await validatorOver([...documents, namesake, unborn, fleet])
  problems = validator.problems
  return validator.close
})

const date = (value: string) => ({_type: 'fuzzyDate', value, basis: 'stated'})
const variant = (_key: string, name: string, language?: string) => ({
  _key,
  _type: 'nameVariant',
  name,
  kind: 'spelling',
  ...(language !== undefined && {language}),
})
const spelled = (...alternateNames: object[]) => ({...told, alternateNames})
const identified = (...externalIds: object[]) => ({...told, externalIds})
const resident = (fields: object) => ({
  ...told,
  residences: [
    {
      _key: 'r',
      _type: 'personResidence',
      wording: 'a boat',
      kind: 'home',
      certainty: 'stated',
      ...fields,
    },
  ],
})
const employed = (fields: object) => ({
  ...told,
  occupations: [
    {_key: 'o', _type: 'personOccupation', title: 'pilot', certainty: 'stated', ...fields},
  ],
})
const related = (fields: object) => ({
  ...told,
  relations: [{...partOf('unit-guard'), _key: 'r', type: 'founderOf', ...fields}],
})
const cited = (citation: object) =>
  related({citations: [{_key: 'c', _type: 'storyCitation', ...citation}]})
const quoted = (passage: string, article = 'article-rowers') =>
  cited({source: 'article', article: {...to(article), _weak: true}, blockKey: 'p00', passage})
const found = (...values: (number | [number, object])[]) => ({
  ...poll,
  findings: values.map((value, index) => {
    const [share, more] = Array.isArray(value) ? value : [value, {}]
    return {
      _key: `f${index}`,
      _type: 'pollFinding',
      topic: 'the tax',
      stance: 'opposed',
      value: {
        _type: 'measuredValue',
        wording: 'some',
        qualifier: 'exact',
        value: share,
        unit: 'percent',
      },
      certainty: 'stated',
      ...more,
    }
  }),
})
const disclosing = (fields: object) => ({...poll, disclosure: {...poll.disclosure, ...fields}})

describe('facts let pass', () => {
  it.each<[string, SanityDocument]>([
    ['somebody whose name is told from another’s', told],
    ['somebody whose namesake is only a draft', bo],
    ['a name in two languages', spelled(variant('a', 'Ana', 'en'), variant('b', 'Ana', 'de'))],
    ['Cyrillic letters for Belarusian', spelled(variant('a', 'Ана Зэль', 'be'))],
    ['Latin letters for Belarusian in Latin', spelled(variant('a', 'Ana Ziel', 'be-Latn'))],
    ['a script that is several to a computer', spelled(variant('a', 'アナ', 'ja'))],
    [
      'an id in each of two catalogues',
      identified(id('wikidata', 'Q42', 'a'), id('isni', '000000012146438X', 'b')),
    ],
    ['a life in order', {...told, birthDate: date('1950'), deathDate: date('1950-04')}],
    ['a date of no year', {...told, birthDate: date('XXXX-04'), deathDate: date('1950')}],
    ['a residence in order', resident({from: date('2020'), to: date('2021')})],
    ['an occupation in order', employed({from: date('2020-05'), to: date('2020-05-02')})],
    ['a relation in order', related({start: date('2020'), end: date('2020')})],
    ['a passage that still stands', quoted('who founded the Harbour Guard')],
    ['a passage of a story that was taken down', quoted('Rain.', 'article-gone')],
    ['an interview as a source', cited({source: 'interview'})],
    ['a web page as a source', cited({source: 'url', url: 'https://example.org/'})],
    ['a part of something else', {...guard, relations: [partOf('organisation-fleet')]}],
    [
      'what a story denies to be a part',
      {
        ...fleet,
        relations: [
          partOf('organisation-port', {
            negated: true,
            citations: ana.relations?.[0]?.citations,
          }),
        ],
      },
    ],
    ['shares that add up, within rounding', found(67, 35)],
    ['shares of two topics', found(67, [60, {topic: 'the quay'}])],
    ['shares of two groups', found(67, [60, {base: 'women'}])],
    ['a poll in which nothing is left out', poll],
  ])('%s', async (_, document) => {
    expect(await problems(document)).toEqual([])
  })
})

describe('facts report', () => {
  it.each<[string, SanityDocument, string[]]>([
    [
      'two people of the same name',
      ana,
      ['warning disambiguation: Another person has this name: add a short distinction.'],
    ],
    [
      'a spelling twice',
      spelled(variant('a', 'Zell', 'en'), variant('b', 'Zell', 'en')),
      ['error alternateNames: This spelling is already listed.'],
    ],
    [
      'letters of another script',
      spelled(variant('a', 'Ana Zell', 'be-Cyrl')),
      ['warning alternateNames[a].name: These letters are not Cyrillic.'],
    ],
    [
      'a language that is none',
      spelled(variant('a', 'Ana', 'be_Latn')),
      ['error alternateNames[a].language: Not a language tag.'],
    ],
    [
      'two ids of one catalogue',
      identified(id('wikidata', 'Q42', 'a'), id('wikidata', 'Q43', 'b')),
      ['error externalIds: There is already an id of this catalogue.'],
    ],
    [
      'an id that is none',
      identified(id('wikidata', 'P42')),
      ['error externalIds[e].value: This is no Wikidata id: they look like Q42.'],
    ],
    [
      'an empty id',
      identified({_key: 'e', _type: 'externalId'}),
      [
        'error externalIds[e].scheme: Choose the catalogue.',
        'error externalIds[e].value: Write the id.',
      ],
    ],
    [
      'an id that another entry has',
      identified(id('wikidata', 'Q7')),
      ['warning externalIds[e].value: Also on: Ana Zell. Same thing twice?'],
    ],
    [
      'a death before birth',
      {...told, birthDate: date('1950-04'), deathDate: date('1950-03')},
      ['error deathDate: The end is before the start.'],
    ],
    [
      'a residence that ends before it begins',
      resident({from: date('2021'), to: date('2020-12')}),
      ['error residences[r].to: The end is before the start.'],
    ],
    [
      'an occupation that ends before it begins',
      employed({from: date('2021'), to: date('2020')}),
      ['error occupations[o].to: The end is before the start.'],
    ],
    [
      'a relation that ends before it begins',
      related({start: date('2021'), end: date('2020')}),
      ['error relations[r].end: The end is before the start.'],
    ],
    [
      'a unit that ends before it begins',
      {...guard, formedOn: date('2021'), disbandedOn: date('2020')},
      ['error disbandedOn: The end is before the start.'],
    ],
    [
      'an organisation that ends before it begins',
      {...fleet, foundedOn: date('2021'), dissolvedOn: date('2020')},
      ['error dissolvedOn: The end is before the start.'],
    ],
    [
      'a relation that is only inferred',
      related({certainty: 'inferred'}),
      ['warning relations[r].certainty: Inferred: confirm or remove before publishing.'],
    ],
    [
      'a passage that no longer stands',
      quoted('who founded the Navy'),
      [
        'warning relations[r].citations[c].passage: The quoted passage is no longer in the article.',
      ],
    ],
    [
      'a document without a name, or a page without an address',
      related({
        citations: [
          {_key: 'c', _type: 'storyCitation', source: 'document'},
          {_key: 'd', _type: 'storyCitation', source: 'url'},
        ],
      }),
      [
        'error relations[r].citations[c].title: Name the document.',
        'error relations[r].citations[d].url: Give the address of the page.',
      ],
    ],
    [
      'a page that is not https',
      cited({source: 'url', url: 'http://example.org/'}),
      ['error relations[r].citations[c].url: Use a full https address.'],
    ],
    [
      'an organisation that is part of itself by way of another',
      {...fleet, relations: [partOf('organisation-port')]},
      ['error relations: This organisation would be part of itself.'],
    ],
    [
      'a place in itself',
      {...norholm, within: to('place-norholm')},
      ['error within: Choose a larger place: no place lies in itself.'],
    ],
    [
      'an entry that is only suggested',
      {...told, suggested: true},
      ['error suggested: 1 suggestion is still to be confirmed or rejected.'],
    ],
    [
      'shares of more than the whole',
      found(67, 36),
      ['error findings: These shares add up to more than 100.'],
    ],
    [
      'a pollster without an entry, and all that the poll keeps to itself',
      {...poll, pollsterEntity: undefined, disclosure: undefined, fieldStart: undefined},
      [
        'warning disclosure: Not disclosed: kind of study, sponsor, exact questions, population, sampling, how people were asked, dates, sample size, margin of error, weighting, quality checks, limitations.',
        'warning pollsterWording: Pollster not named.',
      ],
    ],
    [
      'numbers about a poll that cannot be',
      disclosing({sampleSize: 0.5, marginOfError: 51}),
      [
        'error disclosure.marginOfError: A margin of error lies between 0 and 50 points.',
        'error disclosure.sampleSize: Give the number of people as a whole number.',
      ],
    ],
    [
      'a margin of error without a random sample',
      disclosing({sampling: 'optIn'}),
      [
        'warning disclosure.marginOfError: A margin of error says something about a random sample only.',
      ],
    ],
    [
      'addresses of a poll that are not https',
      {...disclosing({questionnaire: 'http://example.org/'}), sourceUrl: 'ftp://example.org/'},
      [
        'error disclosure.questionnaire: Use a full https address.',
        'error sourceUrl: Use a full https address.',
      ],
    ],
    [
      'a poll that asked until before it began',
      {...poll, fieldStart: date('2021'), fieldEnd: date('2020')},
      ['error fieldEnd: The end is before the start.'],
    ],
  ])('%s', async (_, document, expected) => {
    expect(await problems(document)).toEqual(expected)
  })
})
