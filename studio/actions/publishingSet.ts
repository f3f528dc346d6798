import type {Action, SanityDocument} from '@sanity/client'
import {getDraftId, getPublishedId} from 'sanity'

import {referencedIds, suggestedMarks} from './decisions.ts'

/** A draft with whatever fields it has. */
export type Draft = SanityDocument

/**
 * The drafts that a story brings along: whom and what it names, and whom those name, as far as they
 * are not published yet. Those that others need come first; the story is the last.
 */
export function publishingSet(
  story: Draft,
  drafts: readonly Draft[],
  published: ReadonlySet<string>,
): Draft[] {
  const byId = new Map<string, Draft>(drafts.map((one) => [getPublishedId(one._id), one]))
  const ordered: Draft[] = []
  const seen = new Set<string>()
  const visit = (draft: Draft): void => {
    seen.add(getPublishedId(draft._id))
    for (const id of referencedIds(draft)) {
      const next = byId.get(id)
      if (next && !seen.has(id) && !published.has(id)) visit(next)
    }
    ordered.push(draft)
  }
  visit(story)
  return ordered
}

/** How many suggestions are left in some drafts: neither confirmed nor rejected. */
export function suggestionsIn(drafts: readonly Draft[]): number {
  return drafts.reduce(
    (count, draft) =>
      count + suggestedMarks(draft['body']).length + (draft['suggested'] === true ? 1 : 0),
    0,
  )
}

/** Publishes drafts in order, all or none; a story that was never out gets its publication time. */
export function publishActions(
  drafts: readonly Draft[],
  {published, now}: {published: ReadonlySet<string>; now: string},
): Action[] {
  return drafts.flatMap((draft): Action[] => {
    const publishedId = getPublishedId(draft._id)
    const draftId = getDraftId(publishedId)
    const isFirst = draft._type === 'article' && !published.has(publishedId)
    return [
      ...(isFirst ? [stampAction(draftId, publishedId, now)] : []),
      // A draft that was edited meanwhile is looked at again first; the stamp is such an edit itself.
      {
        actionType: 'sanity.action.document.publish',
        draftId,
        publishedId,
        ...(!isFirst && {ifDraftRevisionId: draft._rev}),
      },
    ]
  })
}

function stampAction(draftId: string, publishedId: string, now: string): Action {
  const patch = {setIfMissing: {publishedAt: now}}
  return {actionType: 'sanity.action.document.edit', draftId, publishedId, patch}
}
