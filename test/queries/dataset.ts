import {evaluateSync, parse, toJS} from 'groq-js'

import type {
  Article,
  Organisation,
  Person,
  Place,
  Poll,
  StoryCitation,
  Unit,
} from '../../sanity.types.ts'

// A small made-up harbour: enough of each type for every list of every page to hold something.

const saved = {_createdAt: '2020-01-01T00:00:00Z', _updatedAt: '2020-01-01T00:00:00Z', _rev: 'r1'}

const reference = (id: string) => ({_type: 'reference' as const, _ref: id})
const slug = (current: string) => ({_type: 'slug' as const, current})

const citation = (blockKey: string, passage: string): StoryCitation & {_key: string} => ({
  _key: 'c0',
  _type: 'storyCitation',
  source: 'article',
  article: {...reference('article-rowers'), _weak: true},
  blockKey,
  passage,
})

export const norholm: Place = {
  ...saved,
  _id: 'place-norholm',
  _type: 'place',
  name: 'Norholm',
  slug: slug('norholm'),
  kind: 'town',
}

export const ana: Person = {
  ...saved,
  _id: 'person-ana',
  _type: 'person',
  name: 'Ana Zell',
  naming: 'fullName',
  slug: slug('ana-zell'),
  sortName: 'Zell, Ana',
  alternateNames: [{_key: 'n0', _type: 'nameVariant', name: 'Zell', kind: 'shortForm'}],
  occupations: [
    {
      _key: 'o0',
      _type: 'personOccupation',
      title: 'ferry captain',
      status: 'former',
      certainty: 'stated',
      citations: [citation('p00', 'a former ferry captain')],
    },
  ],
  ageAsReported: {
    _type: 'reportedAge',
    value: 50,
    asOf: {_type: 'fuzzyDate', value: '2021', basis: 'derived'},
  },
  nationalities: [
    {
      _key: 'n0',
      _type: 'placeFact',
      place: reference('place-norholm'),
      certainty: 'inferred',
    },
  ],
  residences: [
    {
      _key: 'r0',
      _type: 'personResidence',
      wording: 'a boat',
      kind: 'home',
      certainty: 'stated',
    },
  ],
  relations: [
    {
      _key: 'r0',
      _type: 'storyRelation',
      type: 'founderOf',
      to: reference('unit-guard'),
      certainty: 'stated',
      citations: [citation('p00', 'who founded the Harbour Guard')],
    },
  ],
}

export const heron: Person = {
  ...saved,
  _id: 'person-heron',
  _type: 'person',
  name: 'Heron',
  naming: 'codename',
  slug: slug('heron'),
  identityProtection: {
    _type: 'identityProtection',
    basis: 'ownRequest',
    publicWording: 'a rower',
  },
  relations: [
    {
      _key: 'r0',
      _type: 'storyRelation',
      type: 'memberOf',
      to: reference('unit-guard'),
      role: 'oarsman',
      status: 'current',
      negated: true,
      certainty: 'stated',
      citations: [citation('p01', 'is not part of the Harbour Guard')],
    },
  ],
}

export const guard: Unit = {
  ...saved,
  _id: 'unit-guard',
  _type: 'unit',
  name: 'Harbour Guard',
  slug: slug('harbour-guard'),
  kind: 'other',
  kindWording: 'a volunteer crew',
  fightsFor: {_type: 'placeFact', place: reference('place-norholm'), certainty: 'stated'},
  deployments: [
    {
      _key: 'd0',
      _type: 'unitDeployment',
      place: reference('place-norholm'),
      wording: 'off Norholm',
      status: 'active',
      certainty: 'stated',
    },
  ],
  strength: [
    {
      _key: 's0',
      _type: 'unitStrength',
      value: {_type: 'measuredValue', wording: 'dozens', qualifier: 'orderOfMagnitude'},
      certainty: 'stated',
    },
  ],
  aims: [{_key: 'a0', _type: 'citedText', text: 'keep the harbour open'}],
  composition: ['rowers'],
  relations: [
    {
      _key: 'r0',
      _type: 'storyRelation',
      type: 'partOf',
      to: reference('organisation-port'),
      certainty: 'stated',
    },
  ],
}

export const port: Organisation = {
  ...saved,
  _id: 'organisation-port',
  _type: 'organisation',
  name: 'Port Authority',
  naming: 'named',
  slug: slug('port-authority'),
  kind: 'government',
  purpose: [{_key: 'u0', _type: 'citedText', text: 'runs the harbour'}],
}

export const poll: Poll = {
  ...saved,
  _id: 'poll-harbour',
  _type: 'poll',
  title: 'Poll on the harbour',
  slug: slug('poll-on-the-harbour'),
  pollsterWording: 'a local paper',
  pollsterEntity: reference('organisation-port'),
  disclosure: {
    _type: 'pollDisclosure',
    sponsor: 'the harbour',
    strategy: 'survey',
    questionnaire: 'https://example.org/questions',
    population: 'adults in Norholm',
    sampling: 'random',
    mode: 'phone',
    sampleSize: 900,
    marginOfError: 3,
    weighting: 'by age',
    dataQuality: 'calls were repeated',
    limitations: 'islanders have no phone',
  },
  fieldStart: {_type: 'fuzzyDate', value: 'XXXX-04', wording: 'in April', basis: 'stated'},
  places: [{_key: 'l0', ...reference('place-norholm')}],
  findings: [
    {
      _key: 'f0',
      _type: 'pollFinding',
      topic: 'the harbour tax',
      stance: 'opposed',
      value: {
        _type: 'measuredValue',
        wording: 'two-thirds',
        qualifier: 'exact',
        value: 66.7,
        unit: 'percent',
        numerator: 2,
        denominator: 3,
      },
      certainty: 'stated',
    },
  ],
  citations: [citation('p01', 'two-thirds')],
}

const span = (_key: string, text: string, ...marks: string[]) => ({
  _key,
  _type: 'span' as const,
  text,
  marks,
})

export const rowers: Article = {
  ...saved,
  _id: 'article-rowers',
  _type: 'article',
  title: 'Rowers guard the harbour',
  slug: slug('rowers-guard-the-harbour'),
  standfirst: 'A crew and its captain.',
  genre: 'feature',
  language: 'en',
  bylines: [{_key: 'b0', _type: 'storyCredit', role: 'reporter', name: 'Jo Lind'}],
  about: [{_key: 'a0', ...reference('unit-guard')}],
  locations: [{_key: 'l0', ...reference('place-norholm')}],
  publishedAt: '2021-05-01T08:00:00Z',
  body: [
    {
      _key: 'p00',
      _type: 'block',
      style: 'normal',
      markDefs: [
        {
          _key: 'p00q0',
          _type: 'quotation',
          speaker: reference('person-ana'),
          basis: 'name',
          kind: 'direct',
          cue: 'said',
        },
        {_key: 'p00m0', _type: 'mention', entity: reference('place-norholm')},
        {_key: 'p00m1', _type: 'mention', entity: reference('person-ana')},
      ],
      children: [
        span('p00s0', '“We row for ', 'p00q0'),
        span('p00s1', 'Norholm', 'p00q0', 'p00m0'),
        span('p00s2', ',”', 'p00q0'),
        span('p00s3', ' said '),
        span('p00s4', 'Ana Zell', 'p00m1'),
        span('p00s5', ', a former ferry captain, who founded the Harbour Guard.'),
      ],
    },
    {
      _key: 'p01',
      _type: 'block',
      style: 'normal',
      markDefs: [
        {
          _key: 'p01q0',
          _type: 'quotation',
          speaker: reference('person-ana'),
          basis: 'pronoun',
          kind: 'direct',
          continues: true,
          nested: [{_key: 'x0', _type: 'nestedQuotation', text: 'No tax'}],
        },
        {
          _key: 'p01f0',
          _type: 'figure',
          value: {_type: 'measuredValue', wording: 'two-thirds', qualifier: 'exact', value: 66.7},
          poll: reference('poll-harbour'),
          findingKey: 'f0',
        },
        {_key: 'p01m0', _type: 'mention', entity: reference('person-ana')},
      ],
      children: [
        span('p01s0', 'In a poll '),
        span('p01s1', 'two-thirds', 'p01f0'),
        span('p01s2', ' opposed it. '),
        span('p01s3', '“They cried: ‘No tax’,”', 'p01q0'),
        span('p01s4', ' Zell', 'p01m0'),
        span('p01s5', ' added. Heron is not part of the Harbour Guard.'),
      ],
    },
    {_key: 'p02', _type: 'block', style: 'normal', children: [span('p02s0', 'The end.')]},
  ],
}

/** A story that is about nobody else: it must stay out of every page. */
export const weather: Article = {
  ...saved,
  _id: 'article-weather',
  _type: 'article',
  title: 'Rain',
  slug: slug('rain'),
  genre: 'news',
  language: 'en',
  noBylineReason: 'agency',
  body: [{_key: 'p00', _type: 'block', children: [span('p00s0', 'Rain.')]}],
}

export const dataset = [weather, rowers, ana, heron, guard, port, poll, norholm]

/** What a query yields on the evaluator that the embedded lake uses, as JSON would carry it. */
export function run(
  query: string,
  given: Record<string, unknown> = {},
  documents: readonly object[] = dataset,
): unknown {
  const params = {after: null, includeProtected: false, ...given}
  return toJS(evaluateSync(parse(query, {params}), {dataset: documents, params}))
}
