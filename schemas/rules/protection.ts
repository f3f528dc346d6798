import {getPublishedId} from '@sanity/client/csm'
import type {ValidationContext} from '@sanity/types'

import {ask} from './lookUp.ts'
import {isFilled, isRecord, isText, itemsOf, readKey} from './read.ts'

type Document = Pick<ValidationContext, 'document'>

/** A person known by a codename is protected on a basis that the newsroom can name. */
export function checkNaming(value: unknown, context: Document) {
  return (
    value !== 'codename' ||
    isRecord(context.document?.['identityProtection']) ||
    'Say on what basis the name is withheld.'
  )
}

/** Other names of a protected person would give away who it is. */
export function checkOtherNames(value: unknown, context: Document) {
  return !isFilled(value) || !isProtected(context) || 'Other names would identify this person.'
}

/** Lists sort a protected person by the name that readers see, and by nothing beyond it. */
export function checkSortName(value: unknown, context: Document) {
  return (
    !isText(value) ||
    !isProtected(context) ||
    value === context.document?.['name'] ||
    'Other names would identify this person.'
  )
}

/** A catalogue outside the newsroom would tell who a protected person is. */
export function checkExternalIds(value: unknown, context: Document) {
  return !isFilled(value) || !isProtected(context) || 'An outside id would reveal who this is.'
}

/** A picture of a protected person is shown only once the desk has noted that it may be. */
export async function checkPicture(value: unknown, context: ValidationContext) {
  const {document} = context
  if (!document || !isRecord(value) || !isProtected(context)) return true
  const query = 'count(*[_type == "desk" && subject._ref == $id && imageCleared == true]) > 0'
  const isCleared = await ask(context, query, {id: getPublishedId(document._id)})
  return isCleared === true || 'A picture of a protected person needs clearance.'
}

/** Where somebody was born narrows down who it can be. */
export function checkBirthPlace(value: unknown, context: Document) {
  return !isRecord(value) || !isProtected(context) || 'A birthplace may identify this person.'
}

/** Of a protected person only what the story states is kept, nothing concluded from it. */
export function checkCertainty(value: unknown, context: Document) {
  return (
    value !== 'inferred' ||
    !isProtected(context) ||
    'Nothing may be inferred about a protected person: remove this.'
  )
}

/** Details that are harmless one by one can identify somebody together. */
export function checkJigsaw(_value: unknown, context: Document) {
  const {document} = context
  if (!document || !isProtected(context)) return true
  const relations = itemsOf(document['relations'])
  const details = [
    isRecord(document['ageAsReported']) || isRecord(document['birthDate']),
    isRecord(document['birthPlace']),
    relations.some(({type, role}) => type === 'commandsIn' || isText(role)),
    relations.some(({type, negated}) => isOfUnit(type) && negated !== true),
    isFilled(document['residences']),
    isFilled(document['occupations']),
  ].filter(Boolean).length
  return details < 3 || `Jigsaw risk: ${details} details together may identify this person.`
}

/** Whether the person in hand is one whose name is withheld. */
function isProtected({document}: Document): boolean {
  return isRecord(document?.['identityProtection']) || readKey(document, 'naming') === 'codename'
}

/** The relations that tie somebody to one body of people that can be searched through. */
function isOfUnit(type: unknown): boolean {
  return ['commandsIn', 'memberOf', 'leads', 'founderOf', 'roleIn'].some((one) => one === type)
}
