import {getPublishedId} from '@sanity/client/csm'
import type {ValidationContext} from '@sanity/types'

import {ask} from './lookUp.ts'
import {isText, itemsOf} from './read.ts'

/** A spelling is listed once for each language. */
export function checkSpellings(names: unknown) {
  const spellings = itemsOf(names).map(({name, language}) => [name, language].join('\n'))
  const isRepeated = new Set(spellings).size < spellings.length
  return !isRepeated || 'This spelling is already listed.'
}

/** Of two with the same name, each needs a few words that tell it from the other. */
export async function checkNamesakes(value: unknown, context: ValidationContext) {
  const {document} = context
  const name = document?.['name']
  if (!document || isText(value) || !isText(name)) return true
  const id = getPublishedId(document._id)
  const query = `count(*[_type == $type && name == $name && _id != $id
    && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]) > 0`
  const hasNamesake = await ask(context, query, {type: document._type, name, id})
  return hasNamesake !== true || `Another ${document._type} has this name: add a short distinction.`
}
