import {readFileSync} from 'node:fs'

import type {SanityClient} from '@sanity/client'
import fc from 'fast-check'
import type {SchemaType} from 'groq-js'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {core, ZodType} from 'zod'

import type {Lake} from '../../lake/index.ts'
import * as queries from '../../queries/index.ts'
import * as validators from '../../validators/index.ts'
import {openSeededLake} from '../support/seededLake.ts'
import {testLake} from '../support/testLake.ts'
import {documentsOf, type MadeUpDocument} from './generated.ts'

const schema: SchemaType = JSON.parse(
  readFileSync(new URL('../../schema.json', import.meta.url), 'utf8'),
)
const types = ['article', 'person', 'unit', 'organisation', 'place', 'poll']

const validatorOf = new Map<string, ZodType>(Object.entries(validators))
const shipped = Object.entries(queries).flatMap(([name, query]) => {
  if (typeof query !== 'string') return []
  const validator = validatorOf.get(`${name}Validator`)
  return [{name, query, validator}]
})

it('has a validator for each query', () => {
  expect(shipped.filter(({validator}) => validator === undefined)).toEqual([])
})

let seeded: {lake: Lake; administrator: SanityClient; anonymous: SanityClient}
beforeAll(async () => {
  seeded = await openSeededLake()
  await tellMore(seeded.administrator)
})
afterAll(() => seeded.lake.close())

describe.each(shipped)('the validator of $name', ({name, query, validator}) => {
  it('accepts what the bundled story, and an empty dataset, yield', async () => {
    const empty = await testLake()
    expect(await problems(seeded.anonymous, {name, query, validator})).toEqual([])
    expect(await problems(empty.anonymous, {name, query, validator})).toEqual([])
  })

  it('names each place where a result can be wrong', async () => {
    const [params] = await paramsFor(name, seeded.anonymous)
    const result: unknown = await seeded.anonymous.fetch(query, params ?? {})
    const paths = placesIn(result)
    const unnamed = paths.filter((path) => {
      const found = validator?.safeParse(withMistake(result, path))
      return !placesNamed(found?.error?.issues ?? []).includes(path.join('.'))
    })
    expect(unnamed).toEqual([])
    expect(paths.length).toBeGreaterThan(0)
  })
})

describe('200 made-up documents', () => {
  it.each([
    {state: 'published', begun: false},
    {state: 'drafts', begun: true},
  ] as const)('are accepted, $state', {timeout: 120_000}, async ({state, begun}) => {
    const {administrator} = await testLake()
    const documents = makeUp(begun)
    expect(documents.length).toBe(200)
    await administrator.mutate(documents.map((document) => ({create: document})))
    const client = administrator.withConfig({perspective: state})
    const found = await Promise.all(shipped.map((query) => problems(client, query)))
    expect(found.flat()).toEqual([])
  })
})

/** A correction, a second story and a page that is gone: without them three queries yield nothing. */
async function tellMore(client: SanityClient): Promise<void> {
  const [story, unit] = await client.fetch<{_id: string}[]>(
    '[*[_type == "article"][0]{_id}, *[_type == "unit"] | order(_id asc) [0]{_id}]',
  )
  const about = [{_key: 'a', _type: 'reference', _ref: unit?._id}]
  const sequel = {title: 'A year on', slug: {_type: 'slug', current: 'a-year-on'}, about}
  await client.create({_id: 'article-sequel', _type: 'article', ...sequel})
  await client.create({_id: 'gone', _type: 'goneAddress', digest: 'none', date: '2026-05-06'})
  const correction = {_key: 'a', date: '2026-05-05', kind: 'correction', text: 'It was dusk.'}
  const change = client.patch(story?._id ?? '').set({corrections: [correction]})
  await change.commit()
}

/** The same documents in every run: which ones fail must not be a matter of luck. */
function makeUp(begun: boolean): MadeUpDocument[] {
  const ids = new Map(
    [...types, 'sanity.imageAsset'].map((type) => [
      type,
      Array.from(
        {length: type === 'article' ? 45 : type === 'sanity.imageAsset' ? 5 : 30},
        (_, index) => `${type}-${index}`,
      ),
    ]),
  )
  const pictures = documentsOf('sanity.imageAsset', {schema, begun: false, ids})
  const all = fc.tuple(pictures, ...types.map((type) => documentsOf(type, {schema, begun, ids})))
  return fc.sample(all, {numRuns: 1, seed: 7})[0]?.flat() ?? []
}

async function problems(
  client: SanityClient,
  {name, query, validator}: (typeof shipped)[number],
): Promise<string[]> {
  const found = new Set<string>()
  for (const params of await paramsFor(name, client)) {
    const result: unknown = await client.fetch(query, params)
    for (const {path, message} of validator?.safeParse(result).error?.issues ?? []) {
      found.add(
        `${name}: ${path.map((part) => (typeof part === 'number' ? '[]' : String(part))).join('.')}: ${message}`,
      )
    }
  }
  return [...found]
}

/** Parameters that make a query yield something: for a page, those of each page there is. */
async function paramsFor(name: string, client: SanityClient): Promise<Record<string, unknown>[]> {
  const common = {
    after: null,
    language: null,
    digest: 'none',
    includeProtected: true,
    speaker: null,
    story: null,
    text: 'a*',
  }
  const type = /^(\w+)BySlugQuery$/.exec(name)?.[1]
  if (type !== undefined) {
    const slugs = await client.fetch<string[]>(
      '*[_type == $type && defined(slug.current)][0...15].slug.current',
      {type},
    )
    return ['nowhere', ...slugs].reverse().map((slug) => ({...common, slug}))
  }
  if (name === 'indexQuery')
    return [{...common, types: ['person', 'unit', 'organisation', 'place']}]
  if (name === 'slugsQuery') return types.map((one) => ({...common, type: one}))
  if (/^(?:relatedStories|storiesByEntity)Query$/.test(name)) {
    const kind = name === 'relatedStoriesQuery' ? 'article' : 'person'
    const ids = await client.fetch<string[]>('*[_type == $kind][0...15]._id', {kind})
    return ['nobody', ...ids].reverse().map((id) => ({...common, id}))
  }
  if (name === 'pagesShowingQuery') {
    const ids = await client.fetch<string[]>('*[_type in $types][0...200]._id', {types})
    return types.map((type) => {
      const [id = 'nobody'] = ids.filter((one) => one.startsWith(type))
      return {id, type, slugs: ['a'], references: ids.slice(0, 50), readNext: ids.slice(0, 9)}
    })
  }
  return [common]
}

/** The ways to all that a result is made of, to one row of each list. */
function placesIn(value: unknown): string[][] {
  const inner = Object.entries(value ?? {})
  if (typeof value !== 'object' || inner.length === 0) return [[]]
  const rows = Array.isArray(value) ? inner.slice(0, 1) : inner
  return rows.flatMap(([key, one]) => placesIn(one).map((path) => [key, ...path]))
}

/** The places that a message speaks of; where a row may be of several kinds, those of each. */
function placesNamed(
  issues: readonly core.$ZodIssue[],
  above: readonly PropertyKey[] = [],
): string[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path]
    return issue.code === 'invalid_union' && issue.errors.length > 0
      ? issue.errors.flatMap((kind) => placesNamed(kind, path))
      : [path.join('.')]
  })
}

/** The value with something at one place of it that no JSON ever holds. */
function withMistake(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return 1n
  const inner = Object.entries(value ?? {}).find(([name]) => name === key)?.[1]
  const changed = withMistake(inner, rest)
  return Array.isArray(value)
    ? value.with(Number(key), changed)
    : Object.assign({}, value, {[key]: changed})
}
