import {useRef} from 'react'

import type {LinkedDocument} from '../DocumentLinks.tsx'
import type {Review} from './readReview.ts'

/** The stories that were on the list since the tool was opened, and have nothing left to decide. */
export function useFinishedStories({stories, storyCount}: Review): LinkedDocument[] {
  const seen = useRef(new Map<string, string>())
  for (const [id, title] of stories) seen.current.set(id, title)
  // A story that is not listed for want of room is not finished.
  if (storyCount > stories.size) return []
  return [...seen.current]
    .filter(([id]) => !stories.has(id))
    .map(([id, title]) => ({id, type: 'article', title}))
}
