import type {SanityDocument} from 'sanity'
import {beforeAll, describe, expect, it} from 'vitest'

import {ana, dataset as stored, heron} from '../queries/dataset.ts'
import {validatorOver, type Problems} from './validate.ts'

const saved = {_rev: 'r', _createdAt: ana._createdAt, _updatedAt: ana._updatedAt}
const to = (id: string) => ({_type: 'reference', _ref: id})
const weakly = (id: string) => ({...to(id), _weak: true})

const gull = {...heron, _id: 'person-gull', name: 'Gull', slug: {_type: 'slug', current: 'gull'}}
const cleared = {
  ...saved,
  _id: 'desk.gull',
  _type: 'desk',
  subject: weakly('person-gull'),
  imageCleared: true,
}
const identity = {
  ...saved,
  _id: 'protected.4f1c',
  _type: 'protectedIdentity',
  person: weakly('person-heron'),
  custodian: 'the night editor',
}

let problems: Problems
beforeAll(async () => {
  const validator = await validatorOver([...stored, gull, cleared])
  problems = validator.problems
  return validator.close
})

const image = {_type: 'creditedImage', alt: 'A hood.', credit: 'Jo Lind'}
const place = (certainty = 'stated') => ({
  _type: 'placeFact',
  place: to('place-norholm'),
  certainty,
})
const inUnit = (fields: object = {}) => ({
  _key: 'u',
  _type: 'storyRelation',
  type: 'memberOf',
  to: to('unit-guard'),
  certainty: 'stated',
  ...fields,
})
const occupations = ana.occupations?.map((occupation) => ({...occupation, citations: []}))

describe('what is kept of a protected person lets pass', () => {
  it.each<[string, SanityDocument]>([
    ['what the story needs', {...heron, relations: [inUnit()], occupations}],
    ['a picture that the desk has cleared', {...gull, image}],
    ['a picture of somebody who is not protected', {...ana, image}],
    ['the name that readers see, for sorting', {...heron, sortName: 'Heron'}],
    [
      'what a story denies, beside two details',
      {...heron, relations: [inUnit({negated: true, citations: heron.relations?.[0]?.citations})]},
    ],
    ['a birthplace of somebody who is not protected', {...ana, birthPlace: place()}],
    [
      'an id of somebody who is not protected',
      {
        ...ana,
        externalIds: [{_key: 'e', _type: 'externalId', scheme: 'wikidata', value: 'Q1'}],
      },
    ],
  ])('%s', async (_, document) => {
    expect(await problems(document)).toEqual([])
  })
})

describe('what is kept of a protected person is refused or warned about:', () => {
  it.each<[string, SanityDocument, string[]]>([
    [
      'a picture',
      {...heron, image},
      ['error image: A picture of a protected person needs clearance.'],
    ],
    [
      'a picture of somebody with a codename, whatever else is filled in',
      {...heron, identityProtection: undefined, image},
      [
        'error image: A picture of a protected person needs clearance.',
        'error naming: Say on what basis the name is withheld.',
      ],
    ],
    [
      'an id elsewhere',
      {
        ...heron,
        externalIds: [{_key: 'e', _type: 'externalId', scheme: 'wikidata', value: 'Q1'}],
      },
      ['error externalIds: An outside id would reveal who this is.'],
    ],
    [
      'another name for sorting',
      {...heron, sortName: 'Zell, Ana'},
      ['error sortName: Other names would identify this person.'],
    ],
    [
      'a birthplace',
      {...heron, birthPlace: place()},
      ['warning birthPlace: A birthplace may identify this person.'],
    ],
    [
      'three details together',
      {
        ...heron,
        occupations,
        ageAsReported: ana.ageAsReported,
        relations: [inUnit({role: undefined})],
      },
      ['warning identityProtection: Jigsaw risk: 3 details together may identify this person.'],
    ],
    [
      'all details together',
      {
        ...heron,
        occupations,
        ageAsReported: ana.ageAsReported,
        birthPlace: place(),
        residences: ana.residences,
        relations: [inUnit({type: 'commandsIn'})],
      },
      [
        'warning birthPlace: A birthplace may identify this person.',
        'warning identityProtection: Jigsaw risk: 6 details together may identify this person.',
      ],
    ],
  ])('%s', async (_, document, expected) => {
    expect(await problems(document)).toEqual(expected)
  })
})

describe('confidential records', () => {
  it.each<[string, SanityDocument]>([
    ['one that nobody but the desk can read', identity],
    ['its draft', {...identity, _id: 'drafts.protected.4f1c'}],
    ['one that is to be looked at again later', {...identity, reviewBy: '2999-01-01'}],
    ['desk notes', cleared],
  ])('let pass %s', async (_, document) => {
    expect(await problems(document)).toEqual([])
  })

  const readable =
    'Anyone could read this record: delete it, and make it from the page of its subject.'
  it.each<[string, SanityDocument, string[]]>([
    ['an id that readers could read', {...identity, _id: 'a4f1c'}, [`error person: ${readable}`]],
    [
      'a draft whose id readers could read once it is published',
      {...cleared, _id: 'drafts.a4f1c'},
      [`error subject: ${readable}`],
    ],
    ['an id of the other kind', {...cleared, _id: 'protected.a'}, [`error subject: ${readable}`]],
    [
      'nobody who is protected, and nobody who knows',
      {...identity, person: undefined, custodian: undefined},
      ['error custodian: Who holds the identity?', 'error person: Required'],
    ],
    [
      'a review that is due',
      {...identity, reviewBy: '2020-01-01'},
      ['warning reviewBy: This is due for review.'],
    ],
    ['notes about nothing', {...cleared, subject: undefined}, ['error subject: Required']],
  ])('report %s', async (_, document, expected) => {
    expect(await problems(document)).toEqual(expected)
  })
})
