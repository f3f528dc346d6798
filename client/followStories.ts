import type {LiveEvent, SanityClient, SyncTag} from '@sanity/client'

export interface FollowOptions {
  /**
   * Is told what changed: its tags, to be compared with the `syncTags` of an answer. With `null`
   * anything may have changed, for some of it was missed: ask again for all that is shown.
   * The id is the same for everybody who is told of one change, so that a server which many of them
   * ask can tell; there is none where this follower alone missed something.
   */
  readonly onChange: (tags: readonly SyncTag[] | null, id?: string) => void
  /** Is told that the connection stands: what changes from now on is told. */
  readonly onWelcome?: () => void
  /** Is told why nothing more will come, such as an origin that the project does not allow. */
  readonly onError?: (error: unknown) => void
  /** Ends it when aborted. */
  readonly signal: AbortSignal
  /** Whether drafts are followed too; only on a server, for it needs a token. */
  readonly includeDrafts?: boolean
  /**
   * How long a service that sent its followers away is left alone, in milliseconds; half a minute,
   * and up to twice as long, so that they do not all come back at once.
   */
  readonly awayFor?: number
}

/**
 * Follows what is published, without a token, in a browser or elsewhere: for a page that shows a
 * change as soon as it is there. Fetch with `filterResponse: false` to learn the `syncTags` of an
 * answer, and fetch again when `onChange` names one of them. A dropped connection is taken up again,
 * and what happened meanwhile is told.
 */
export function followStories(
  client: Pick<SanityClient, 'live'>,
  {
    onChange,
    onWelcome,
    onError = (error) => console.error('Live updates ended:', error),
    signal,
    includeDrafts = false,
    awayFor = 30_000,
  }: FollowOptions,
): void {
  const follow = (): void => {
    if (signal.aborted) return
    const subscription = client.live
      .events({includeDrafts, tag: 'live'})
      .subscribe({next: receive, error: end})
    stop = () => subscription.unsubscribe()
    if (signal.aborted) stop()
  }
  const receive = (event: LiveEvent): void => {
    if (event.type === 'message') onChange(event.tags, event.id)
    else if (event.type === 'restart') onChange(null, event.id)
    else if (event.type === 'welcome') onWelcome?.()
    else if (event.type === 'goaway') comeBackLater()
  }
  const comeBackLater = (): void => {
    stop()
    const timer = setTimeout(
      () => {
        follow()
        onChange(null)
      },
      awayFor * (1 + Math.random()),
    )
    stop = () => clearTimeout(timer)
  }
  const end = (error: unknown): void => {
    signal.removeEventListener('abort', abort)
    onError(error)
  }
  let stop = (): void => {}
  const abort = (): void => stop()
  signal.addEventListener('abort', abort, {once: true})
  follow()
}
