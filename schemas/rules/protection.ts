import type {ValidationContext} from 'sanity'

import {isFilled} from './read.ts'

type Document = Pick<ValidationContext, 'document'>

/** A person known by a codename is protected on a basis that the newsroom can name. */
export function checkNaming(value: unknown, context: Document) {
  return value !== 'codename' || isProtected(context) || 'Say on what basis the name is withheld.'
}

/** Other names of a protected person would give away who it is. */
export function checkOtherNames(value: unknown, context: Document) {
  return !isFilled(value) || !isProtected(context) || 'Other names would identify this person.'
}

/** Of a protected person only what the story states is kept, nothing concluded from it. */
export function checkCertainty(value: unknown, context: Document) {
  return (
    value !== 'inferred' ||
    !isProtected(context) ||
    'Nothing may be inferred about a protected person: remove this.'
  )
}

function isProtected({document}: Document): boolean {
  return document?.['identityProtection'] !== undefined
}
