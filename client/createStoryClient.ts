import {
  createClient,
  type ClientReturn,
  type FilteredResponseQueryOptions,
  type RawQueryResponse,
  type SanityClient,
  type UnfilteredResponseQueryOptions,
} from '@sanity/client'

import type {QueryParameters} from '../queries/parameters.ts'

/** The version of the API that the shipped queries are written and tested for. */
const API_VERSION = '2025-02-19'

export interface StoryClientOptions {
  readonly projectId: string
  readonly dataset: string
  /** Where an embedded lake listens, such as `http://127.0.0.1:3334`; without it the hosted one. */
  readonly lake?: string
  /**
   * What the answers are for. `readers` (the default): published content from the nearest cache.
   * `build`: published content as it is now, for sites built ahead and for webhooks. `preview`:
   * drafts in the place of what is published; it needs a token.
   */
  readonly purpose?: 'readers' | 'build' | 'preview'
  /** A read token, never in a browser: whoever has it reads every draft. */
  readonly token?: string
}

/**
 * The ordinary client with `fetch` made stricter: a shipped query is only taken with its own
 * parameters. With `filterResponse: false` it yields the `result` together with its `syncTags`.
 */
export type StoryClient = Omit<SanityClient, 'fetch'> & {
  fetch<Query extends keyof QueryParameters>(
    query: Query,
    ...given: QueryParameters[Query] extends undefined
      ? [params?: undefined, options?: FilteredResponseQueryOptions]
      : [params: QueryParameters[Query], options?: FilteredResponseQueryOptions]
  ): Promise<ClientReturn<Query>>
  fetch<Query extends keyof QueryParameters>(
    query: Query,
    params: QueryParameters[Query],
    options: UnfilteredResponseQueryOptions,
  ): Promise<RawQueryResponse<ClientReturn<Query>>>
}

/**
 * A client for a story site, in two lines: version pinned, requests tagged, cache and perspective
 * as the purpose wants them. Throws where a token would reach a browser, and where a preview has none.
 */
export function createStoryClient({
  projectId,
  dataset,
  lake,
  purpose = 'readers',
  token,
}: StoryClientOptions): StoryClient {
  if (token !== undefined && 'document' in globalThis) {
    throw new Error(
      'createStoryClient: a token must not reach a browser. Ask for drafts on the server.',
    )
  }
  if (purpose === 'preview' && token === undefined) {
    throw new Error('createStoryClient: a preview needs a `token` that may read drafts.')
  }
  return createClient({
    projectId,
    dataset,
    apiVersion: API_VERSION,
    useCdn: purpose === 'readers' && token === undefined,
    perspective: purpose === 'preview' ? 'drafts' : 'published',
    requestTagPrefix: 'storygraph',
    ...(lake !== undefined && {apiHost: lake, useProjectHostname: false}),
    ...(token !== undefined && {token}),
  })
}
