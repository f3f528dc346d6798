import type {SanityClient, SyncTag} from '@sanity/client'

import {followStories} from '../client/followStories.ts'

/** Somebody who follows drafts. */
export interface DraftsFollower {
  /** The connection stands: what changes from now on is told. */
  welcome(): void
  /** As `onChange` of `followStories`. */
  change(tags: readonly SyncTag[] | null): void
  /** Nothing more will come. */
  end(): void
}

/**
 * One connection to the Content Lake for all who follow its drafts, open as long as somebody does.
 * Returns a function that lets somebody join, which returns the way to leave.
 */
export function shareDrafts(
  client: Pick<SanityClient, 'live'>,
  onError: (error: unknown) => void,
): (follower: DraftsFollower) => () => void {
  const followers = new Set<DraftsFollower>()
  let connection: AbortController | undefined
  let stands = false

  function connect(): void {
    const mine = new AbortController()
    connection = mine
    stands = false
    followStories(client, {
      includeDrafts: true,
      signal: mine.signal,
      onWelcome: () => {
        if (!stands) for (const follower of followers) follower.welcome()
        stands = true
      },
      onChange: (tags) => {
        for (const follower of followers) follower.change(tags)
      },
      onError: (error) => {
        connection = undefined
        onError(error)
        for (const follower of followers) follower.end()
      },
    })
  }

  return (follower) => {
    followers.add(follower)
    if (!connection) connect()
    else if (stands) follower.welcome()
    return () => {
      followers.delete(follower)
      if (followers.size > 0) return
      connection?.abort()
      connection = undefined
    }
  }
}
