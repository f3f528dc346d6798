import {readFileSync} from 'node:fs'

import type {SanityClient} from '@sanity/client'
import fc from 'fast-check'
import type {SchemaType} from 'groq-js'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {ZodType} from 'zod'

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

let seeded: {lake: Lake; anonymous: SanityClient}
beforeAll(async () => {
  seeded = await openSeededLake()
})
afterAll(() => seeded.lake.close())

describe.each(shipped)('the validator of $name', ({name, query, validator}) => {
  it('accepts what the bundled story, and an empty dataset, yield', async () => {
    const empty = await testLake()
    expect(await problems(seeded.anonymous, {name, query, validator})).toEqual([])
    expect(await problems(empty.anonymous, {name, query, validator})).toEqual([])
  })

  it('names the place where a result is wrong', async () => {
    const [params] = await paramsFor(name, seeded.anonymous)
    const result: unknown = await seeded.anonymous.fetch(query, params ?? {})
    const {broken, path} = plantMistake(result)
    const found = validator?.safeParse(broken)
    expect(found?.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
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
      '*[_type == $type && defined(slug.current)][0...12].slug.current',
      {type},
    )
    return ['nowhere', ...slugs].reverse().map((slug) => ({...common, slug}))
  }
  if (name === 'indexQuery')
    return [{...common, types: ['person', 'unit', 'organisation', 'place']}]
  if (name === 'slugsQuery') return types.map((one) => ({...common, type: one}))
  if (/^(?:relatedStories|storiesByEntity)Query$/.test(name)) {
    const kind = name === 'relatedStoriesQuery' ? 'article' : 'person'
    const ids = await client.fetch<string[]>('*[_type == $kind][0...10]._id', {kind})
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

/** Puts something nobody expects in the place of the first word or number, and says where that is. */
function plantMistake(result: unknown): {broken: unknown; path: string} {
  const path = pathOfLeaf(result) ?? (Array.isArray(result) ? ['0'] : [])
  return {broken: withMistake(result, path), path: path.join('.')}
}

function pathOfLeaf(value: unknown): string[] | undefined {
  if (typeof value !== 'object') return []
  for (const [key, inner] of Object.entries(value ?? {})) {
    const path = pathOfLeaf(inner)
    if (path) return [key, ...path]
  }
  return undefined
}

function withMistake(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return []
  const inner = Object.entries(value ?? {}).find(([name]) => name === key)?.[1]
  const changed = withMistake(inner, rest)
  return Array.isArray(value)
    ? [changed, ...value.slice(1)]
    : Object.assign({}, value, {[key]: changed})
}
