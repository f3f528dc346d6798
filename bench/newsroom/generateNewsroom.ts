import type {SanityDocumentStub} from '@sanity/client'

import {drawCast} from '../articles/cast.ts'
import {randomFrom, type Random} from '../articles/random.ts'

/** A document as it is written, its id chosen. */
export type NewsroomDocument = SanityDocumentStub & {_id: string}

/** How many of each kind a newsroom has. */
export interface NewsroomCounts {
  articles: number
  people: number
  units: number
  organisations: number
  polls: number
}

/** A newsroom of about so many documents: half of them articles, half the people they are about. */
export function newsroomCounts(size: number): NewsroomCounts {
  const share = (of: number): number => Math.max(1, Math.round((size * of) / 2120))
  return {
    articles: share(1000),
    people: share(1000),
    units: share(50),
    organisations: share(50),
    polls: share(20),
  }
}

/**
 * The documents of a newsroom, each after those it refers to; the same size gives the same ones.
 * An article has about 19 kB of JSON, marks eight people, a unit, an organisation and a poll, and quotes
 * one or two of the people.
 */
export function* generateNewsroom(size: number): Generator<NewsroomDocument> {
  const counts = newsroomCounts(size)
  const random = randomFrom(size)
  for (let index = 0; index < counts.units; index++) yield entity('unit', index, random)
  for (let index = 0; index < counts.organisations; index++) {
    yield entity('organisation', index, random)
  }
  for (let index = 0; index < counts.people; index++) yield person(index, counts, random)
  for (let index = 0; index < counts.polls; index++) {
    yield {
      _id: `poll-${index}`,
      _type: 'poll',
      title: `Survey ${index}`,
      slug: slug(`poll-${index}`),
    }
  }
  for (let index = 0; index < counts.articles; index++) yield article(index, counts, random)
}

function entity(_type: 'unit' | 'organisation', index: number, random: Random): NewsroomDocument {
  const {body, unit} = drawCast(random)
  const name = `${_type === 'unit' ? unit : body} ${index}`
  return {_id: `${_type}-${index}`, _type, name, slug: slug(`${_type}-${index}`)}
}

function person(index: number, counts: NewsroomCounts, random: Random): NewsroomDocument {
  const {people} = drawCast(random)
  const to = reference('unit', random, counts.units)
  return {
    _id: `person-${index}`,
    _type: 'person',
    name: people[0].name,
    sortName: `${people[0].surname} ${index}`,
    slug: slug(`person-${index}`),
    occupations: [{_key: 'o', _type: 'occupation', title: people[0].office}],
    relations: [{_key: 'r', _type: 'relation', type: 'servedIn', to, certainty: 'stated'}],
  }
}

function article(index: number, counts: NewsroomCounts, random: Random): NewsroomDocument {
  const {town, people} = drawCast(random)
  const marked = [
    ...Array.from({length: 8}, () => reference('person', random, counts.people)),
    reference('unit', random, counts.units),
    reference('organisation', random, counts.organisations),
  ]
  const day = new Date(Date.UTC(2010, 0, 1) + index * 3_600_000).toISOString()
  const quoted = random.between(1, 2)
  const body = Array.from({length: 30}, (_, block) =>
    paragraph(block, marked[block], block < quoted, random),
  )
  return {
    _id: `article-${index}`,
    _type: 'article',
    title: `${town} waits, ${people[0].surname} says (${index})`,
    slug: slug(`article-${index}`),
    language: 'en',
    genre: 'news',
    publishedAt: day,
    standfirst: sentence(random),
    bylines: [{_key: 'b', _type: 'byline', role: 'reporter', name: people[2].name}],
    about: [{_key: 'a', ...marked[0]}],
    body: [
      ...body,
      {_key: 'poll', _type: 'pollEmbed', poll: reference('poll', random, counts.polls)},
    ],
  }
}

type Reference = {_type: 'reference'; _ref: string}

/** A paragraph that marks somebody in its second sentence, and may have them say the rest. */
function paragraph(
  block: number,
  entity: Reference | undefined,
  isQuoted: boolean,
  random: Random,
) {
  const said = `${sentence(random)} ${sentence(random)}`
  const spans = [
    span('s0', `${sentence(random)} ${sentence(random)} `, []),
    span('s1', sentence(random), entity ? ['m'] : []),
    isQuoted ? span('s2', ` “${said}”`, ['q']) : span('s2', ` ${said}`, []),
  ]
  const markDefs = [
    ...(entity ? [{_key: 'm', _type: 'mention', entity}] : []),
    ...(entity && isQuoted ? [quotation(entity)] : []),
  ]
  return {_key: `p${block}`, _type: 'block', style: 'normal', children: spans, markDefs}
}

function quotation(speaker: Reference) {
  return {_key: 'q', _type: 'quotation', speaker, basis: 'name', kind: 'direct'}
}

function span(_key: string, text: string, marks: readonly string[]) {
  return {_key, _type: 'span', text, marks}
}

const vocabulary =
  'harbour winter council ferry bridge letter school budget island doctor captain survey teacher light water road night money town boat engine field station border river forest signal market glass paper'.split(
    ' ',
  )

function sentence(random: Random): string {
  const drawn = Array.from({length: 10}, () => vocabulary[random.between(0, vocabulary.length - 1)])
  return `The ${drawn.join(' ')}.`
}

function reference(type: string, random: Random, count: number): Reference {
  return {_type: 'reference', _ref: `${type}-${random.between(0, count - 1)}`}
}

function slug(current: string) {
  return {_type: 'slug', current}
}
