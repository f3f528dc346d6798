'use server'

import {refresh, updateTag} from 'next/cache'
import {draftMode} from 'next/headers'
import {redirect} from 'next/navigation'

const MOST_CHANGES = 1000
const handled = new Set<string>()

/**
 * Something that an open page shows has changed: what is kept of it is dropped, and the page gets it
 * anew. A thousand readers tell of the same change, and only the first of them drops anything.
 */
export async function showChange(tags: readonly string[], id?: string): Promise<void> {
  if (id === undefined || !handled.has(id)) {
    if (id !== undefined) remember(id)
    // Anybody can call this, so it takes nothing but what the Content Lake names a change by.
    for (const tag of tags.filter((tag) => /^s1:[\w-]{1,64}$/.test(tag))) updateTag(tag)
  }
  refresh()
}

/** Back to what readers see. */
export async function leavePreview(): Promise<void> {
  const mode = await draftMode()
  mode.disable()
  redirect('/')
}

function remember(id: string): void {
  handled.add(id)
  const [oldest] = handled
  if (handled.size > MOST_CHANGES && oldest !== undefined) handled.delete(oldest)
}
