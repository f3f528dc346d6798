import type {ValidationContext} from '@sanity/types'

import {isFilled, isText, readKey, refOf} from './read.ts'

type Parent = Pick<ValidationContext, 'parent'>
type Document = Pick<ValidationContext, 'document'>

/** Where something is or was: a place, or at least the story’s words for it. */
export function checkPlaceOrWording(value: unknown, {parent}: Parent) {
  return isText(value) || refOf(readKey(parent, 'place')) !== undefined || 'Say where.'
}

/** Who did something for a story: a person, or at least a name. */
export function checkPersonOrName(value: unknown, {parent}: Parent) {
  return (
    isText(value) ||
    refOf(readKey(parent, 'person')) !== undefined ||
    'Choose the person, or write the name.'
  )
}

/** A kind the list does not have needs the story’s words for it. */
export function checkKindWording(value: unknown, {document}: Document) {
  return document?.['kind'] !== 'other' || isText(value) || 'Describe the kind of unit.'
}

/** A story has a byline, or says why there is none. */
export function checkNoBylineReason(value: unknown, {document}: Document) {
  return (
    isText(value) || isFilled(document?.['bylines']) || 'Add a byline, or say why there is none.'
  )
}

/** A picture is described, unless it is only decoration. */
export function checkAlternative(value: unknown, {parent}: Parent) {
  return isText(value) || readKey(parent, 'decorative') === true || 'Describe the picture.'
}
