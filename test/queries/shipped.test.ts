import {readdirSync, readFileSync} from 'node:fs'

import {parse, typeEvaluate, type SchemaType} from 'groq-js'
import {describe, expect, it} from 'vitest'

import {isRecord, readKey} from '../../schemas/rules/read.ts'
import * as queries from '../../queries/index.ts'
import {run} from './dataset.ts'
import {unorderedLists} from './unorderedLists.ts'

const root = new URL('../../', import.meta.url)
const schema: SchemaType = JSON.parse(readFileSync(new URL('schema.json', root), 'utf8'))
/** The types nobody may reach without a right to, and the ids under which they are kept. */
const confidential = /protectedIdentity|protected\.|desk/i

const shipped = Object.entries(queries).flatMap(([name, query]) =>
  typeof query === 'string' ? [{name, query}] : [],
)

/** What a query that is not for one page yields when there is nothing. */
const emptyResults: Record<string, unknown> = {
  pagesShowingQuery: {own: [], others: [], isByline: false},
  searchQuery: {stories: [], entities: [], polls: []},
  storyGraphQuery: {stories: [], nodes: [], relations: [], appearances: []},
}

it('ships these queries', () => {
  expect(shipped.map(({name}) => name).sort()).toEqual([
    'articleBySlugQuery',
    'correctionsQuery',
    'feedQuery',
    'goneAddressQuery',
    'indexQuery',
    'organisationBySlugQuery',
    'pagesShowingQuery',
    'personBySlugQuery',
    'placeBySlugQuery',
    'pollBySlugQuery',
    'pollsQuery',
    'quotationsQuery',
    'relatedStoriesQuery',
    'searchQuery',
    'sitemapQuery',
    'slugsQuery',
    'storiesByEntityQuery',
    'storiesQuery',
    'storyGraphQuery',
    'unitBySlugQuery',
  ])
})

it('notices an attribute that is misspelt', () => {
  const misspelt = typeEvaluate(parse('*[_type == "place"]{name, "kind": kidn}'), schema)
  expect(unknownPaths(misspelt, 'q')).toEqual(['q.of.attributes.kind'])
})

it('notices a list without an order, or with one that leaves a choice', () => {
  const lists = [
    '*[_type == "place"]{name}',
    '*[_type == "place"] | order(name asc)',
    '{"rows": *[_type == "place"] | order(name asc, _id asc) {"units": *[_type == "unit"]}}',
    '*[_type == "place"][0]',
  ]
  expect(lists.map((query) => unorderedLists(parse(query)).length)).toEqual([1, 1, 1, 1])
})

describe.each(shipped)('$name', ({name, query}) => {
  it('names no confidential type', () => {
    expect(query).not.toMatch(confidential)
  })

  it('gives every list an order that ends with what is unique', () => {
    expect(unorderedLists(parse(query))).toEqual([])
  })

  it('has a type without a hole', () => {
    expect(unknownPaths(typeEvaluate(parse(query), schema), name)).toEqual([])
  })

  it('runs on an empty dataset', () => {
    const params = {slug: 'x', language: null, digest: 'x', story: null, text: 'x', after: null}
    const empty = /BySlugQuery|goneAddressQuery/.test(name) ? null : []
    expect(run(query, params, [])).toEqual(emptyResults[name] ?? empty)
  })

  it('is explained to whoever imports it', () => {
    const files = readdirSync(new URL('queries/', root))
    const sources = files.map((file) => readFileSync(new URL(`queries/${file}`, root), 'utf8'))
    const documented = new RegExp(`\\*/\\nexport const ${name} = `)
    expect(sources.filter((source) => documented.test(source)).length).toBe(1)
  })
})

/** Where a type tree says nothing: an unknown, or an attribute that no document ever has. */
function unknownPaths(type: unknown, path: string): string[] {
  if (Array.isArray(type)) {
    return type.flatMap((one, index) => unknownPaths(one, `${path}[${index}]`))
  }
  if (!isRecord(type)) return []
  const isHole = type['type'] === 'unknown' || readKey(type['value'], 'type') === 'null'
  if (isHole) return [path]
  return Object.entries(type).flatMap(([key, value]) => unknownPaths(value, `${path}.${key}`))
}
