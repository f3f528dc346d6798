import {useMemo, useRef} from 'react'
import {getPublishedId} from 'sanity'

import {isText} from '../../schemas/rules/read.ts'
import {useDeskQuery} from '../useDeskQuery.ts'
import {readReview, type Review, reviewQuery, reviewTrigger, suggestedQuery} from './readReview.ts'

const NO_PARAMS = {}

/** Everything that is open, now and whenever that changes; nothing until it is known for the first time. */
export function useReview(): Review | undefined {
  const ids = useDeskQuery(suggestedQuery, NO_PARAMS)
  const suggested = useMemo(
    () => (Array.isArray(ids) ? ids.filter(isText).map((id) => String(getPublishedId(id))) : []),
    [ids],
  )
  const answer = useDeskQuery(reviewQuery, {suggested}, reviewTrigger)
  // While a newer answer is on its way the list stays as it is, and the focus where it is.
  const latest = useRef<unknown>(undefined)
  const isComplete = ids !== undefined && answer !== undefined
  if (isComplete) latest.current = answer
  const known = isComplete ? answer : latest.current
  return useMemo(() => (known === undefined ? undefined : readReview(known)), [known])
}
