// How the entities and stories of the dataset appear wherever a page names or lists them.

export const norholmLink = {
  _id: 'place-norholm',
  _type: 'place',
  name: 'Norholm',
  slug: 'norholm',
}
export const anaLink = {_id: 'person-ana', _type: 'person', name: 'Ana Zell', slug: 'ana-zell'}
export const heronLink = {_id: 'person-heron', _type: 'person', name: 'Heron', slug: 'heron'}
export const guardLink = {
  _id: 'unit-guard',
  _type: 'unit',
  name: 'Harbour Guard',
  slug: 'harbour-guard',
}
export const portLink = {
  _id: 'organisation-port',
  _type: 'organisation',
  name: 'Port Authority',
  slug: 'port-authority',
}
export const rowersLink = {
  _id: 'article-rowers',
  title: 'Rowers guard the harbour',
  slug: 'rowers-guard-the-harbour',
}

export const rowersInList = {
  ...rowersLink,
  standfirst: 'A crew and its captain.',
  genre: 'feature',
  language: 'en',
  publishedAt: '2021-05-01T08:00:00Z',
  bylines: [{_key: 'b0', role: 'reporter', name: 'Jo Lind'}],
  noBylineReason: null,
}

export const weatherInList = {
  _id: 'article-weather',
  title: 'Rain',
  slug: 'rain',
  standfirst: null,
  genre: 'news',
  language: 'en',
  publishedAt: null,
  bylines: [],
  noBylineReason: 'agency',
}

/** The same two as rows of a list, from which a next page goes on. */
export const rowersRow = {
  ...rowersInList,
  cursor: {at: '2021-05-01T08:00:00Z', id: 'article-rowers'},
}
export const weatherRow = {
  ...weatherInList,
  cursor: {at: '2020-01-01T00:00:00Z', id: 'article-weather'},
}

/** A passage of the rowers’ story, as a fact carries it. */
export const passage = (blockKey: string, words: string) => ({
  _key: 'c0',
  source: 'article',
  blockKey,
  passage: words,
  title: null,
  url: null,
  accessedOn: null,
  article: rowersLink,
})

/** A value that says nothing in numbers. */
export const noNumber = {
  value: null,
  unit: null,
  min: null,
  max: null,
  numerator: null,
  denominator: null,
}

/** The finding of the dataset’s poll. */
export const harbourTax = {
  _key: 'f0',
  topic: 'the harbour tax',
  question: null,
  questionVerbatim: false,
  stance: 'opposed',
  base: null,
  value: {
    wording: 'two-thirds',
    qualifier: 'exact',
    value: 66.7,
    unit: 'percent',
    min: null,
    max: null,
    numerator: 2,
    denominator: 3,
  },
  framing: null,
  certainty: 'stated',
  citations: [],
}

/** The poll as a page and a story show it. */
export const harbourPoll = {
  _id: 'poll-harbour',
  title: 'Poll on the harbour',
  slug: 'poll-on-the-harbour',
  pollsterWording: 'a local paper',
  pollster: portLink,
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
  publishedOn: null,
  sourceUrl: null,
  fieldStart: {value: 'XXXX-04', wording: 'in April', basis: 'stated'},
  fieldEnd: null,
  places: [norholmLink],
  findings: [harbourTax],
}

/** Both quotations of the rowers’ story, in the order of the text. */
export const anasQuotations = [
  {
    _key: 'p00q0',
    blockKey: 'p00',
    kind: 'direct',
    basis: 'name',
    continues: false,
    cue: 'said',
    nested: [],
    text: '“We row for Norholm,”',
  },
  {
    _key: 'p01q0',
    blockKey: 'p01',
    kind: 'direct',
    basis: 'pronoun',
    continues: true,
    cue: null,
    nested: [{_key: 'x0', text: 'No tax', saidBy: null}],
    text: '“They cried: ‘No tax’,”',
  },
]

/** What a story’s page says of a story that has nothing beyond its text. */
export const plainStory = {
  reportedDate: null,
  dateline: null,
  leadImage: null,
  corrections: [],
  withdrawal: null,
  translationOf: null,
  translations: [],
  related: [],
  seo: null,
}
