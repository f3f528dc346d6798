import {getPublishedId} from '@sanity/client/csm'
import type {ValidationContext} from '@sanity/types'

import {isChanged, marksOf} from '../confirmation.ts'
import {ask} from './lookUp.ts'
import {isRecord} from './read.ts'

/** What is published is confirmed: a story keeps to its draft while a mark in it is only suggested. */
export function checkSuggestedMarks(body: unknown) {
  return noneLeft(marksOf(body).filter(({mark}) => mark['suggested'] === true).length)
}

/** An entry that a machine proposed keeps to its draft until an editor confirms it. */
export function checkSuggestedDocument(value: unknown) {
  return noneLeft(value === true ? 1 : 0)
}

/** Editing marked words makes the confirmation of the mark lapse; the editor is told, not stopped. */
export async function checkChangedMarks(body: unknown, context: ValidationContext) {
  const id = context.document?._id
  if (!id || marksOf(body).length === 0) return true
  const query = '*[_type == "desk" && subject._ref == $id].items[][decision == "confirmed"]'
  const items = await ask(context, query, {id: getPublishedId(id)})
  const confirmed = Array.isArray(items) ? items.filter(isRecord) : []
  const count = confirmed.filter((item) => isChanged(item, body)).length
  if (count === 0) return true
  return count === 1
    ? '1 marked passage changed since it was confirmed: look at it again.'
    : `${count} marked passages changed since they were confirmed: look at them again.`
}

function noneLeft(count: number) {
  if (count === 0) return true
  return count === 1
    ? '1 suggestion is still to be confirmed or rejected.'
    : `${count} suggestions are still to be confirmed or rejected.`
}
