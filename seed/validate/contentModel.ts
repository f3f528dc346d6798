import {Schema as CompiledSchema} from '@sanity/schema'
import {builtinTypes} from '@sanity/schema/_internal'
import type {Schema} from '@sanity/types'
import {inferFromSchema} from '@sanity/validation/_internal'

import {schemaTypes} from '../../schemas/index.ts'

/**
 * The content model as Sanity's validators take it: compiled as Studio compiles it, without the
 * seconds that it takes to load Studio.
 */
export const contentModel = compile({
  name: 'storygraph',
  types: schemaTypes,
  parent: compile({name: 'studio', types: builtinTypes}),
})

interface Definition {
  name: string
  types: readonly unknown[]
  parent?: Schema
}

function compile(definition: Definition): Schema {
  return inferFromSchema(bare(definition))
}

/** Where one package's type has no parent, that of the other has one that is undefined. */
function bare(definition: Definition): Schema
function bare(definition: Definition): object {
  return CompiledSchema.compile(definition)
}
