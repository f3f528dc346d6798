import type {SanityClient} from '@sanity/client'
import {getDraftId, getPublishedId} from 'sanity'

import {referencedIds} from './decisions.ts'
import {type Draft, publishingSet} from './publishingSet.ts'

/** A story’s draft with the drafts that it brings along, in the order in which they are published. */
export interface LoadedSet {
  readonly drafts: readonly Draft[]
  /** The ids of those that are out already. */
  readonly published: ReadonlySet<string>
}

/** Fetches the draft of a story and, step by step, the unpublished drafts that it leads to. */
export async function loadPublishingSet(client: SanityClient, story: string): Promise<LoadedSet> {
  const drafts = new Map<string, Draft>()
  const published = new Set<string>()
  let asked = [getPublishedId(story)].map(String)
  while (asked.length > 0) {
    const ids = asked.flatMap((id) => [id, String(getDraftId(id))])
    const found = await client.fetch<Draft[]>(
      '*[_id in $ids]',
      {ids},
      {perspective: 'raw', tag: 'storygraph.publish-set'},
    )
    for (const document of found) {
      const id = getPublishedId(document._id)
      if (document._id === id) published.add(id)
      else drafts.set(id, document)
    }
    const isNew = (id: string) => !drafts.has(id) && !published.has(id)
    const further = asked.flatMap((id) => referencedIds(drafts.get(id)).map(String))
    asked = [...new Set(further)].filter(isNew).filter((id) => !asked.includes(id))
  }
  const own = drafts.get(getPublishedId(story))
  return {drafts: own ? publishingSet(own, [...drafts.values()], published) : [], published}
}
