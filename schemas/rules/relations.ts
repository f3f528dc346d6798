import {getPublishedId} from '@sanity/client/csm'
import type {ValidationContext} from '@sanity/types'

import {entityTypes} from '../../vocabulary/entityTypes.ts'
import {findRelationType} from '../../vocabulary/relationTypes.ts'
import {ask, lookUp} from './lookUp.ts'
import {isFilled, isText, itemsOf, readKey, refOf} from './read.ts'

/** A relation type says who may stand on each side of it: a place founds nothing. */
export async function checkRelationType(value: unknown, context: ValidationContext) {
  const type = findRelationType(value)
  const from = context.document?._type
  if (!type || !from) return true
  if (!type.from.some((one) => one === from)) {
    return `A ${from} can’t be the subject of “${type.title}”.`
  }
  const target = refOf(readKey(context.parent, 'to'))
  const to = target && (await lookUp(context, target, '._type'))
  if (typeof to !== 'string') return true
  return type.to.some((one) => one === to) || `“${type.title}” can’t point to a ${to}.`
}

/** Nobody is related to themselves. */
export function checkRelationTarget(value: unknown, {document}: ValidationContext) {
  const target = refOf(value)
  return (
    !target ||
    !document ||
    getPublishedId(target) !== getPublishedId(document._id) ||
    'Choose somebody else: nobody is related to themselves.'
  )
}

/** No place lies in itself. */
export function checkWithin(value: unknown, {document}: ValidationContext) {
  const whole = refOf(value)
  return (
    !whole ||
    !document ||
    getPublishedId(whole) !== getPublishedId(document._id) ||
    'Choose a larger place: no place lies in itself.'
  )
}

/** “Works in” says nothing without the role. */
export function checkRole(value: unknown, {parent}: Pick<ValidationContext, 'parent'>) {
  return readKey(parent, 'type') !== 'roleIn' || isText(value) || 'Name the role.'
}

/** What a story denies must be shown by the passage that denies it. */
export function checkDenial(value: unknown, {parent}: Pick<ValidationContext, 'parent'>) {
  return value !== true || isFilled(readKey(parent, 'citations')) || 'A denial needs a source.'
}

/** What the story only implies is marked as such, and the editor is asked to look at it again. */
export function checkInferred(value: unknown) {
  return value !== 'inferred' || 'Inferred: confirm or remove before publishing.'
}

/** Nothing is a part of itself, not even by way of others. */
export async function checkPartOf(relations: unknown, context: ValidationContext) {
  const {document} = context
  if (!document) return true
  const self = getPublishedId(document._id)
  const seen = new Set<string>()
  let wholes = wholesIn(relations)
  for (let depth = 0; depth < 10 && wholes.length > 0; depth++) {
    if (wholes.includes(self)) return `This ${document._type} would be part of itself.`
    for (const id of wholes) seen.add(id)
    const next = await ask(context, '*[_id in $ids]{relations}', {
      ids: wholes.flatMap((id) => [id, `drafts.${id}`]),
    })
    const found = itemsOf(next).flatMap((one) => wholesIn(one['relations']))
    wholes = [...new Set(found)].filter((id) => !seen.has(id))
  }
  return true
}

/** Which bodies some relations say that the subject belongs to as a part. */
function wholesIn(relations: unknown): string[] {
  return itemsOf(relations).flatMap(({type, negated, to}) => {
    const id = refOf(to)
    return type === 'partOf' && negated !== true && id ? [getPublishedId(id)] : []
  })
}

/** Which documents the editor is offered as the other side of a relation. */
export function relationTargets({document, parent}: {document: {_id: string}; parent?: unknown}) {
  const types = findRelationType(readKey(parent, 'type'))?.to ?? entityTypes
  const self = getPublishedId(document._id)
  return {
    filter: '_type in $types && !(_id in [$self, "drafts." + $self])',
    params: {types: [...types], self},
  }
}
