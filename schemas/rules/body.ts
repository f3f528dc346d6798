import type {ValidationContext} from 'sanity'

import {lookUp} from './lookUp.ts'
import {isText, readKey, refOf} from './read.ts'

/** Somebody is quoted, unless the text keeps it open or the marks only set words apart. */
export function checkSpeaker(value: unknown, {parent}: Pick<ValidationContext, 'parent'>) {
  return (
    refOf(value) !== undefined ||
    readKey(parent, 'basis') === 'unattributed' ||
    readKey(parent, 'kind') === 'scare' ||
    'Name the speaker, or mark the quotation as unattributed.'
  )
}

/** A figure that comes from a poll points to a finding the poll still has. */
export async function checkFindingKey(value: unknown, context: ValidationContext) {
  const poll = refOf(readKey(context.parent, 'poll'))
  if (!isText(value)) return !poll || 'Choose the finding of this poll.'
  if (!poll) return 'Choose the poll first.'
  const keys = await lookUp(context, poll, 'findings[]._key')
  return !Array.isArray(keys) || keys.includes(value) || 'That finding was removed.'
}
