import {describe, expect, it} from 'vitest'

import {articleBySlugQuery, personBySlugQuery, storiesQuery} from '../../queries/index.ts'
import {ana, guard, norholm, poll, port, rowers, run, weather} from './dataset.ts'
import {
  anaLink,
  anasQuotations,
  guardLink,
  harbourPoll,
  harbourTax,
  noNumber,
  norholmLink,
  plainStory,
  rowersInList,
  rowersRow,
  weatherInList,
  weatherRow,
} from './expected.ts'

describe('storiesQuery', () => {
  it('lists stories newest first, by publication or else by creation', () => {
    expect(run(storiesQuery)).toEqual([rowersRow, weatherRow])
  })

  it('keeps stories of the same moment in the order of their ids, and leaves out those without an address', () => {
    const copies = ['c', 'a', 'b'].map((_id) => ({...weather, _id}))
    const stories = [...copies, {...weather, _id: 'd', slug: undefined}]
    expect(run(storiesQuery, {}, stories)).toEqual(
      ['a', 'b', 'c'].map((_id) => ({...weatherRow, _id, cursor: {...weatherRow.cursor, id: _id}})),
    )
  })

  it('names a byline by the person’s entry, or else as it is written', () => {
    const bylines = [
      {_key: 'a', role: 'editor', person: {_ref: 'person-ana'}},
      {_key: 'b', role: 'reporter', name: 'Jo Lind'},
    ]
    expect(run(storiesQuery, {}, [{...weather, bylines}, ana])).toEqual([
      {
        ...weatherRow,
        bylines: [
          {_key: 'a', role: 'editor', name: 'Ana Zell'},
          {_key: 'b', role: 'reporter', name: 'Jo Lind'},
        ],
      },
    ])
  })
})

describe('articleBySlugQuery', () => {
  const slug = 'rowers-guard-the-harbour'
  const [first, second, third] = rowers.body

  it('yields the text with everything resolved, and the lists derived from it', () => {
    expect(run(articleBySlugQuery, {slug, language: null})).toEqual({
      ...rowersInList,
      ...plainStory,
      about: [guardLink],
      locations: [norholmLink],
      body: [
        {
          ...first,
          markDefs: [
            {
              _key: 'p00q0',
              _type: 'quotation',
              speaker: anaLink,
              basis: 'name',
              kind: 'direct',
              continues: false,
              cue: 'said',
              nested: [],
            },
            {_key: 'p00m0', _type: 'mention', entity: norholmLink, language: null},
            {_key: 'p00m1', _type: 'mention', entity: anaLink, language: null},
          ],
        },
        {
          ...second,
          markDefs: [
            {
              _key: 'p01q0',
              _type: 'quotation',
              speaker: anaLink,
              basis: 'pronoun',
              kind: 'direct',
              continues: true,
              nested: [{_key: 'x0', _type: 'nestedQuotation', text: 'No tax'}],
            },
            {
              _key: 'p01f0',
              _type: 'figure',
              value: {
                ...noNumber,
                wording: 'two-thirds',
                qualifier: 'exact',
                value: 66.7,
              },
              attributedTo: null,
              poll: {
                _id: 'poll-harbour',
                title: 'Poll on the harbour',
                slug: 'poll-on-the-harbour',
              },
              findingKey: 'f0',
              finding: harbourTax,
            },
            {_key: 'p01m0', _type: 'mention', entity: anaLink, language: null},
          ],
        },
        {...third, markDefs: []},
      ],
      mentions: [norholmLink, anaLink],
      quotations: anasQuotations.map((quotation) => ({...quotation, speaker: anaLink})),
      polls: [harbourPoll],
    })
  })

  it('makes one round trip: nothing in the result is left as a reference', () => {
    expect(JSON.stringify(run(articleBySlugQuery, {slug, language: null}))).not.toContain('_ref')
  })

  it('prefers the lower id when two stories share an address', () => {
    const twins = [
      {...weather, _id: 'b'},
      {...weather, _id: 'a'},
    ]
    expect(run(`${articleBySlugQuery}._id`, {slug: 'rain', language: null}, twins)).toBe('a')
  })

  it('tells stories apart that share an address in two languages', () => {
    const twins = [weather, {...weather, _id: 'article-dozhd', language: 'ru'}]
    const found = (language: string | null) =>
      run(`${articleBySlugQuery}._id`, {slug: 'rain', language}, twins)
    expect([found('ru'), found('en'), found('be'), found(null)]).toEqual([
      'article-dozhd',
      'article-weather',
      null,
      'article-dozhd',
    ])
  })

  it('yields empty lists for a story that is only begun', () => {
    const begun = {_id: 'drafts.a', _type: 'article', slug: {current: 'a'}}
    expect(
      run(articleBySlugQuery, {slug: 'a', language: null}, [begun, guard, norholm, poll]),
    ).toEqual({
      _id: 'drafts.a',
      title: '',
      slug: 'a',
      standfirst: null,
      genre: 'news',
      language: 'und',
      publishedAt: null,
      bylines: [],
      noBylineReason: null,
      ...plainStory,
      about: [],
      locations: [],
      body: [],
      mentions: [],
      quotations: [],
      polls: [],
    })
  })

  const page = (fields: object, others: readonly object[] = [norholm]) =>
    run(articleBySlugQuery, {slug: 'rain', language: null}, [{...weather, ...fields}, ...others])

  it('shows readers the newest correction first', () => {
    const correction = {date: '2020-01-02', kind: 'correction', text: 'It was hail.'}
    const corrections = [
      {_key: 'a', ...correction},
      {
        _key: 'b',
        ...correction,
        date: '2020-01-03',
        before: 'rain',
        after: 'hail',
        blockKey: 'p00',
      },
    ]
    expect(page({corrections})).toEqual({
      ...weatherInList,
      ...plainStory,
      about: [],
      locations: [],
      body: [
        {
          _key: 'p00',
          _type: 'block',
          children: [{_key: 'p00s0', _type: 'span', text: 'Rain.', marks: []}],
          markDefs: [],
        },
      ],
      mentions: [],
      quotations: [],
      polls: [],
      corrections: [
        {...corrections[1]},
        {...corrections[0], before: null, after: null, blockKey: null},
      ],
    })
  })

  it('replaces the text of a story that was withdrawn by its notice, and its quotations everywhere', () => {
    const withdrawal = {_type: 'storyWithdrawal', date: '2022-01-01', notice: 'It was not so.'}
    const withdrawn = [{...rowers, withdrawal}, ana, guard, norholm, poll]
    const query = `${articleBySlugQuery}{withdrawal, body, quotations, title}`
    expect(run(query, {slug, language: null}, withdrawn)).toEqual({
      withdrawal: {date: '2022-01-01', notice: 'It was not so.'},
      body: [],
      quotations: [],
      title: 'Rowers guard the harbour',
    })
    expect(run(`${personBySlugQuery}.quotations`, {slug: 'ana-zell'}, withdrawn)).toEqual([])
  })

  it('keeps a story under embargo from readers, and shows its draft to those who may see drafts', () => {
    const embargoed = {...weather, embargoUntil: '2999-01-01T00:00:00Z'}
    const draft = {...embargoed, _originalId: 'drafts.article-weather'}
    const over = {...weather, embargoUntil: '2000-01-01T00:00:00Z'}
    const titles = [embargoed, draft, over].map((story) => [
      run(`${articleBySlugQuery}.title`, {slug: 'rain', language: null}, [story]),
      run(`${storiesQuery}[].title`, {}, [story]),
    ])
    expect(titles).toEqual([
      [null, []],
      ['Rain', ['Rain']],
      ['Rain', ['Rain']],
    ])
  })

  it('resolves pictures, pull quotes, polls and fact boxes where they stand', () => {
    const asset = {
      _id: 'image-a1-2x1-png',
      _type: 'sanity.imageAsset',
      url: 'https://example.org/a1.png',
      metadata: {dimensions: {width: 2, height: 1}},
    }
    const image = {
      _type: 'creditedImage',
      asset: {_type: 'reference', _ref: asset._id},
      alt: 'A quay.',
      credit: 'Jo Lind',
    }
    const shown = {
      alt: 'A quay.',
      decorative: false,
      caption: null,
      credit: 'Jo Lind',
      hotspot: null,
      crop: null,
      asset: {_id: asset._id, url: asset.url, width: 2, height: 1},
    }
    const body = [
      {_key: 'i', ...image},
      {_key: 'q', _type: 'pullQuote', quotationKey: 'p00q0'},
      {_key: 'p', _type: 'pollEmbed', poll: {_type: 'reference', _ref: poll._id}},
      {_key: 'f', _type: 'factBox', title: 'Rain', text: 'It falls.'},
    ]
    const query = `${articleBySlugQuery}{leadImage, body, seo}`
    const seo = {_type: 'storySeo', title: 'Rain!', image}
    const story = {...weather, leadImage: image, seo, body}
    expect(run(query, {slug: 'rain', language: null}, [story, asset, poll, norholm, port])).toEqual(
      {
        leadImage: shown,
        seo: {title: 'Rain!', description: null, image: shown, noIndex: false},
        body: [
          {_key: 'i', _type: 'creditedImage', ...shown},
          {_key: 'q', _type: 'pullQuote', quotationKey: 'p00q0'},
          {_key: 'p', _type: 'pollEmbed', poll: harbourPoll, findingKeys: []},
          {_key: 'f', _type: 'factBox', title: 'Rain', text: 'It falls.'},
        ],
      },
    )
  })

  it('says in which language a name is printed that its entry lists for another than the story’s', () => {
    const alternateNames = [
      {_key: 'a', name: 'Ana Zell', kind: 'spelling', language: 'en'},
      {_key: 'b', name: 'Ана Зел', kind: 'spelling', language: 'be-Cyrl'},
      {_key: 'c', name: 'Zell', kind: 'shortForm'},
    ]
    const named = (text: string) => ({
      _key: text,
      _type: 'block',
      markDefs: [{_key: 'm', _type: 'mention', entity: {_type: 'reference', _ref: ana._id}}],
      children: [
        {_key: 'a', _type: 'span', text: text.slice(0, 2), marks: ['m', 'em']},
        {_key: 'b', _type: 'span', text: text.slice(2), marks: ['m']},
        {_key: 'c', _type: 'span', text: ' rows.', marks: []},
      ],
    })
    const body = ['Ana Zell', 'Ана Зел', 'Zell', 'Ана'].map(named)
    const story = {...weather, language: 'en', body}
    const query = `${articleBySlugQuery}.body[].markDefs[]{_type, language, "name": entity.name}`
    expect(run(query, {slug: 'rain', language: null}, [story, {...ana, alternateNames}])).toEqual(
      [null, 'be-Cyrl', null, null].map((language) => ({
        _type: 'mention',
        language,
        name: 'Ana Zell',
      })),
    )
  })

  it('links translations both ways, and related stories while they are there', () => {
    const to = (id: string) => ({_type: 'reference', _ref: id, _weak: true})
    const link = {_id: 'article-weather', title: 'Rain', slug: 'rain'}
    const translation = {
      ...weather,
      _id: 'article-doshch',
      title: 'Дощ',
      slug: {current: 'doshch'},
      language: 'uk',
      translationOf: to('article-weather'),
      relatedArticles: [
        {_key: 'a', story: to('article-weather'), rel: 'background'},
        {_key: 'b', story: to('article-gone'), rel: 'series'},
      ],
    }
    const query = `${articleBySlugQuery}{translationOf, translations, related}`
    const both = [weather, translation]
    expect(run(query, {slug: 'doshch', language: null}, both)).toEqual({
      translationOf: {...link, language: 'en'},
      translations: [],
      related: [{_key: 'a', rel: 'background', story: link}],
    })
    expect(run(query, {slug: 'rain', language: null}, both)).toEqual({
      translationOf: null,
      translations: [{_id: 'article-doshch', title: 'Дощ', slug: 'doshch', language: 'uk'}],
      related: [],
    })
  })

  it('yields null for an address nobody has', () => {
    expect(run(articleBySlugQuery, {slug: 'nowhere', language: null})).toBe(null)
  })
})
