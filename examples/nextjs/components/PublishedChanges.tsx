'use client'

import {useRouter} from 'next/navigation'
import {useEffect, useEffectEvent} from 'react'
import type {StoryClientOptions} from 'storygraph/client'

import {dropChanged} from '../lib/actions.ts'

interface PublishedChangesProps {
  readonly dataset: StoryClientOptions
  readonly tags: readonly string[]
}

/** Follows what is published, straight from the lake and without a token. */
export function PublishedChanges({
  dataset: {projectId, dataset, lake},
  tags,
}: PublishedChangesProps) {
  const router = useRouter()
  const onChange = useEffectEvent(async (changed: readonly string[] | null, id?: string) => {
    if (changed && !changed.some((tag) => tags.includes(tag))) return
    await dropChanged(changed ?? tags, id)
    router.refresh()
  })

  useEffect(() => {
    const stop = new AbortController()
    const {signal} = stop
    // Reading comes first: what follows is loaded when the page stands.
    void import('storygraph/client').then(({createStoryClient, followStories}) => {
      if (signal.aborted) return
      const client = createStoryClient({projectId, dataset, ...(lake !== undefined && {lake})})
      followStories(client, {onChange: (changed, id) => void onChange(changed, id), signal})
    })
    return () => stop.abort()
  }, [projectId, dataset, lake])
  return null
}
