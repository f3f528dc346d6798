import {articleBySlugQuery, personBySlugQuery, searchQuery} from '../../queries/index.ts'
import type {NewsroomCounts} from './generateNewsroom.ts'

/** An article with the people, units and organisations it marks. */
const articlePage = `*[_type == "article" && slug.current == $slug][0]{
  ...,
  "mentions": *[_id in ^.body[].markDefs[].entity._ref] | order(_id asc) {_id, _type, name, slug}
}`

/** A person with the fifty newest stories that refer to them. */
const personPage = `*[_type == "person" && slug.current == $slug][0]{
  ...,
  "stories": *[_type == "article" && references(^._id)] | order(publishedAt desc) [0...50] {
    _id, title, slug, publishedAt
  }
}`

/** A page whose speed is measured; those that the floor builds as well are compared with it. */
export interface Page {
  name: string
  query: string
  type: 'article' | 'person'
  /** Where the floor answers with the same JSON. */
  floor?: 'article' | 'person'
  /**
   * What Payload 3.90 reached of the rate of a bare server, measured beside it, and how many times that
   * the lake has to reach. That server took 0.83 CPU ms for a person, as one does that keeps nothing.
   */
  payload?: {share: number; atLeast: number}
}

export const pages: readonly Page[] = [
  {
    name: 'article page',
    query: articlePage,
    type: 'article',
    floor: 'article',
    payload: {share: 288 / 3_514, atLeast: 8},
  },
  {
    name: 'person page',
    query: personPage,
    type: 'person',
    floor: 'person',
    payload: {share: 305 / 1_038, atLeast: 10},
  },
  {name: 'articleBySlugQuery', query: articleBySlugQuery, type: 'article'},
  {name: 'personBySlugQuery', query: personBySlugQuery, type: 'person'},
]

/** A query whose time is taken by itself, with the most milliseconds it may take at any size. */
export interface Question {
  name: string
  query: string
  params: (number: number, counts: NewsroomCounts) => Record<string, unknown>
  atMost: number
}

const words = ['harbour', 'captain', 'ferry', 'letter', 'forest']

export const questions: readonly Question[] = [
  {
    name: 'by id',
    query: '*[_id == $id][0]',
    params: (number, {articles}) => ({id: `article-${number % articles}`}),
    atMost: 0.2,
  },
  {
    name: 'list of 20',
    query: '*[_type == "article"] | order(publishedAt desc) [0...20] {_id, title, slug}',
    params: () => ({}),
    atMost: 1,
  },
  {name: 'count', query: 'count(*[_type == "person"])', params: () => ({}), atMost: 1},
  {
    name: 'full text',
    query:
      '*[_type == "article" && [title, pt::text(body)] match $text] | order(publishedAt desc) [0...20] {_id, title}',
    params: (number, {articles}) => ({
      text: `${number % articles} ${words[number % words.length]}`,
    }),
    atMost: 25,
  },
  {
    name: 'full text, common words',
    query:
      '*[_type == "article" && [title, pt::text(body)] match $text] | order(publishedAt desc) [0...20] {_id, title}',
    params: (number) => ({
      text: `${words[number % words.length]} ${words[(number + 1) % words.length]}`,
    }),
    atMost: 25,
  },
  {
    name: 'searchQuery, a common word',
    query: searchQuery,
    params: (number) => ({text: words[number % words.length], includeProtected: false}),
    atMost: 25,
  },
  {
    name: '20 people with counts',
    query: `*[_type == "person"] | order(sortName asc) [0...20] {
      name, "stories": count(*[_type == "article" && references(^._id)])
    }`,
    params: () => ({}),
    atMost: 10,
  },
]
