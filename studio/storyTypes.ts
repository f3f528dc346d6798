import type {SchemaTypeDefinition} from 'sanity'

import {schemaTypes} from '../schemas/index.ts'
import {withDeskComponents} from './annotations/deskTypes.ts'

/**
 * The types of a Studio that has some of its own, for `schema.types`, with
 * `storygraph({schema: false})` beside it. Ours that it replaces are named in `without`. Two types of
 * one name are an error that says whose they are.
 */
export function storyTypes(
  own: readonly SchemaTypeDefinition[],
  {without = []}: {without?: readonly string[]} = {},
): SchemaTypeDefinition[] {
  const ours = schemaTypes.filter(({name}) => !without.includes(name))
  const names = new Set(own.map(({name}) => name))
  const clashes = ours.flatMap(({name}) => (names.has(name) ? [name] : []))
  if (clashes.length > 0) {
    const list = clashes.map((name) => `"${name}"`).join(', ')
    throw new Error(
      `This Studio and storygraph both define ${list}: keep its own with storyTypes(types, {without: [${list}]}), or rename it.`,
    )
  }
  return [...own, ...withDeskComponents(ours)]
}
