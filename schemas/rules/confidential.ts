import {getPublishedId} from '@sanity/client/csm'
import type {ValidationContext} from '@sanity/types'

/**
 * A confidential record is kept from readers by the dot in its id alone, so it must have one. The
 * rule stands on a required field, and its level keeps a wrong id from being published.
 */
export function checkConfidentialId(prefix: string) {
  return (_value: unknown, {document}: Pick<ValidationContext, 'document'>) =>
    !document ||
    getPublishedId(document._id).startsWith(`${prefix}.`) ||
    'Anyone could read this record: delete it, and make it from the page of its subject.'
}
