import type {ClientReturn, QueryParams} from '@sanity/client'
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'

import {API_VERSION} from './apiVersion.ts'

/** Everything a shipped query can depend on. */
const CONTENT = '*[_type in ["article", "person", "unit", "organisation", "place", "poll"]]'

/** Somebody who types makes several changes a second: how long to wait for the next one. */
const QUIET_MS = 250

/** Where a query stands. A result is kept while a newer one is fetched. */
export type LiveResult<Data> =
  | {status: 'failed'; reason: string}
  | {status: 'loading'}
  | {status: 'ready'; data: Data}

/** A query's result with drafts laid over what is published, fetched again when content changes. */
export function useLiveQuery<const Query extends string>(
  query: Query,
  params: QueryParams,
): LiveResult<ClientReturn<Query>> {
  const client = useClient({apiVersion: API_VERSION})
  const [result, setResult] = useState<LiveResult<ClientReturn<Query>>>({status: 'loading'})
  const key = JSON.stringify(params)

  useEffect(() => {
    const parsed: QueryParams = JSON.parse(key)
    let latest = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const load = async (): Promise<void> => {
      const own = ++latest
      const next = await client.fetch(query, parsed, {perspective: 'drafts'}).then(
        (data): LiveResult<ClientReturn<Query>> => ({status: 'ready', data}),
        (error: unknown): LiveResult<ClientReturn<Query>> => failure(error),
      )
      if (own === latest) setResult(next)
    }
    const loadSoon = (delay: number): void => {
      clearTimeout(timer)
      timer = setTimeout(() => void load(), delay)
    }

    loadSoon(0)
    const subscription = client
      .listen(
        CONTENT,
        {},
        {
          events: ['welcome', 'mutation'],
          includeAllVersions: true,
          includeMutations: false,
          includeResult: false,
          visibility: 'query',
        },
      )
      .subscribe({
        // After a lost connection, too: what changed meanwhile was not heard.
        next: () => loadSoon(QUIET_MS),
        error: (error: unknown) => setResult(failure(error)),
      })
    return () => {
      latest = -1
      clearTimeout(timer)
      subscription.unsubscribe()
    }
  }, [client, key, query])

  return result
}

function failure(error: unknown): {status: 'failed'; reason: string} {
  return {status: 'failed', reason: error instanceof Error ? error.message : String(error)}
}
