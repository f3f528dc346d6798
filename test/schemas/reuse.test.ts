import {createSchema, defineArrayMember, defineField, defineType} from 'sanity'
import {beforeAll, describe, expect, it} from 'vitest'

import {
  annotations,
  checkSuggestedMarks,
  documentTypes,
  externalIdsField,
  initialValueTemplates,
  nameField,
  objectTypes,
  periodFields,
  provenanceFields,
  slugField,
} from '../../schemas/index.ts'
import {dataset} from '../queries/dataset.ts'
import {validatorOver, type Problems} from './validate.ts'

/** Somebody else's Studio: a page and a boat of its own, our marks in its text, our fields on it. */
const page = defineType({
  name: 'page',
  type: 'document',
  fields: [
    defineField({
      name: 'content',
      type: 'array',
      of: [defineArrayMember({type: 'block', marks: {annotations}})],
      validation: (rule) => rule.custom(checkSuggestedMarks),
    }),
  ],
})
const boat = defineType({
  name: 'boat',
  type: 'document',
  groups: [{name: 'boat'}],
  fields: [
    nameField({group: 'boat', description: 'What is painted on its bow.'}),
    slugField({source: 'name', group: 'boat'}),
    externalIdsField('boat'),
    ...periodFields({start: 'launched', end: 'sunk', group: 'boat'}),
    ...provenanceFields(),
  ],
})
const types = [page, boat, ...documentTypes, ...objectTypes]

let problems: Problems
beforeAll(async () => {
  const validator = await validatorOver(dataset, types)
  problems = validator.problems
  return validator.close
})

const saved = {_rev: 'r', _createdAt: '2020-01-01T00:00:00Z', _updatedAt: '2020-01-01T00:00:00Z'}
const written = (mark: object) => ({
  ...saved,
  _id: 'page-1',
  _type: 'page',
  content: [
    {
      _key: 'p',
      _type: 'block',
      children: [{_key: 's', _type: 'span', text: '“Rain', marks: ['m']}],
      markDefs: [{_key: 'm', ...mark}],
    },
  ],
})
const built = (fields: object) => ({
  ...saved,
  _id: 'boat-1',
  _type: 'boat',
  name: 'Heron',
  slug: {_type: 'slug', current: 'heron'},
  certainty: 'stated',
  ...fields,
})

describe('in somebody else’s Studio', () => {
  it('marks and fields compile beside types that are not ours', () => {
    const {_validation: groups = []} = createSchema({name: 'default', types})
    expect(groups.flatMap((group) => group.problems)).toEqual([])
  })

  it('marks keep their rules in a text of another name', async () => {
    const entity = {_type: 'reference', _ref: 'person-ana'}
    expect(await problems(written({_type: 'mention', entity}))).toEqual([])
    expect(await problems(written({_type: 'mention', entity, suggested: true}))).toEqual([
      'error content: 1 suggestion is still to be confirmed or rejected.',
    ])
    const quotation = {_type: 'quotation', speaker: entity, basis: 'name', kind: 'direct'}
    expect(await problems(written({...quotation, continues: true}))).toEqual([
      'error content[p].markDefs[m].continues: There is nothing to continue.',
      'warning content[p].markDefs[m]: Mark the whole quotation, from one quotation mark to the other.',
    ])
  })

  it('fields keep their rules on a document of another type', async () => {
    const date = (value: string) => ({_type: 'fuzzyDate', value, basis: 'stated'})
    expect(await problems(built({launched: date('1911'), sunk: date('1912')}))).toEqual([])
    expect(
      await problems(built({name: undefined, launched: date('1912'), sunk: date('1911')})),
    ).toEqual([
      'error name: A display name is required.',
      'error sunk: The end is before the start.',
    ])
  })
})

describe('templates', () => {
  const begun = (id: string, parameters: Record<string, string>) => {
    const template = initialValueTemplates.find((one) => one.id === id)
    const value = template?.value
    return typeof value === 'function' ? Reflect.apply(value, undefined, [parameters]) : value
  }

  it('begin documents that there are', () => {
    const names = documentTypes.map(({name}) => name)
    expect(initialValueTemplates.map(({id, schemaType}) => [id, schemaType])).toEqual([
      ['article-translation', 'article'],
      ['person-named', 'person'],
    ])
    expect(names).toEqual(expect.arrayContaining(['article', 'person']))
  })

  it('fill in what is known', () => {
    expect(begun('article-translation', {language: 'uk', source: 'article-a'})).toEqual({
      language: 'uk',
      translationOf: {_type: 'reference', _ref: 'article-a', _weak: true},
    })
    expect(begun('person-named', {name: 'Ana Zell'})).toEqual({
      name: 'Ana Zell',
      naming: 'fullName',
    })
  })
})
