import {describe, expect, it} from 'vitest'

import {storyGraphQuery} from '../../queries/index.ts'
import {ana, guard, heron, norholm, poll, port, rowers, run, weather} from './dataset.ts'
import {anaLink, guardLink, heronLink, norholmLink, portLink, rowersLink} from './expected.ts'

const shown = {isProtected: false}
const stories = [rowersLink, {_id: 'article-weather', title: 'Rain', slug: 'rain'}]

const rowersNode = {
  _id: 'article-rowers',
  _type: 'article',
  name: 'Rowers guard the harbour',
  slug: 'rowers-guard-the-harbour',
  ...shown,
}
const weatherNode = {_id: 'article-weather', _type: 'article', name: 'Rain', slug: 'rain', ...shown}
const pollNode = {
  _id: 'poll-harbour',
  _type: 'poll',
  name: 'Poll on the harbour',
  slug: 'poll-on-the-harbour',
  ...shown,
}

const founded = {
  _key: 'r0',
  from: 'person-ana',
  to: 'unit-guard',
  type: 'founderOf',
  role: null,
  status: null,
  negated: false,
  certainty: 'stated',
}
const partOf = {
  _key: 'r0',
  from: 'unit-guard',
  to: 'organisation-port',
  type: 'partOf',
  role: null,
  status: null,
  negated: false,
  certainty: 'stated',
}
const notAMember = {
  _key: 'r0',
  from: 'person-heron',
  to: 'unit-guard',
  type: 'memberOf',
  role: 'oarsman',
  status: 'current',
  negated: true,
  certainty: 'stated',
}

const appearances = [
  {story: 'article-rowers', subject: 'unit-guard', quoted: false},
  {story: 'article-rowers', subject: 'place-norholm', quoted: false},
  {story: 'article-rowers', subject: 'poll-harbour', quoted: false},
  {story: 'article-rowers', subject: 'person-ana', quoted: true},
]

describe('storyGraphQuery', () => {
  it('yields who is in one story, how they hang together and whom it quotes', () => {
    expect(run(storyGraphQuery, {story: 'article-rowers', includeProtected: false})).toEqual({
      stories,
      nodes: [
        rowersNode,
        pollNode,
        {...guardLink, ...shown},
        {...norholmLink, ...shown},
        {...anaLink, ...shown},
      ],
      relations: [founded],
      appearances,
    })
  })

  it('yields everybody when no story is chosen, but nobody who is protected', () => {
    expect(run(storyGraphQuery, {story: null, includeProtected: false})).toEqual({
      stories,
      nodes: [
        rowersNode,
        weatherNode,
        pollNode,
        {...guardLink, ...shown},
        {...norholmLink, ...shown},
        {...portLink, ...shown},
        {...anaLink, ...shown},
      ],
      relations: [partOf, founded],
      appearances,
    })
  })

  it('shows protected people and what denies or connects them only to those who ask', () => {
    const inStory = {...rowers, about: [...(rowers.about ?? []), heronInStory]}
    const documents = [inStory, heron, guard]
    const protectedNode = {...heronLink, isProtected: true}
    expect(
      run(storyGraphQuery, {story: 'article-rowers', includeProtected: true}, documents),
    ).toEqual({
      stories: [rowersLink],
      nodes: [rowersNode, {...guardLink, ...shown}, protectedNode],
      relations: [notAMember],
      appearances: [
        {story: 'article-rowers', subject: 'unit-guard', quoted: false},
        {story: 'article-rowers', subject: 'person-heron', quoted: false},
      ],
    })
    const hidden = run(
      storyGraphQuery,
      {story: 'article-rowers', includeProtected: false},
      documents,
    )
    expect(JSON.stringify(hidden)).not.toContain('heron')
  })

  it('drops a relation to somebody protected, and one to nobody', () => {
    const relations = ['person-heron', 'person-gone', 'unit-guard'].map((to, index) => ({
      _key: `r${index}`,
      type: 'alliedWith',
      to: {_ref: to},
      certainty: 'stated',
    }))
    const documents = [{...port, relations}, heron, guard, ana, norholm, poll, weather]
    const ids = (includeProtected: boolean) =>
      run(
        `${storyGraphQuery}.relations[from == "organisation-port"].to`,
        {story: null, includeProtected},
        documents,
      )
    expect(ids(false)).toEqual(['unit-guard'])
    expect(ids(true)).toEqual(['person-heron', 'unit-guard'])
  })
})

const heronInStory = {_key: 'a1', _type: 'reference' as const, _ref: 'person-heron'}
