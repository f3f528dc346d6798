import type {IdentifiedSanityDocumentStub, SanityClient} from '@sanity/client'

/** A few published documents that refer to each other: a story, whom it names, and its poll. */
export async function seedLake(client: SanityClient): Promise<void> {
  const transaction = client.transaction()
  for (const document of documents) transaction.createOrReplace(document)
  await transaction.commit()
}

const documents: readonly IdentifiedSanityDocumentStub[] = [
  {
    _id: 'place-1',
    _type: 'place',
    name: 'Belarus',
    slug: slug('belarus'),
    kind: 'country',
  },
  {
    _id: 'person-1',
    _type: 'person',
    name: 'Vadim Prokopiev',
    naming: 'fullName',
    sortName: 'Prokopiev, Vadim',
    slug: slug('vadim-prokopiev'),
    occupations: [
      {_key: 'o0', _type: 'personOccupation', title: 'restaurateur', certainty: 'stated'},
    ],
    relations: [
      {
        _key: 'r0',
        _type: 'storyRelation',
        type: 'founderOf',
        to: reference('unit-1'),
        certainty: 'stated',
        negated: false,
      },
    ],
  },
  {
    _id: 'person-2',
    _type: 'person',
    name: 'Alina Korotkevich',
    naming: 'fullName',
    sortName: 'Korotkevich, Alina',
    slug: slug('alina-korotkevich'),
  },
  {
    _id: 'person-3',
    _type: 'person',
    name: 'Mike',
    naming: 'codename',
    sortName: 'Mike',
    slug: slug('mike'),
    identityProtection: {
      _type: 'identityProtection',
      basis: 'ownRequest',
      publicWording: 'a lieutenant known by the codename Mike',
    },
  },
  {
    _id: 'unit-1',
    _type: 'unit',
    name: 'Pahonia',
    slug: slug('pahonia'),
    kind: 'battalion',
  },
  {
    _id: 'organisation-1',
    _type: 'organisation',
    name: 'Kremlin',
    naming: 'named',
    slug: slug('kremlin'),
    kind: 'government',
  },
  {
    _id: 'article-1',
    _type: 'article',
    title: 'Belarusian dissidents join Ukraine’s fight against Russia',
    slug: slug('belarusian-dissidents'),
    noBylineReason: 'unknown',
    genre: 'feature',
    language: 'en',
    about: [{_key: 'a0', ...reference('person-1')}],
    body: [
      {
        _key: 'p00',
        _type: 'block',
        style: 'normal',
        markDefs: [{_key: 'p00m0', _type: 'mention', entity: reference('person-1')}],
        children: [
          span('p00s0', 'For weeks, '),
          span('p00s1', 'Vadim Prokopiev', 'p00m0'),
          span('p00s2', ' kept finding himself at military checkpoints.'),
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
            speaker: reference('person-1'),
            basis: 'pronoun',
            kind: 'direct',
          },
        ],
        children: [span('p01s0', '“I didn’t succeed.”', 'p01q0'), span('p01s1', ' he said.')],
      },
    ],
  },
  {
    _id: 'poll-1',
    _type: 'poll',
    title: 'Belarusians on the war',
    slug: slug('belarusians-on-the-war'),
    pollsterWording: 'an independent Belarusian sociologist',
    places: [{_key: 'l0', ...reference('place-1')}],
    findings: [
      {
        _key: 'f0',
        _type: 'pollFinding',
        topic: 'sending Belarusian troops into Ukraine',
        stance: 'supported',
        certainty: 'stated',
        value: {
          _type: 'measuredValue',
          wording: '11 per cent',
          value: 11,
          qualifier: 'exact',
          unit: 'percent',
        },
      },
    ],
    citations: [
      {
        _key: 'c0',
        _type: 'storyCitation',
        source: 'article',
        article: {_type: 'reference', _ref: 'article-1', _weak: true},
        blockKey: 'p00',
        passage: 'military checkpoints',
      },
    ],
  },
]

function reference(id: string) {
  return {_type: 'reference', _ref: id}
}

function slug(current: string) {
  return {_type: 'slug', current}
}

function span(key: string, text: string, ...marks: string[]) {
  return {_key: key, _type: 'span', text, marks}
}
