import {getPublishedId, type ValidationContext} from 'sanity'

import {entityTypes} from '../../vocabulary/entityTypes.ts'
import {findRelationType} from '../../vocabulary/relationTypes.ts'
import {lookUp} from './lookUp.ts'
import {isFilled, isText, readKey, refOf} from './read.ts'

/** A relation type says who may stand on each side of it: a place founds nothing. */
export async function checkRelationType(value: unknown, context: ValidationContext) {
  const type = findRelationType(value)
  const from = context.document?._type
  if (!type || !from) return true
  if (!type.from.some((one) => one === from)) {
    return `A ${from} can’t be the subject of “${type.title}”.`
  }
  const target = refOf(readKey(context.parent, 'to'))
  const to = target && (await lookUp(context, target, '_type'))
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

/** “Works in” says nothing without the role. */
export function checkRole(value: unknown, {parent}: Pick<ValidationContext, 'parent'>) {
  return readKey(parent, 'type') !== 'roleIn' || isText(value) || 'Name the role.'
}

/** What a story denies must be shown by the passage that denies it. */
export function checkDenial(value: unknown, {parent}: Pick<ValidationContext, 'parent'>) {
  return value !== true || isFilled(readKey(parent, 'citations')) || 'A denial needs a source.'
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
