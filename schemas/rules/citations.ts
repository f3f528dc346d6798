import type {ValidationContext} from '@sanity/types'

import {lookUp} from './lookUp.ts'
import {isText, readKey, refOf} from './read.ts'

type Parent = Pick<ValidationContext, 'parent'>

/** A citation of a story names the story. */
export function checkCitedArticle(value: unknown, context: Parent) {
  return !cites('article', context) || refOf(value) !== undefined || 'Choose the story.'
}

/** A citation of a story says which paragraph it rests on. */
export function checkCitedBlock(value: unknown, context: Parent) {
  return !cites('article', context) || isText(value) || 'Say which paragraph of the story.'
}

/** A citation of a story quotes the words it rests on. */
export function checkCitedPassage(value: unknown, context: Parent) {
  return !cites('article', context) || isText(value) || 'Quote the words this rests on.'
}

/** A citation of a web page gives its address. */
export function checkCitedUrl(value: unknown, context: Parent) {
  return !cites('url', context) || isText(value) || 'Give the address of the page.'
}

/** A citation of a document says which one. */
export function checkCitedTitle(value: unknown, context: Parent) {
  return !cites('document', context) || isText(value) || 'Name the document.'
}

/** The quoted words still stand in the paragraph that they are quoted from. */
export async function checkPassageStands(value: unknown, context: ValidationContext) {
  const {parent} = context
  const article = refOf(readKey(parent, 'article'))
  const key = readKey(parent, 'blockKey')
  if (!cites('article', context) || !isText(value) || !article || !isText(key)) return true
  const story = await lookUp(context, article, '{"spans": body[_key == $key][0].children[].text}', {
    key,
  })
  const spans = readKey(story, 'spans')
  // No story: it was taken down, and the words were in it.
  if (story === null || story === undefined) return true
  return (
    (Array.isArray(spans) && spans.join('').includes(value)) ||
    'The quoted passage is no longer in the article.'
  )
}

function cites(source: string, {parent}: Parent): boolean {
  return readKey(parent, 'source') === source
}
