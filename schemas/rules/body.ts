import type {ValidationContext} from '@sanity/types'

import {marksOf, type MarkedWords} from '../confirmation.ts'
import {lookUp} from './lookUp.ts'
import {isText, itemsOf, readKey, refOf} from './read.ts'

/** Somebody is quoted, unless the text keeps it open or the marks only set words apart. */
export async function checkSpeaker(value: unknown, context: ValidationContext) {
  const {parent} = context
  const speaker = refOf(value)
  if (speaker === undefined) {
    return (
      readKey(parent, 'basis') === 'unattributed' ||
      readKey(parent, 'kind') === 'scare' ||
      'Name the speaker, or mark the quotation as unattributed.'
    )
  }
  const found = await lookUp(context, speaker, '{naming, "basis": identityProtection.basis}')
  return (
    readKey(found, 'naming') !== 'codename' ||
    isText(readKey(found, 'basis')) ||
    'This speaker’s name is withheld: say on what basis in their entry.'
  )
}

/** The marked words of a quotation are printed between quotation marks, and these are marked too. */
export function checkQuotationMarks(value: unknown, context: ValidationContext) {
  const own = marksAround(context).find(({mark}) => mark['_key'] === readKey(value, '_key'))
  const text = own?.text.trim() ?? ''
  if (!own || text === '' || own.block['style'] === 'blockquote') return true
  return (
    (/^[“”„‟«»‘‚‹"']/u.test(text) && /[“”«»’›"']$/u.test(text)) ||
    'Mark the whole quotation, from one quotation mark to the other.'
  )
}

/** A quotation carries on one of the same speaker, in the same paragraph or the one before. */
export function checkContinues(value: unknown, context: ValidationContext) {
  if (value !== true) return true
  const marks = marksAround(context).filter(({mark}) => mark['_type'] === 'quotation')
  const own = marks.findIndex(({mark}) => mark['_key'] === readKey(context.parent, '_key'))
  const before = marks[own - 1]
  const here = marks[own]
  if (!here) return true
  return (
    (before !== undefined &&
      refOf(before.mark['speaker']) === refOf(here.mark['speaker']) &&
      isNearby(before.block, here.block, context)) ||
    'There is nothing to continue.'
  )
}

/** A figure that comes from a poll points to a finding the poll still has. */
export async function checkFindingKey(value: unknown, context: ValidationContext) {
  const poll = refOf(readKey(context.parent, 'poll'))
  if (!isText(value)) return !poll || 'Choose the finding of this poll.'
  if (!poll) return 'Choose the poll first.'
  return hasFindings(context, poll, [value])
}

/** The findings that a poll is shown with are ones that it still has. */
export async function checkFindingKeys(value: unknown, context: ValidationContext) {
  const poll = refOf(readKey(context.parent, 'poll'))
  return !poll || !Array.isArray(value) || hasFindings(context, poll, value)
}

/** A pull quote repeats a quotation of the story. The mark may go, and the pull quote stay. */
export function checkQuotationKey(value: unknown, context: ValidationContext) {
  if (!isText(value)) return true
  const marks = marksAround(context).filter(({mark}) => mark['_type'] === 'quotation')
  return (
    marks.some(({mark}) => mark['_key'] === value) || 'That quotation is no longer in the text.'
  )
}

async function hasFindings(context: ValidationContext, poll: string, keys: readonly unknown[]) {
  const known = await lookUp(context, poll, '.findings[]._key')
  return (
    !Array.isArray(known) || keys.every((key) => known.includes(key)) || 'That finding was removed.'
  )
}

/** All marks of the text that the value in hand stands in, whatever field the text is. */
function marksAround(context: ValidationContext): MarkedWords[] {
  return marksOf(textAround(context))
}

function textAround({document, path = []}: ValidationContext): unknown {
  const [field] = path
  return typeof field === 'string' ? document?.[field] : undefined
}

function isNearby(before: unknown, here: unknown, context: ValidationContext): boolean {
  const keys = itemsOf(textAround(context))
    .filter((block) => block['_type'] === 'block')
    .map((block) => block['_key'])
  return keys.indexOf(readKey(here, '_key')) - keys.indexOf(readKey(before, '_key')) <= 1
}
