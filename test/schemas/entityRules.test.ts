import type {SanityDocument} from 'sanity'
import {beforeAll, describe, expect, it} from 'vitest'

import {ana, dataset, guard, heron, norholm, poll, port} from '../queries/dataset.ts'
import {validatorOver, type Problems} from './validate.ts'

let problems: Problems
beforeAll(async () => {
  const quay = {...norholm, _id: 'drafts.place-quay', slug: {_type: 'slug', current: 'quay'}}
  const validator = await validatorOver([...dataset, quay])
  problems = validator.problems
  return validator.close
})

const to = (id: string) => ({_type: 'reference', _ref: id})

/** A person with one relation that carries these fields. */
const related = (relation: object, subject: SanityDocument = ana) => ({
  ...subject,
  relations: [
    {
      _key: 'r',
      _type: 'storyRelation',
      type: 'founderOf',
      to: to('unit-guard'),
      certainty: 'stated',
      ...relation,
    },
  ],
})

const cited = (citation: object) =>
  related({citations: [{_key: 'c', _type: 'storyCitation', source: 'article', ...citation}]})

describe('entities in order', () => {
  it.each<[string, SanityDocument]>([
    ['a denial with a source', related({negated: true, citations: ana.relations?.[0]?.citations})],
    ['a role that is named', related({type: 'roleIn', to: to('organisation-port'), role: 'pilot'})],
    ['a document as a source', cited({source: 'document', title: 'the register of crews'})],
    ['an organisation without a name or address', {...port, naming: 'unnamed', slug: undefined}],
    [
      'a unit partly within an organisation',
      related({type: 'partOf', to: to('organisation-port')}, guard),
    ],
  ])('lets pass %s', async (_, document) => {
    expect(await problems(document)).toEqual([])
  })
})

describe('relations', () => {
  const at = 'relations[r]'
  it.each<[string, SanityDocument, string[]]>([
    ['no type', related({type: undefined}), [`error ${at}.type: Choose the relation.`]],
    ['no other side', related({to: undefined}), [`error ${at}.to: Required`]],
    [
      'oneself',
      related({type: 'opposes', to: to('person-ana')}),
      [`error ${at}.to: Choose somebody else: nobody is related to themselves.`],
    ],
    [
      'oneself, in a draft',
      related({type: 'opposes', to: to('person-ana')}, {...ana, _id: 'drafts.person-ana'}),
      [`error ${at}.to: Choose somebody else: nobody is related to themselves.`],
    ],
    [
      'a subject of the wrong kind',
      related({type: 'founderOf', to: to('organisation-port')}, guard),
      [`error ${at}.type: A unit can’t be the subject of “founded”.`],
    ],
    [
      'an object of the wrong kind',
      related({to: to('place-norholm')}),
      [`error ${at}.type: “founded” can’t point to a place.`],
    ],
    [
      'an object of the wrong kind that is only a draft',
      related({to: to('place-quay')}),
      [
        `error ${at}.to: Referenced document must be published`,
        `error ${at}.type: “founded” can’t point to a place.`,
      ],
    ],
    [
      'a role without its name',
      related({type: 'roleIn', to: to('organisation-port')}),
      [`error ${at}.role: Name the role.`],
    ],
    [
      'a denial without a source',
      related({negated: true}),
      [`error ${at}.negated: A denial needs a source.`],
    ],
    ['no certainty', related({certainty: undefined}), [`error ${at}.certainty: Required`]],
    [
      'a citation of no passage',
      cited({}),
      [
        `error ${at}.citations[c].article: Choose the story.`,
        `error ${at}.citations[c].blockKey: Say which paragraph of the story.`,
        `error ${at}.citations[c].passage: Quote the words this rests on.`,
      ],
    ],
  ])('report %s', async (_, document, expected) => {
    expect(await problems(document)).toEqual(expected)
  })
})

describe('people, units, organisations, places and polls', () => {
  it.each<[string, SanityDocument, string[]]>([
    [
      'a codename without protection',
      {...heron, identityProtection: undefined},
      ['error naming: Say on what basis the name is withheld.'],
    ],
    [
      'protection without words',
      {...heron, identityProtection: {_type: 'identityProtection', basis: 'legal'}},
      ['error identityProtection.publicWording: How may this person be described?'],
    ],
    [
      'other names of a protected person',
      {...heron, alternateNames: ana.alternateNames},
      ['error alternateNames: Other names would identify this person.'],
    ],
    [
      'an inference about a protected person',
      {...heron, nationalities: ana.nationalities},
      [
        'error nationalities[n0].certainty: Nothing may be inferred about a protected person: remove this.',
      ],
    ],
    [
      'a person without a name',
      {...ana, name: undefined},
      ['error name: A display name is required.'],
    ],
    [
      'a named person without an address',
      {...ana, slug: undefined},
      ['error slug.current: Required', 'error slug: Required'],
    ],
    [
      'a long distinction',
      {...ana, disambiguation: 'x'.repeat(81)},
      ['warning disambiguation: Keep the distinction under 80 characters.'],
    ],
    [
      'an age of no date',
      {...ana, ageAsReported: {_type: 'reportedAge', value: 150}},
      [
        'error ageAsReported.asOf.basis: Required',
        'error ageAsReported.asOf.value: Give a date, or the words of the story.',
        'error ageAsReported.asOf: An age needs a date.',
        'error ageAsReported.value: Check the age.',
      ],
    ],
    [
      'an age without a number',
      {...ana, ageAsReported: {_type: 'reportedAge', asOf: ana.ageAsReported?.asOf}},
      ['error ageAsReported.value: Write the age.'],
    ],
    [
      'a residence nowhere',
      {
        ...ana,
        residences: [{_key: 'r', _type: 'personResidence', kind: 'home', certainty: 'stated'}],
      },
      ['error residences[r].wording: Say where.'],
    ],
    [
      'an occupation without a title',
      {...ana, occupations: [{_key: 'o', _type: 'personOccupation', certainty: 'stated'}]},
      ['error occupations[o].title: Name the occupation.'],
    ],
    [
      'another name without letters',
      {...ana, alternateNames: [{_key: 'n', _type: 'nameVariant', kind: 'former'}]},
      ['error alternateNames[n].name: Write the name.'],
    ],
    [
      'a unit of some other kind',
      {...guard, kindWording: undefined},
      ['error kindWording: Describe the kind of unit.'],
    ],
    [
      'a strength without a number',
      {...guard, strength: [{_key: 's', _type: 'unitStrength', certainty: 'stated'}]},
      [
        'error strength[s].value.qualifier: Required',
        'error strength[s].value.wording: Give the words of the story.',
        'error strength[s].value: Required',
      ],
    ],
    [
      'a fact without its place',
      {...guard, fightsFor: {_type: 'placeFact', certainty: 'stated'}},
      ['error fightsFor.place: Choose the place.'],
    ],
    [
      'an aim of no words',
      {...guard, aims: [{_key: 'a', _type: 'citedText'}]},
      ['error aims[a].text: Write the statement.'],
    ],
    ['an organisation of no kind', {...port, kind: undefined}, ['error kind: Required']],
    ['a place of no kind', {...norholm, kind: undefined}, ['error kind: Required']],
    [
      'a poll of nothing',
      {
        ...poll,
        title: undefined,
        pollsterWording: undefined,
        findings: [],
        places: [],
        citations: [],
      },
      [
        'error citations: Where is this poll reported?',
        'error findings: Enter at least one finding.',
        'error places: Where was the poll taken?',
        'error pollsterWording: Say who did the poll, in the words of the source.',
        'error title: Give the poll a title.',
        'warning disclosure: Not disclosed: place.',
      ],
    ],
    [
      'a finding of nothing',
      {
        ...poll,
        findings: [{_key: 'f', _type: 'pollFinding', stance: 'opposed', certainty: 'stated'}],
      },
      [
        'error findings[f].topic: Say what the finding is about.',
        'error findings[f].value.qualifier: Required',
        'error findings[f].value.wording: Give the words of the story.',
        'error findings[f].value: Required',
      ],
    ],
  ])('report %s', async (_, document, expected) => {
    expect(await problems(document)).toEqual(expected)
  })
})
