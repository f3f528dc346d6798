import {describe, expect, it} from 'vitest'

import {articleBySlugQuery, storiesQuery} from '../../queries/index.ts'
import {ana, guard, norholm, poll, rowers, run, weather} from './dataset.ts'
import {
  anaLink,
  anasQuotations,
  guardLink,
  harbourPoll,
  harbourTax,
  norholmLink,
  plainStory,
  rowersInList,
  weatherInList,
} from './expected.ts'

describe('storiesQuery', () => {
  it('lists stories newest first, by publication or else by creation', () => {
    expect(run(storiesQuery)).toEqual([rowersInList, weatherInList])
  })

  it('keeps stories of the same moment in the order of their ids, and leaves out those without an address', () => {
    const copies = ['c', 'a', 'b'].map((_id) => ({...weather, _id}))
    const stories = [...copies, {...weather, _id: 'd', slug: undefined}]
    expect(run(storiesQuery, {}, stories)).toEqual(
      ['a', 'b', 'c'].map((_id) => ({...weatherInList, _id})),
    )
  })

  it('names a byline by the person’s entry, or else as it is written', () => {
    const bylines = [
      {_key: 'a', role: 'editor', person: {_ref: 'person-ana'}},
      {_key: 'b', role: 'reporter', name: 'Jo Lind'},
    ]
    expect(run(storiesQuery, {}, [{...weather, bylines}, ana])).toEqual([
      {
        ...weatherInList,
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
    expect(run(articleBySlugQuery, {slug})).toEqual({
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
            {_key: 'p00m0', _type: 'mention', entity: norholmLink},
            {_key: 'p00m1', _type: 'mention', entity: anaLink},
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
                _type: 'measuredValue',
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
            {_key: 'p01m0', _type: 'mention', entity: anaLink},
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
    expect(JSON.stringify(run(articleBySlugQuery, {slug}))).not.toContain('_ref')
  })

  it('prefers the lower id when two stories share an address', () => {
    const twins = [
      {...weather, _id: 'b'},
      {...weather, _id: 'a'},
    ]
    expect(run(`${articleBySlugQuery}._id`, {slug: 'rain'}, twins)).toBe('a')
  })

  it('yields empty lists for a story that is only begun', () => {
    const begun = {_id: 'drafts.a', _type: 'article', slug: {current: 'a'}}
    expect(run(articleBySlugQuery, {slug: 'a'}, [begun, guard, norholm, poll])).toEqual({
      _id: 'drafts.a',
      title: '',
      slug: 'a',
      standfirst: null,
      genre: null,
      language: null,
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

  it('yields null for an address nobody has', () => {
    expect(run(articleBySlugQuery, {slug: 'nowhere'})).toBe(null)
  })
})
