import {Rule} from '@sanity/validation/_internal'
import type {SanityDocument} from 'sanity'
import {beforeAll, describe, expect, it} from 'vitest'

import {schemaTypes} from '../../schemas/index.ts'
import {isRecord} from '../../schemas/rules/read.ts'
import {fullDataset} from './fullDataset.ts'
import {breaches, type Where} from './ruleCases.ts'
import {type Problems, validatorOver} from './validate.ts'
import {fieldsBelow} from './walk.ts'

type Fields = Readonly<Record<string, unknown>>

/** An object in a document, and where it stands. */
interface Place {
  readonly document: SanityDocument
  readonly path: readonly (string | number)[]
  readonly line: string
  readonly owner: Fields
}

/** Every field of the model that has rules, as `type.field`, and what its rules ask for. */
const ruled = schemaTypes
  .flatMap((type) => fieldsBelow(type, type.name))
  .flatMap(({path, definition}) => {
    const name = path.replace(/^.*<(\w+)>/, '$1')
    const rules = rulesOf(definition)
    return rules.length > 0 ? [{name, rules}] : []
  })

const places = fullDataset.flatMap((document) => placesIn(document, document, [], ''))

let problems: Problems
beforeAll(async () => {
  const validator = await validatorOver(fullDataset)
  problems = validator.problems
  return validator.close
})

describe('every rule', () => {
  it('is known here: a new one needs a case', () => {
    expect(ruled.length).toBeGreaterThan(100)
    const more = ruled.flatMap(({name, rules}) => {
      const cases = breaches[name]?.length ?? 0
      const others = rules.flatMap(({asks}) => asks).filter((ask) => ask !== 'presence').length
      return cases < others ? [`${name}: ${others} rules, ${cases} cases`] : []
    })
    expect(more).toEqual([])
    const names = new Set(ruled.map(({name}) => name))
    expect(Object.keys(breaches).filter((name) => !names.has(name))).toEqual([])
  })

  it('is silent on documents that are in order and fill in every field with a rule', async () => {
    const found = await Promise.all(fullDataset.map((document) => problems(document)))
    expect(found.flat()).toEqual([])
    const empty = ruled.filter(({name}) => !placeOf(name))
    expect(empty.map(({name}) => name)).toEqual([])
  })

  const required = ruled.flatMap(({name, rules}) =>
    rules
      .filter(({asks}) => asks.includes('presence'))
      .map(({message}) => [name, message ?? 'Required'] as const),
  )
  it.each(required)('asks for %s: %s', async (name, message) => {
    const [, field = ''] = name.split('.')
    expect(await broken(name, {[field]: undefined})).toContain(`error ${message}`)
  })

  const cases = Object.entries(breaches).flatMap(([name, all]) =>
    all.map(([change, says, where]) => [name, says, change, where] as const),
  )
  it.each(cases)('on %s fires: %s', async (name, says, change, where) => {
    expect(await broken(name, change, where)).toContain(says)
  })
})

/** The problems on a field once the object that has it was changed, each as `level message`. */
async function broken(name: string, change: object, where: Where = {}): Promise<string[]> {
  const [type, field = ''] = name.split('.')
  const place =
    places.find((one) => one.owner['_type'] === type && one.document._id === where.of) ??
    placeOf(name)
  if (!place) throw new Error(`No document has ${name}.`)
  const document = structuredClone({...place.document, ...where.document})
  const owner = place.path.reduce<object>(
    (value, step) => Object(Reflect.get(value, step)),
    document,
  )
  Object.assign(owner, change)
  const path = `${place.line}${place.line === '' ? '' : '.'}${field}`
  const lines = await problems(document)
  return lines.flatMap((line) => {
    const [level = '', at = ''] = line.split(/[ :]/, 2)
    const isHere = at === path || at.startsWith(`${path}[`) || at.startsWith(`${path}.`)
    return isHere ? [`${level} ${line.slice(line.indexOf(': ') + 2)}`] : []
  })
}

/** The first object of the documents in order that has a field filled in. */
function placeOf(name: string): Place | undefined {
  const [type, field = ''] = name.split('.')
  return places.find(({owner}) => owner['_type'] === type && owner[field] !== undefined)
}

function placesIn(
  document: SanityDocument,
  value: unknown,
  path: Place['path'],
  line: string,
): Place[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      const key = isRecord(item) ? item['_key'] : index
      return placesIn(document, item, [...path, index], `${line}[${String(key)}]`)
    })
  }
  if (!isRecord(value)) return []
  return [
    {document, path, line, owner: value},
    ...Object.entries(value).flatMap(([name, one]) =>
      placesIn(document, one, [...path, name], `${line}${line === '' ? '' : '.'}${name}`),
    ),
  ]
}

/** What the rules of a field ask for, told by asking them with nothing filled in. */
function rulesOf({validation}: Fields): {asks: string[]; message: string | undefined}[] {
  if (typeof validation !== 'function') return []
  const made: unknown = validation(new Rule(), {document: {}})
  return [made]
    .flat(3)
    .filter(isRecord)
    .map((rule) => ({
      asks: Array.isArray(rule['_rules'])
        ? rule['_rules'].filter(isRecord).map(({flag}) => String(flag))
        : [],
      message: typeof rule['_message'] === 'string' ? rule['_message'] : undefined,
    }))
}
