import type {SanityDocument} from 'sanity'

import {ana, dataset, guard, heron, norholm, poll, port, weather} from '../queries/dataset.ts'

// Documents in which every field that has a rule is filled in, and in order.

const saved = {_createdAt: '2020-01-01T00:00:00Z', _updatedAt: '2020-01-01T00:00:00Z', _rev: 'r1'}
const to = (id: string) => ({_type: 'reference', _ref: id})
const weakly = (id: string) => ({...to(id), _weak: true})
const date = (value: string) => ({_type: 'fuzzyDate', value, basis: 'stated'})
const wikidata = (value: string) => [{_key: 'e', _type: 'externalId', scheme: 'wikidata', value}]
const names = [{_key: 'n', _type: 'nameVariant', name: 'Анна', kind: 'spelling', language: 'ru'}]
const picture = {_type: 'creditedImage', alt: 'A boat', credit: 'Jo Lind'}
const source = (fields: object) => ({_key: 'c', _type: 'storyCitation', ...fields})

const storySource = source({
  source: 'article',
  article: weakly('article-rowers'),
  blockKey: 'p00',
  passage: 'a former ferry captain',
})

const text = [
  {
    _key: 'p00',
    _type: 'block',
    style: 'normal',
    markDefs: [
      {
        _key: 'q0',
        _type: 'quotation',
        speaker: to('person-ana'),
        basis: 'name',
        kind: 'direct',
        continues: false,
        translatedFrom: 'uk',
        nested: [{_key: 'n', _type: 'nestedQuotation', text: 'No'}],
      },
      {_key: 'm0', _type: 'mention', entity: to('person-ana')},
    ],
    children: [
      {_key: 's0', _type: 'span', text: '“They cried ‘No’,”', marks: ['q0']},
      {_key: 's1', _type: 'span', text: ' said Ana', marks: ['m0']},
    ],
  },
  {
    _key: 'p01',
    _type: 'block',
    style: 'normal',
    markDefs: [
      {
        _key: 'q1',
        _type: 'quotation',
        speaker: to('person-ana'),
        basis: 'context',
        kind: 'direct',
        continues: true,
      },
      {
        _key: 'f0',
        _type: 'figure',
        value: {
          _type: 'measuredValue',
          wording: '10 to 20 per cent',
          qualifier: 'between',
          min: 10,
          max: 20,
          unit: 'percent',
        },
        poll: to('poll-harbour'),
        findingKey: 'f0',
      },
      {_key: 'l0', _type: 'link', href: 'https://example.org/'},
    ],
    children: [
      {_key: 's0', _type: 'span', text: '“We row.”', marks: ['q1']},
      {_key: 's1', _type: 'span', text: ' 10 to 20 per cent', marks: ['f0']},
      {_key: 's2', _type: 'span', text: ' agree', marks: ['l0']},
    ],
  },
  {_key: 'b0', _type: 'pullQuote', quotationKey: 'q0'},
  {_key: 'b1', _type: 'pollEmbed', poll: to('poll-harbour'), findingKeys: ['f0']},
  {_key: 'b2', _type: 'factBox', title: 'The harbour', text: 'It is old.'},
]

const story: SanityDocument = {
  ...weather,
  _id: 'article-full',
  slug: {_type: 'slug', current: 'full'},
  standfirst: 'Rain again.',
  about: [{_key: 'a', ...to('person-ana')}],
  locations: [{_key: 'l', ...to('place-norholm')}],
  publishedAt: '2020-05-01T08:00:00Z',
  embargoUntil: '2020-06-01T08:00:00Z',
  dateline: {_type: 'storyDateline', wording: 'Norholm'},
  translationOf: weakly('article-weather'),
  relatedArticles: [
    {_key: 'r', _type: 'relatedStory', story: weakly('article-weather'), rel: 'background'},
  ],
  corrections: [
    {
      _key: 'c',
      _type: 'storyCorrection',
      date: '2020-05-02',
      kind: 'correction',
      text: 'It rained less.',
      before: 'It rained a lot.',
    },
  ],
  withdrawal: {_type: 'storyWithdrawal', date: '2020-05-03', notice: 'It never rained.'},
  seo: {
    _type: 'storySeo',
    title: 'Rain',
    description: 'It rained in Norholm, and nobody in the harbour went out that day.',
  },
  leadImage: picture,
  body: text,
}

const credited: SanityDocument = {
  ...weather,
  _id: 'article-credited',
  slug: {_type: 'slug', current: 'credited'},
  publishedAt: '2020-05-01T08:00:00Z',
  noBylineReason: undefined,
  bylines: [{_key: 'b', _type: 'storyCredit', role: 'reporter', name: 'Jo Lind'}],
}

const person: SanityDocument = {
  ...ana,
  disambiguation: 'ferry captain',
  alternateNames: names,
  image: picture,
  birthDate: date('1970'),
  deathDate: date('2020'),
  birthPlace: {_type: 'placeFact', place: to('place-norholm'), certainty: 'stated'},
  externalIds: wikidata('Q7'),
  suggested: false,
  occupations: [
    {
      _key: 'o',
      _type: 'personOccupation',
      title: 'captain',
      from: date('2001'),
      to: date('2002'),
      certainty: 'stated',
      citations: [storySource],
    },
  ],
  residences: [
    {
      _key: 'r',
      _type: 'personResidence',
      wording: 'a boat',
      kind: 'home',
      from: date('2001'),
      to: date('2002'),
      certainty: 'stated',
      citations: [source({source: 'document', title: 'The register'})],
    },
  ],
  relations: [
    {
      _key: 'r',
      _type: 'storyRelation',
      type: 'founderOf',
      to: to('unit-guard'),
      role: 'captain',
      negated: true,
      start: date('2001'),
      end: date('2002'),
      certainty: 'stated',
      citations: [source({source: 'url', url: 'https://example.org/', accessedOn: '2020-01-01'})],
    },
  ],
}

const codenamed: SanityDocument = {...heron, sortName: 'Heron'}

const unit: SanityDocument = {
  ...guard,
  alternateNames: names,
  formedOn: date('2001'),
  disbandedOn: date('2002'),
  externalIds: wikidata('Q8'),
  suggested: false,
  deployments: [
    {
      _key: 'd',
      _type: 'unitDeployment',
      wording: 'off Norholm',
      status: 'active',
      from: date('2001'),
      to: date('2002'),
      certainty: 'stated',
    },
  ],
}

const organisation: SanityDocument = {
  ...port,
  disambiguation: 'of Norholm',
  alternateNames: names,
  relations: [
    {
      _key: 'r',
      _type: 'storyRelation',
      type: 'alliedWith',
      to: to('unit-guard'),
      certainty: 'stated',
    },
  ],
  foundedOn: date('2001'),
  dissolvedOn: date('2002'),
  externalIds: wikidata('Q9'),
  suggested: false,
}

const survey: SanityDocument = {
  ...poll,
  fieldEnd: date('XXXX-04'),
  sourceUrl: 'https://example.org/poll',
  suggested: false,
}

const coast: SanityDocument = {
  ...norholm,
  _id: 'place-coast',
  name: 'Coast',
  slug: {_type: 'slug', current: 'coast'},
  kind: 'region',
}

const place: SanityDocument = {
  ...norholm,
  within: to('place-coast'),
  alternateNames: names,
  externalIds: wikidata('Q10'),
  suggested: false,
}

const desk: SanityDocument = {
  ...saved,
  _id: 'desk.1',
  _type: 'desk',
  subject: weakly('article-full'),
  items: [
    {
      _key: 'i',
      _type: 'deskItem',
      blockKey: 'p00',
      key: 'm0',
      wording: ' said Ana',
      choice: 'person-ana',
      decision: 'confirmed',
    },
  ],
  notThis: [{_key: 'n', _type: 'deskExclusion', wording: 'Port'}],
}

const identity: SanityDocument = {
  ...saved,
  _id: 'protected.1',
  _type: 'protectedIdentity',
  person: weakly('person-heron'),
  custodian: 'Jo Lind',
  reviewBy: '2999-01-01',
}

const gone: SanityDocument = {
  ...saved,
  _id: 'gone-1',
  _type: 'goneAddress',
  digest: '0'.repeat(64),
  date: '2020-01-01',
}

const others: SanityDocument[] = [
  {...guard, _id: 'unit-other', name: 'Other Guard', slug: {_type: 'slug', current: 'other-guard'}},
  {
    ...port,
    _id: 'organisation-other',
    name: 'Other Port',
    slug: {_type: 'slug', current: 'other-port'},
  },
  {...poll, _id: 'poll-other', slug: {_type: 'slug', current: 'other-poll'}},
  {...weather, publishedAt: '2020-05-01T08:00:00Z'},
]

const own = [story, credited, person, codenamed, unit, organisation, survey, place]
const ownIds = new Set([...own, ...others].map(({_id}) => _id))

/** All of them, beside those that they refer to. */
export const fullDataset: SanityDocument[] = [
  ...own,
  ...others,
  coast,
  desk,
  identity,
  gone,
  ...dataset.filter(({_id}) => !ownIds.has(_id)),
]
