import type {ValidationContext} from 'sanity'

import {isText, readKey, refOf} from './read.ts'

type Parent = Pick<ValidationContext, 'parent'>

/** A citation of a story names the story. */
export function checkCitedArticle(value: unknown, context: Parent) {
  return !citesArticle(context) || refOf(value) !== undefined || 'Choose the story.'
}

/** A citation of a story says which paragraph it rests on. */
export function checkCitedBlock(value: unknown, context: Parent) {
  return !citesArticle(context) || isText(value) || 'Say which paragraph of the story.'
}

/** A citation of a story quotes the words it rests on. */
export function checkCitedPassage(value: unknown, context: Parent) {
  return !citesArticle(context) || isText(value) || 'Quote the words this rests on.'
}

function citesArticle({parent}: Parent): boolean {
  return readKey(parent, 'source') === 'article'
}
