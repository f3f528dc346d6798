import {createSchema} from 'sanity'

import {schemaTypes} from '../../schemas/index.ts'

/** The content model as Sanity's validators take it. */
export const contentModel = createSchema({name: 'storygraph', types: schemaTypes})
