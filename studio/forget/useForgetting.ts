import type {SanityClient} from '@sanity/client'
import {useCallback, useEffect, useState} from 'react'
import {useClient} from 'sanity'

import {API_VERSION} from '../apiVersion.ts'
import type {LinkedDocument} from '../DocumentLinks.tsx'
import {carryOut} from './carryOut.ts'
import type {ForgettingPlan, StoredDocument} from './planForgetting.ts'

/** How much is read at once: whatever a dataset holds is looked at, page by page. */
const PAGE = 500
const EVERYTHING = `*[_id > $last && !(_id in path("_.**"))] | order(_id) [0...${PAGE}]`

/** What became of the past of some documents. */
export interface Past {
  /** Whether the lake removed it. The hosted one keeps it. */
  readonly isGone: boolean
  /** The documents in which one of the words still stands now. */
  readonly remaining: readonly LinkedDocument[]
}

/** Every document of the dataset, once it has been read. */
export function useEverything(): readonly StoredDocument[] | undefined {
  const client = useClient({apiVersion: API_VERSION})
  const [documents, setDocuments] = useState<readonly StoredDocument[]>()
  useEffect(() => {
    let isCurrent = true
    void readEverything(client).then((found) => isCurrent && setDocuments(found))
    return () => {
      isCurrent = false
    }
  }, [client])
  return documents
}

/** Carries a plan out, then removes what the lake recorded. */
export function useForgetting(): (plan: ForgettingPlan) => Promise<Past> {
  const client = useClient({apiVersion: API_VERSION})
  return useCallback(
    async (plan) => {
      await carryOut(client, plan)
      return forgetPast(client, {ids: plan.forget, words: plan.words})
    },
    [client],
  )
}

async function readEverything(client: SanityClient): Promise<StoredDocument[]> {
  const all: StoredDocument[] = []
  for (let last = ''; ; last = all.at(-1)?._id ?? '') {
    const page = await client.fetch<StoredDocument[]>(EVERYTHING, {last}, {perspective: 'raw'})
    all.push(...page)
    if (page.length < PAGE) return all
  }
}

/** Removes what was recorded of documents. Only an embedded lake can: the hosted one has its plan’s rules. */
export async function forgetPast(
  client: SanityClient,
  {ids, words}: {ids: readonly string[]; words: readonly string[]},
): Promise<Past> {
  const url = `/data/history/${client.config().dataset ?? ''}/forget`
  try {
    const found = await client.request<{remaining: string[]}>({
      url,
      method: 'POST',
      body: {ids, words},
    })
    const query = '*[_id in $ids]{"id": _id, "type": _type, "title": coalesce(title, name, _type)}'
    const remaining = await client.fetch(query, {ids: found.remaining}, {perspective: 'raw'})
    return {isGone: true, remaining}
  } catch (error) {
    const isMissing = error instanceof Error && 'statusCode' in error && error.statusCode === 404
    if (isMissing) return {isGone: false, remaining: []}
    throw error
  }
}
