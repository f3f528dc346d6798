'use server'

import {refresh, updateTag} from 'next/cache'
import {draftMode} from 'next/headers'
import {redirect} from 'next/navigation'

const MOST_EVENTS = 1000
const handled = new Set<string>()

/**
 * Something that an open page shows has changed: what is kept of it is dropped, and the page gets it
 * anew. A thousand readers report the same event, and only the first drops anything.
 */
export async function showChange(event: string, tags: readonly string[]): Promise<void> {
  if (!handled.has(event)) {
    handled.add(event)
    const [oldest] = handled
    if (handled.size > MOST_EVENTS && oldest !== undefined) handled.delete(oldest)
    for (const tag of tags) updateTag(tag)
  }
  refresh()
}

/** Back to what readers see. */
export async function leavePreview(): Promise<void> {
  const mode = await draftMode()
  mode.disable()
  redirect('/')
}
