import {useEffect, useState} from 'react'
import {useDocumentStore} from 'sanity'

import {API_VERSION} from './apiVersion.ts'

const OPTIONS = {apiVersion: API_VERSION, perspective: 'raw', tag: 'storygraph.desk'} as const

/**
 * What a query answers now, and again whenever something it is about changes. Nothing while there is
 * no answer yet; nothing either for somebody who may not read it.
 */
export function useDeskQuery(
  query: string,
  params: Readonly<Record<string, string | readonly string[]>>,
): unknown {
  const store = useDocumentStore()
  const asked = JSON.stringify(params)
  const [answer, setAnswer] = useState<{asked: string; value: unknown}>()
  useEffect(() => {
    const subscription = store
      .listenQuery(query, JSON.parse(asked), OPTIONS)
      .subscribe({next: (value) => setAnswer({asked, value}), error: () => setAnswer(undefined)})
    return () => subscription.unsubscribe()
  }, [store, query, asked])
  return answer?.asked === asked ? answer.value : undefined
}
