'use client'

import {useEffect, useEffectEvent} from 'react'
import type {StoryClientOptions} from 'storygraph/client'

import {showChange} from '../lib/actions.ts'

interface PublishedChangesProps {
  readonly dataset: StoryClientOptions
  readonly tags: readonly string[]
}

/** Follows what is published, straight from the lake and without a token. */
export function PublishedChanges({dataset, tags}: PublishedChangesProps) {
  const {projectId, dataset: name, lake} = dataset
  const onChange = useEffectEvent((event: string, changed: readonly string[]) => {
    if (changed.some((tag) => tags.includes(tag))) void showChange(event, changed)
  })
  const onRestart = useEffectEvent((event: string) => void showChange(event, tags))

  useEffect(() => {
    const stop = new AbortController()
    // Reading comes first: the client is loaded when the page stands.
    void import('storygraph/client').then(({createStoryClient}) => {
      if (stop.signal.aborted) return
      const client = createStoryClient({
        projectId,
        dataset: name,
        ...(lake !== undefined && {lake}),
      })
      const following = client.live.events().subscribe((event) => {
        if (event.type === 'message') onChange(event.id, event.tags)
        if (event.type === 'restart') onRestart(event.id)
      })
      stop.signal.addEventListener('abort', () => following.unsubscribe())
    })
    return () => stop.abort()
  }, [projectId, name, lake])
  return null
}
