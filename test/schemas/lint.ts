import {Rule} from '@sanity/validation/_internal'

import {isRecord} from '../../schemas/rules/read.ts'
import {fieldsBelow, list, membersOf, nameOf, type Declared} from './walk.ts'

type Type = Readonly<Record<string, unknown>>

/** What search looks at by itself: a field of these types that is hidden drops out of it unnoticed. */
const searched = ['string', 'text', 'slug']

/** One line for each field that is not explained to the editor in a sentence. */
export function unexplainedFields(types: readonly Type[]): string[] {
  return everyField(types)
    .filter(({definition}) => !/^[A-Z].{10,}[.…]$/su.test(String(definition['description'])))
    .map(({path}) => `${path}: has no description that is a sentence`)
}

/** One line for each name that two types have, annotations included. */
export function repeatedNames(types: readonly Type[]): string[] {
  const names = [...types, ...annotationsOf(types)].map(nameOf)
  return names
    .filter((name, index) => names.indexOf(name) < index)
    .map((name) => `${name}: is defined twice`)
}

/** One line for each reference to a type of document that there is not. */
export function missingTargets(types: readonly Type[]): string[] {
  const documents = types.filter(({type}) => type === 'document').map(nameOf)
  return everyReference(types).flatMap(({path, definition}) =>
    list(definition['to'])
      .map((to) => String(to['type']))
      .filter((to) => !documents.includes(to))
      .map((to) => `${path}: refers to “${to}”, which is no document`),
  )
}

/** One line for each field that search would lose when it is hidden, without anybody saying so. */
export function hiddenFromSearch(types: readonly Type[]): string[] {
  return everyField(types)
    .filter(({definition}) => definition['hidden'] !== undefined)
    .filter(({definition}) => searched.includes(String(definition['type'])))
    .filter(({definition: {options}}) => {
      const search = isRecord(options) ? options['search'] : undefined
      return !isRecord(search) || typeof search['weight'] !== 'number'
    })
    .map(({path}) => `${path}: is hidden and has no search weight of its own`)
}

/**
 * One line for each rule that blocks and does not stand on a field: on a type, an annotation or an
 * item of an array, the command line turns its errors into warnings.
 */
export function blockingOffFields(types: readonly Type[]): string[] {
  const members = [...types, ...everyField(types).map(({definition}) => definition)].flatMap(
    (one) => membersOf(one).flatMap((member) => [member, ...membersOf(member)]),
  )
  return [...new Set([...types, ...members])]
    .filter((one) => rulesOf(one).some((rule) => Reflect.get(rule, '_level') === 'error'))
    .map((one) => `${nameOf(one) || String(one['type'])}: blocks, but not on a field`)
}

/** Every field of every type, however deep. */
export function everyField(types: readonly Type[]): Declared[] {
  return types.flatMap((type) => fieldsBelow(type, nameOf(type)))
}

/** Every reference: fields, and items of arrays. */
export function everyReference(types: readonly Type[]): Declared[] {
  return everyField(types)
    .flatMap(({path, definition}) =>
      [definition, ...membersOf(definition)].map((one) => ({path, definition: one})),
    )
    .filter(({definition}) => definition['type'] === 'reference')
}

/** What marks words in the portable text of some types. */
export function annotationsOf(types: readonly Type[]): Type[] {
  return types
    .flatMap((type) => list(type['of']))
    .flatMap((member) => {
      const {marks} = member
      return isRecord(marks) ? list(marks['annotations']) : []
    })
}

function rulesOf({validation}: Type): object[] {
  if (typeof validation !== 'function') return []
  const rules: unknown = validation(new Rule())
  return (Array.isArray(rules) ? rules : [rules]).filter((rule) => rule instanceof Rule)
}
