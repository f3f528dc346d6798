import type {Article, PageSubject} from '../../render/html/index.ts'

/** Where the pages of these tests are. */
export const urlFor = ({_type, slug}: PageSubject): string | undefined =>
  slug === null ? undefined : `/${_type}/${slug}`

const ana = {_id: 'person-ana', _type: 'person', name: 'Ana Zell', slug: 'ana-zell'} as const
const value = {
  qualifier: 'exact',
  unit: '%',
  min: null,
  max: null,
  numerator: null,
  denominator: null,
} as const
const finding = {
  question: null,
  questionVerbatim: false,
  base: null,
  certainty: 'stated' as const,
  citations: [],
}
const day = {value: '2026-04', wording: 'in April', basis: 'stated'} as const

const poll: Article['polls'][number] = {
  _id: 'poll-harbour',
  title: 'Poll on the harbour',
  slug: null,
  pollsterWording: 'the town',
  pollster: null,
  disclosure: null,
  publishedOn: null,
  sourceUrl: null,
  fieldStart: day,
  fieldEnd: day,
  places: [],
  findings: [
    {
      ...finding,
      _key: 'f0',
      topic: 'a tax | a toll',
      stance: 'opposed',
      value: {...value, wording: 'two-thirds', value: 66.7},
      framing: 'fully',
    },
    {
      ...finding,
      _key: 'f1',
      topic: 'a pier',
      stance: 'supported',
      value: {...value, wording: 'many', value: null},
      framing: null,
    },
  ],
}

const quotation = {
  kind: 'direct' as const,
  basis: 'name' as const,
  continues: false,
  nested: [],
  speaker: ana,
}

const picture = {
  asset: {_id: 'image-a', url: 'https://lake.example/a.jpg', width: 500, height: 250},
  alt: 'A [pier]',
  decorative: false,
  caption: 'The pier.',
  credit: 'Jo Lind',
  hotspot: null,
  crop: null,
}

/**
 * A story with one of everything that a text can hold: a quotation split around its attribution, a
 * name in another script, emphasis that ends in a space, a link over a name, a heading, a list and
 * each kind of block.
 */
export const richStory: Article = {
  _id: 'article-rowers',
  title: 'Rowers guard # the harbour #',
  slug: 'rowers',
  standfirst: '1. They row.',
  genre: 'news',
  language: 'en',
  publishedAt: null,
  bylines: [{_key: 'a', role: 'photographer', name: 'Jo *Lind*'}],
  noBylineReason: null,
  reportedDate: null,
  dateline: null,
  leadImage: null,
  withdrawal: null,
  translationOf: null,
  translations: [],
  related: [],
  seo: null,
  about: [],
  locations: [],
  mentions: [],
  corrections: [
    {
      _key: 'c',
      date: '2026-02-01',
      kind: 'correction',
      text: 'It is a pier.',
      before: 'a quay',
      after: 'a pier',
      blockKey: null,
    },
  ],
  quotations: [{...quotation, _key: 'q0', blockKey: 'p0', cue: 'said', text: '“We row,”'}],
  polls: [poll],
  body: [
    {
      _key: 'p0',
      _type: 'block',
      markDefs: [
        {...quotation, _key: 'q0', _type: 'quotation', cue: 'said'},
        {...quotation, _key: 'q1', _type: 'quotation', continues: true},
        {_key: 'm0', _type: 'mention', entity: ana, language: 'be-Cyrl'},
        {_key: 'l0', _type: 'link', href: 'https://boats.example/a_(b)?c=1&d=2'},
      ],
      children: [
        {_key: 'a', _type: 'span', text: '“We row,”', marks: ['q0']},
        {_key: 'b', _type: 'span', text: ' said ', marks: []},
        {_key: 'c', _type: 'span', text: 'Ана [Зел]', marks: ['m0']},
        {_key: 'd', _type: 'span', text: '. “And *we* ', marks: ['q1']},
        {_key: 'e', _type: 'span', text: 'stay ', marks: ['q1', 'em']},
        {_key: 'f', _type: 'span', text: 'here.”', marks: ['q1']},
        {_key: 'g', _type: 'span', text: ' ', marks: []},
        {_key: 'h', _type: 'span', text: 'Ана', marks: ['m0', 'l0']},
      ],
    },
    {
      _key: 'p1',
      _type: 'block',
      style: 'h2',
      markDefs: [],
      children: [{_key: 'a', _type: 'span', text: 'The pier', marks: []}],
    },
    {
      _key: 'p2',
      _type: 'block',
      listItem: 'bullet',
      level: 1,
      markDefs: [],
      children: [{_key: 'a', _type: 'span', text: 'oars', marks: []}],
    },
    {_key: 'i', _type: 'creditedImage', ...picture},
    {_key: 'k', _type: 'pullQuote', quotationKey: 'q0'},
    {_key: 'x', _type: 'pullQuote', quotationKey: 'gone'},
    {_key: 'f', _type: 'factBox', title: 'Boats', text: 'They float.\n\nMostly.'},
    {_key: 'o', _type: 'pollEmbed', poll, findingKeys: ['f1']},
  ],
}
