import {readFileSync} from 'node:fs'

import {describe, expect, it} from 'vitest'

import {confidentialTypes, documentTypes, objectTypes, schemaTypes} from '../../schemas/index.ts'
import {
  attributesOfDocuments,
  attributesOfModel,
  attributesOfType,
  depthOf,
} from '../../scripts/attributes.ts'
import {toMemoryDocument} from '../../seed/write/seedMemory.ts'
import {bundledStory} from '../seed/bundledStory.ts'
import {
  annotationsOf,
  blockingOffFields,
  everyField,
  everyReference,
  hiddenFromSearch,
  missingTargets,
  repeatedNames,
  unexplainedFields,
} from './lint.ts'
import {nameOf} from './walk.ts'

/** A model with one fault of each kind, each as deep as it can hide. */
const faulty = [
  {
    name: 'ferry',
    type: 'document',
    fields: [
      {
        name: 'crew',
        type: 'array',
        description: 'Who sails it, in the order of rank.',
        of: [{type: 'reference', to: [{type: 'ferry'}, {type: 'sailor'}]}],
      },
      {
        name: 'log',
        type: 'array',
        description: 'What happened on board.',
        of: [
          {
            type: 'block',
            marks: {
              annotations: [
                {
                  name: 'buoy',
                  type: 'object',
                  fields: [{name: 'port', type: 'string', description: 'port'}],
                  validation: (rule: {custom(check: () => true): {error(): object}}) =>
                    rule.custom(() => true).error(),
                },
              ],
            },
          },
        ],
      },
      {
        name: 'berth',
        type: 'string',
        description: 'Where it lies at night.',
        hidden: () => true,
      },
    ],
  },
  {
    name: 'shiplog',
    type: 'array',
    of: [{type: 'block', marks: {annotations: [{name: 'ferry', type: 'object', fields: []}]}}],
  },
]

describe('each check', () => {
  it.each([
    [unexplainedFields, 'ferry.log<buoy>.port: has no description that is a sentence'],
    [repeatedNames, 'ferry: is defined twice'],
    [missingTargets, 'ferry.crew: refers to “sailor”, which is no document'],
    [hiddenFromSearch, 'ferry.berth: is hidden and has no search weight of its own'],
    [blockingOffFields, 'buoy: blocks, but not on a field'],
  ])('finds the fault that was planted for it, and no other: %o', (check, line) => {
    expect(check(faulty)).toEqual([line])
  })

  it('looks at enough to find any', () => {
    expect(everyField(schemaTypes).length).toBeGreaterThan(200)
    expect(everyReference(schemaTypes).length).toBeGreaterThan(20)
    expect(annotationsOf(objectTypes).map(nameOf)).toEqual([
      'mention',
      'quotation',
      'figure',
      'link',
    ])
  })
})

describe('the content model', () => {
  it.each([
    ['explains every field to the editor, in a sentence', unexplainedFields],
    ['has one definition for each name', repeatedNames],
    ['refers only to documents it has', missingTargets],
    ['loses no field for search that it hides', hiddenFromSearch],
    ['blocks on fields only', blockingOffFields],
  ])('%s', (_, check) => {
    expect(check(schemaTypes)).toEqual([])
  })

  it('holds fast to what live stories use, and loosely to all else', () => {
    const weak = everyReference(schemaTypes).filter(({definition}) => definition['weak'] === true)
    expect(weak.map(({path}) => path)).toEqual([
      'article.translationOf',
      'desk.subject',
      'protectedIdentity.person',
      'deskExclusion.entity',
      'deskItem.candidates',
      'relatedStory.story',
      'storyCitation.article',
    ])
  })
})

describe('attributes', () => {
  const extracted = JSON.parse(readFileSync(new URL('../../schema.json', import.meta.url), 'utf8'))
  const {documents} = bundledStory()
  const memories = documents.map((document) =>
    toMemoryDocument(document._id, {
      fields: new Map(Object.keys(document).map((name) => [name, ''])),
      closed: ['name'],
      isDraft: true,
    }),
  )
  const model = attributesOfModel(extracted)
  const seed = attributesOfDocuments([...documents, ...memories])

  it('of model and seed stay far below a dataset’s limit, and shallow', () => {
    const all = new Set([...model, ...seed])
    const depth = Math.max(...[...all].map(depthOf))
    console.info(`${all.size} attributes (${seed.size} in the bundled story), ${depth} deep`)
    expect(all.size).toBeGreaterThan(seed.size)
    expect(all.size).toBeLessThan(2000)
    expect(depth).toBeLessThan(20)
  })

  it.each([...documentTypes, ...confidentialTypes])(
    'of one $name stay below a document’s limit, all of its fields among them',
    ({name, fields}) => {
      const own = attributesOfType(
        extracted.find((type: {name: string}) => type.name === name),
        extracted,
      )
      expect(own.size).toBeLessThan(1000)
      const paths = new Set([...own].map((attribute) => attribute.split(':')[0]))
      expect(fields.filter((field) => !paths.has(field.name))).toEqual([])
    },
  )

  it('of the seed are all attributes of the model, but for what the seed remembers', () => {
    expect([...seed].filter((attribute) => !model.has(attribute)).sort()).toEqual([
      'closed: array',
      'closed[]: string',
      'fields: array',
      'fields[]._key: string',
      'fields[].hash: string',
      'fields[]: object',
      'isDraft: boolean',
    ])
  })

  it('are counted through arrays, references, and types within types', () => {
    const port = {type: 'object', attributes: {pier: {value: {type: 'number'}}}}
    const ferry = {
      type: 'document',
      name: 'ferry',
      attributes: {
        ports: {value: {type: 'array', of: {type: 'inline', name: 'port'}}},
        owner: {value: {type: 'union', of: [{type: 'string'}, port]}},
      },
    }
    expect(
      [...attributesOfModel([ferry, {type: 'type', name: 'port', value: port}])].sort(),
    ).toEqual([
      'owner.pier: number',
      'owner: object',
      'owner: string',
      'ports: array',
      'ports[]._key: string',
      'ports[].pier: number',
      'ports[]: object',
    ])
    expect([...attributesOfDocuments([{a: [{b: 1}, {b: 'x', c: {d: null}}]}])].sort()).toEqual([
      'a: array',
      'a[].b: number',
      'a[].b: string',
      'a[].c.d: null',
      'a[].c: object',
      'a[]: object',
    ])
    expect(depthOf('a[].c.d: null')).toBe(4)
  })
})
