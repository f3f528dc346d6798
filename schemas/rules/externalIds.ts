import {getPublishedId} from '@sanity/client/csm'
import type {ValidationContext} from '@sanity/types'

import {findExternalIdScheme} from '../../vocabulary/externalIds.ts'
import {ask} from './lookUp.ts'
import {isText, itemsOf, readKey} from './read.ts'

/** Each catalogue knows one thing under one identifier. */
export function checkSchemes(ids: unknown) {
  const schemes = itemsOf(ids).map(({scheme}) => scheme)
  const isRepeated = new Set(schemes).size < schemes.length
  return !isRepeated || 'There is already an id of this catalogue.'
}

/** An identifier is written as its catalogue writes it. */
export function checkExternalId(value: unknown, {parent}: Pick<ValidationContext, 'parent'>) {
  const scheme = findExternalIdScheme(readKey(parent, 'scheme'))
  if (!scheme || !isText(value)) return true
  return (
    scheme.pattern.test(value) || `This is no ${scheme.title} id: they look like ${scheme.example}.`
  )
}

/** Two entries with the same identifier are probably about the same thing. */
export async function checkSameThing(value: unknown, context: ValidationContext) {
  const {document, parent} = context
  const scheme = readKey(parent, 'scheme')
  if (!document || !isText(value) || !isText(scheme)) return true
  const id = getPublishedId(document._id)
  const query = `*[!(_id in [$id, "drafts." + $id]) && !(_id in path("versions.**"))
    && count(externalIds[scheme == $scheme && value == $value]) > 0] | order(_id asc) [0].name`
  const other = await ask(context, query, {id, scheme, value})
  return !isText(other) || `Also on: ${other}. Same thing twice?`
}
