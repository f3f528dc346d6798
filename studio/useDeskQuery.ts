import {useEffect, useState} from 'react'
import {useDocumentStore} from 'sanity'

import {API_VERSION} from './apiVersion.ts'

const OPTIONS = {apiVersion: API_VERSION, perspective: 'raw', tag: 'storygraph.desk'} as const

/**
 * What a query answers now, and again whenever something it is about changes. Nothing while there is
 * no answer yet; nothing either for somebody who may not read it. A query that puts several answers
 * together names in `listen` the documents that it is about.
 */
export function useDeskQuery(
  query: string,
  params: Readonly<Record<string, string | readonly string[]>>,
  listen?: string,
): unknown {
  const store = useDocumentStore()
  const asked = JSON.stringify(params)
  const [answer, setAnswer] = useState<{asked: string; value: unknown}>()
  useEffect(() => {
    const subscription = store

      .listenQuery(listen ? {fetch: query, listen} : query, JSON.parse(asked), OPTIONS)
      .subscribe({next: (value) => setAnswer({asked, value}), error: () => setAnswer(undefined)})
    return () => subscription.unsubscribe()
  }, [store, query, listen, asked])
  return answer?.asked === asked ? answer.value : undefined
}
