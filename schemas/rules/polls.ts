import type {ValidationContext} from '@sanity/types'

import {disclosureOf} from '../../vocabulary/disclosure.ts'
import {refOf} from './read.ts'

type Document = Pick<ValidationContext, 'document'>

/** Whoever did a poll and has an entry is linked to it; readers may know nothing else of them. */
export function checkPollster(_value: unknown, {document}: Document) {
  return refOf(document?.['pollsterEntity']) !== undefined || 'Pollster not named.'
}

/** Everything that a poll does not disclose, as one line. */
export function checkDisclosure(_value: unknown, {document}: Document) {
  const {missing} = disclosureOf(document ?? {})
  return missing.length === 0 || `Not disclosed: ${missing.join(', ')}.`
}
