import {itemsOf, refOf} from '../../schemas/rules/read.ts'
import {draftIdOf} from '../../seed/documentIds.ts'
import {suggestedMarks} from '../actions/decisions.ts'
import {changeMarks, companionsOf, type Outcome, type Stamp} from './changeMarks.ts'
import {moveReferences} from './moveReferences.ts'
import {markSuggestion} from './openSuggestions.ts'
import type {Documents, Fields, Suggestion} from './suggestion.ts'

/**
 * Rejects a proposed entry: its draft goes, and so do the suggested mentions of it, whose words are
 * no name from now on; what was said to be theirs is nobody's. Anything else that an editor had
 * confirmed about it is a reason to leave it as it is.
 */
export function dismissEntry(documents: Documents, entry: Suggestion, stamp: Stamp): Outcome {
  const id = entry.key
  const draft = documents.get(draftIdOf(id))
  if (draft?.['suggested'] !== true || isConfirmedAnywhere(documents, id)) {
    return {documents, missed: [entry]}
  }
  const stories = [...documents.values()].filter(
    ({_id, _type}) => _type === 'article' && String(_id).startsWith('drafts.'),
  )
  const mentions = stories.flatMap((story) =>
    suggestedMarks(story['body'])
      .filter(({mark}) => refOf(mark['entity']) === id)
      .map((marked) => markSuggestion(story, marked)),
  )
  const {documents: withoutMentions} = changeMarks(documents, mentions, () => undefined, {stamp})
  const after = new Map(withoutMentions)
  after.delete(draftIdOf(id))
  for (const [key, document] of after) {
    after.set(key, moveReferences(withoutSpeaker(document, id), id, undefined))
  }
  for (const [story, marks] of Map.groupBy(mentions, ({stories: [one = '']}) => one)) {
    for (const desk of companionsOf(after, story, stamp)) {
      after.set(
        String(desk['_id']),
        withoutNames(desk, new Set(marks.map(({words}) => words)), stamp),
      )
    }
  }
  return {documents: after, missed: []}
}

/** Whether a mark that somebody confirmed or made, or that is to be released, is about an entry. */
function isConfirmedAnywhere(documents: Documents, id: string): boolean {
  return [...documents.values()].some(({_id, body}) =>
    itemsOf(body)
      .flatMap((block) => itemsOf(block['markDefs']))
      .some(
        (mark) =>
          (mark['suggested'] !== true || String(_id).startsWith('versions.')) &&
          [mark['entity'], mark['speaker']].some((one) => refOf(one) === id),
      ),
  )
}

/** Quotations and figures stay where they are, without a speaker. */
function withoutSpeaker(document: Fields, id: string): Fields {
  if (document['_type'] !== 'article') return document
  const open = (mark: Fields): Fields => {
    const {speaker, attributedTo, poll, findingKey, ...rest} = mark
    if (![speaker, attributedTo, poll].some((one) => refOf(one) === id)) return mark
    return {
      ...rest,
      ...(refOf(attributedTo) !== id && attributedTo !== undefined && {attributedTo}),
      ...(refOf(poll) !== id && poll !== undefined && {poll, findingKey}),
      ...(refOf(speaker) === id ? {basis: 'unattributed'} : speaker !== undefined && {speaker}),
    }
  }
  const body = itemsOf(document['body']).map((block) =>
    Array.isArray(block['markDefs'])
      ? {...block, markDefs: itemsOf(block['markDefs']).map(open)}
      : block,
  )
  return {...document, body}
}

function withoutNames(desk: Fields, words: ReadonlySet<string>, {newKey}: Stamp): Fields {
  const listed = itemsOf(desk['notThis'])
  const isListed = (one: string) =>
    listed.some(({wording, entity}) => wording === one && refOf(entity) === undefined)
  const added = [...words]
    .filter((one) => !isListed(one))
    .map((wording) => ({_key: newKey(), _type: 'deskExclusion', wording}))
  return {...desk, notThis: [...listed, ...added]}
}
