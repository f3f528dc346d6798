import {getPublishedId} from '@sanity/client/csm'
import type {ValidationContext} from '@sanity/types'

import {ask} from './lookUp.ts'
import {isText, readKey} from './read.ts'

/** Two documents of a type have the same address only where they are in two languages. */
export async function checkAddress(value: unknown, context: ValidationContext) {
  const {document} = context
  const slug = readKey(value, 'current')
  if (!document || !isText(slug)) return true
  const query = `count(*[_type == $type && slug.current == $slug
    && coalesce(language, "") == $language
    && !(_id in [$id, "drafts." + $id]) && !(_id in path("versions.**"))]) > 0`
  const isTaken = await ask(context, query, {
    type: document._type,
    slug,
    language: document['language'] ?? '',
    id: getPublishedId(document._id),
  })
  return isTaken !== true || 'This address is taken: another page has it.'
}

/** An address that people can read out and computers can spell. */
export function checkSlug(value: unknown) {
  const slug = readKey(value, 'current')
  return (
    !isText(slug) || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || 'Use lower-case words and hyphens.'
  )
}
