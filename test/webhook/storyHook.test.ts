import {readFileSync} from 'node:fs'

import {describe, expect, it} from 'vitest'

import {isRecord} from '../../schemas/rules/read.ts'
import {storyHook} from '../../webhook/index.ts'

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../schema.json', import.meta.url), 'utf8'),
)
const types = Array.isArray(schema) ? schema.filter(isRecord) : []
const typeOf = new Map(types.map((type) => [type['name'], type]))

/** Pictures have no page, and a story does not show which facts cite it. */
const without = /\basset$|\bcitations\[\]\.article$/

describe('the webhook', () => {
  it('tells of every reference of a document that has a page', () => {
    const watched = types.filter(({name}) => storyHook.rule.filter.includes(JSON.stringify(name)))
    expect(watched).toHaveLength(6)
    const paths = watched.flatMap((type) => referencesIn(type, []))
    const told = storyHook.rule.projection.matchAll(/\bafter\(\)\.([^\s,]+)\._ref\b/g)
    expect(new Set([...told].map(([, path]) => path))).toEqual(
      new Set(paths.filter((path) => !without.test(path))),
    )
  })
})

/** The paths of the references in a type of `schema.json`: `relations[].to`. */
function referencesIn(type: unknown, inside: readonly unknown[], path = ''): string[] {
  if (!isRecord(type)) return []
  const {type: kind, name, attributes, rest, value, of} = type
  if (kind === 'inline') {
    return inside.includes(name) ? [] : referencesIn(typeOf.get(name), [...inside, name], path)
  }
  if (kind === 'array') return referencesIn(of, inside, `${path}[]`)
  if (kind === 'union' && Array.isArray(of)) {
    return of.flatMap((one) => referencesIn(one, inside, path))
  }
  if (isRecord(attributes)) {
    if ('_ref' in attributes) return [path]
    const own = Object.entries(attributes).flatMap(([key, attribute]) =>
      referencesIn(attribute, inside, path === '' ? key : `${path}.${key}`),
    )
    // What an array holds is its key, and the rest that its type says.
    return [...own, ...referencesIn(rest, inside, path)]
  }
  return referencesIn(value, inside, path)
}
