import {getPublishedId, isDraftId, isVersionId} from '@sanity/client/csm'
import type {ValidationContext} from '@sanity/types'

import {momentInWords} from '../moment.ts'
import {ask} from './lookUp.ts'
import {isText, itemsOf, readKey, refOf} from './read.ts'

type Document = Pick<ValidationContext, 'document'>
type Parent = Pick<ValidationContext, 'parent'>

/** An embargoed story keeps to its draft until the embargo ends: what is published, anyone can read. */
export function checkEmbargo(value: unknown) {
  if (!isText(value) || new Date(value).getTime() <= Date.now()) return true
  return `Embargoed until ${momentInWords(value)}: it can’t be published before.`
}

/** An embargo holds until the story appears. */
export function checkEmbargoOrder(value: unknown, {document}: Document) {
  const publishedAt = document?.['publishedAt']
  if (!isText(value) || !isText(publishedAt)) return true
  return new Date(value) >= new Date(publishedAt) || 'The embargo ends before the publication time.'
}

/** A story that is out has a publication time. A draft gets it when it is published; a release gives none. */
export function checkPublishedAt(value: unknown, {document}: Document) {
  if (isText(value) || document === undefined || isDraftId(document._id)) return true
  return isVersionId(document._id)
    ? 'Set the publication time: a release does not note it.'
    : 'Set the publication time.'
}

/** No story is a translation of itself. */
export function checkTranslationOf(value: unknown, context: Document) {
  return !isSelf(value, context) || 'A story can’t be a translation of itself.'
}

/** No story belongs to itself as background or follow-up. */
export function checkRelatedStory(value: unknown, context: Document) {
  return !isSelf(value, context) || 'Choose another story: this is the one you are in.'
}

/** A story is linked once. */
export function checkRelatedStories(value: unknown) {
  const ids = itemsOf(value).map(({story}) => refOf(story))
  return new Set(ids).size === ids.length || 'This story is already listed.'
}

/** What readers were told they keep: a correction that was published stays. */
export async function checkCorrections(value: unknown, context: ValidationContext) {
  const {document} = context
  if (!document) return true
  const kept = itemsOf(value).map(({_key}) => _key)
  const published = await ask(context, '*[_id == $id][0].corrections[]._key', {
    id: getPublishedId(document._id),
  })
  return (
    !Array.isArray(published) ||
    published.every((key) => kept.includes(key)) ||
    'A published correction stays. Add another one that sets it right.'
  )
}

/** The wording that put somebody in danger is not repeated under the story. */
export function checkOldWording(value: unknown, {parent}: Parent) {
  return (
    readKey(parent, 'kind') !== 'safety' ||
    !isText(value) ||
    'The old wording would undo this: leave it out.'
  )
}

function isSelf(value: unknown, {document}: Document): boolean {
  const id = refOf(value)
  return id !== undefined && document !== undefined && id === getPublishedId(document._id)
}
