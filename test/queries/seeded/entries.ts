// How the people, units, organisations and places of the bundled story appear wherever a result
// names them, the story itself, and what the facts about them rest on.

/** When the story is written into the dataset. */
export const SEEDED_AT = '2026-05-04T08:00:00.000Z'

export const brodik = {
  _id: 'person-hrm6ex6e6i',
  _type: 'person',
  name: 'Palina Brodik',
  slug: 'palina-brodik',
}
export const kandalaksha = {
  _id: 'person-p8m5dcct67',
  _type: 'person',
  name: 'Kandalaksha',
  slug: 'kandalaksha',
}
export const korotkevich = {
  _id: 'person-qnug5d8hxs',
  _type: 'person',
  name: 'Alina Korotkevich',
  slug: 'alina-korotkevich',
}
export const lukashenko = {
  _id: 'person-vmz4ksc3tu',
  _type: 'person',
  name: 'Alexander Lukashenko',
  slug: 'alexander-lukashenko',
}
export const mike = {_id: 'person-r6ku93wbk9', _type: 'person', name: 'Mike', slug: 'mike'}
export const navalny = {
  _id: 'person-tkqye2dyk7',
  _type: 'person',
  name: 'Alexei Navalny',
  slug: 'alexei-navalny',
}
export const prokopiev = {
  _id: 'person-q3huwcteve',
  _type: 'person',
  name: 'Vadim Prokopiev',
  slug: 'vadim-prokopiev',
}
export const putin = {_id: 'person-hxz9kzyfeu', _type: 'person', name: 'Putin', slug: 'putin'}
export const skripal = {
  _id: 'person-j2xeqkebuk',
  _type: 'person',
  name: 'Sergei Skripal',
  slug: 'sergei-skripal',
}

export const brigade = {
  _id: 'unit-gciidw2t5y',
  _type: 'unit',
  name: '95th Air Assault Brigade',
  slug: '95th-air-assault-brigade',
}
export const legion = {
  _id: 'unit-3if2fjxgjt',
  _type: 'unit',
  name: 'Freedom of Russia legion',
  slug: 'freedom-of-russia-legion',
}
export const pahonia = {_id: 'unit-xzdr5r83nt', _type: 'unit', name: 'Pahonia', slug: 'pahonia'}
export const regiment = {
  _id: 'unit-dw5s7ub7fn',
  _type: 'unit',
  name: 'Kastuś Kalinoŭski Regiment',
  slug: 'kastus-kalinouski-regiment',
}

export const airForce = {
  _id: 'organisation-4zc2vqhnc9',
  _type: 'organisation',
  name: 'Ukrainian air force',
  slug: 'ukrainian-air-force',
}
export const armedForces = {
  _id: 'organisation-5k26chaa5f',
  _type: 'organisation',
  name: 'Ukraine’s armed forces',
  slug: 'ukraines-armed-forces',
}
export const freeBelarusCentre = {
  _id: 'organisation-hrw7ragtqs',
  _type: 'organisation',
  name: 'Free Belarus Centre',
  slug: 'free-belarus-centre',
}
export const government = {
  _id: 'organisation-5yky3hqiqu',
  _type: 'organisation',
  name: 'the government',
  slug: 'government-of-belarus',
}
export const kremlin = {
  _id: 'organisation-wz6eskeu5r',
  _type: 'organisation',
  name: 'Kremlin',
  slug: 'kremlin',
}
export const recruitmentCentre = {
  _id: 'organisation-uzrnibsa2t',
  _type: 'organisation',
  name: 'recruitment centre',
  slug: null,
}
export const russianIntelligence = {
  _id: 'organisation-8jt53gxf47',
  _type: 'organisation',
  name: 'Russian intelligence',
  slug: 'russian-intelligence',
}
export const russianMilitary = {
  _id: 'organisation-hggcexezjz',
  _type: 'organisation',
  name: 'Russian military',
  slug: 'russian-military',
}

export const belarus = {_id: 'place-wuhzznz5jd', _type: 'place', name: 'Belarus', slug: 'belarus'}
export const crimea = {_id: 'place-3rhrzsb8zx', _type: 'place', name: 'Crimea', slug: 'crimea'}
export const donbas = {_id: 'place-cbqgf7adk2', _type: 'place', name: 'Donbas', slug: 'donbas'}
export const europe = {_id: 'place-rgcc53zqpb', _type: 'place', name: 'Europe', slug: 'europe'}
export const izyum = {_id: 'place-39xeyy7xmq', _type: 'place', name: 'Izyum', slug: 'izyum'}
export const kandalakshaTown = {
  _id: 'place-vbrxzs7jgr',
  _type: 'place',
  name: 'Kandalaksha',
  slug: 'kandalaksha',
}
export const kyiv = {_id: 'place-6jrj9xyiny', _type: 'place', name: 'Kyiv', slug: 'kyiv'}
export const lviv = {_id: 'place-vpechmjtpe', _type: 'place', name: 'Lviv', slug: 'lviv'}
export const poland = {_id: 'place-uxhn2japym', _type: 'place', name: 'Poland', slug: 'poland'}
export const russia = {_id: 'place-dyp58iphm2', _type: 'place', name: 'Russia', slug: 'russia'}
export const salisbury = {
  _id: 'place-e8u8ccppsu',
  _type: 'place',
  name: 'Salisbury',
  slug: 'salisbury',
}
export const uk = {_id: 'place-5gvdfsg9td', _type: 'place', name: 'UK', slug: 'uk'}
export const ukraine = {_id: 'place-bbjhgzvxjm', _type: 'place', name: 'Ukraine', slug: 'ukraine'}
export const warsaw = {_id: 'place-kqhfv7qa42', _type: 'place', name: 'Warsaw', slug: 'warsaw'}
export const zhytomyr = {
  _id: 'place-xneqvwm97k',
  _type: 'place',
  name: 'Zhytomyr',
  slug: 'zhytomyr',
}

/** The story where a fact or a quotation links to it. */
export const story = {
  _id: 'article-qg8ii4t9yd',
  title: 'Belarusian dissidents join Ukraine’s fight against Russia',
  slug: 'belarusian-dissidents-join-ukraines-fight-against-russia',
}

/** The story where it is told of itself. */
export const storyInShort = {
  ...story,
  standfirst: null,
  genre: 'feature',
  language: 'en',
  publishedAt: null,
  bylines: [],
  noBylineReason: 'unknown',
}

/** The story as a row of a list. */
export const listedStory = {...storyInShort, cursor: {at: SEEDED_AT, id: story._id}}

type Passage = readonly [blockKey: string, words: string]

/** The passages of the story that something rests on. */
export const cited = (...passages: readonly Passage[]) => ({
  citations: passages.map(([blockKey, passage], index) => ({
    _key: `c${index}`,
    source: 'article',
    blockKey,
    passage,
    title: null,
    url: null,
    accessedOn: null,
    article: story,
  })),
})

/** What the story says. */
export const stated = (...passages: readonly Passage[]) => ({
  certainty: 'stated',
  ...cited(...passages),
})

/** What follows from the story. */
export const inferred = (...passages: readonly Passage[]) => ({
  certainty: 'inferred',
  ...cited(...passages),
})

/** A relation of which nothing but its type is known. */
export const relation = (_key: string, type: string) => ({
  _key,
  type,
  role: null,
  status: null,
  start: null,
  end: null,
  negated: false,
})
