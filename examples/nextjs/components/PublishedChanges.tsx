'use client'

import {useEffect, useEffectEvent} from 'react'
import type {StoryClientOptions} from 'storygraph/client'

import {showChange} from '../lib/actions.ts'

interface PublishedChangesProps {
  readonly dataset: StoryClientOptions
  readonly tags: readonly string[]
}

/** Follows what is published, straight from the lake and without a token. */
export function PublishedChanges({
  dataset: {projectId, dataset, lake},
  tags,
}: PublishedChangesProps) {
  const onChange = useEffectEvent((changed: readonly string[] | null, id?: string) => {
    if (changed === null) void showChange(tags, id)
    else if (changed.some((tag) => tags.includes(tag))) void showChange(changed, id)
  })

  useEffect(() => {
    const stop = new AbortController()
    const {signal} = stop
    // Reading comes first: what follows is loaded when the page stands.
    void import('storygraph/client').then(({createStoryClient, followStories}) => {
      if (signal.aborted) return
      const client = createStoryClient({projectId, dataset, ...(lake !== undefined && {lake})})
      followStories(client, {onChange, signal})
    })
    return () => stop.abort()
  }, [projectId, dataset, lake])
  return null
}
