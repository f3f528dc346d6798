'use server'

import {updateTag} from 'next/cache'
import {draftMode} from 'next/headers'
import {redirect} from 'next/navigation'
import {after} from 'next/server'

const MOST_CHANGES = 100
const MOST_TAGS = 256
const drops = new Map<string, Promise<void>>()

/**
 * Something that an open page shows has changed: what is kept of it is dropped, so that the page can
 * be loaded anew. Many readers tell of the same change at once: the first of them drops, the others
 * wait until that is done, and all get what is made then.
 */
export async function dropChanged(tags: readonly string[], id = ''): Promise<void> {
  // Anybody can call this, so it takes nothing but what the Content Lake names a change by.
  const known = tags.filter((tag) => /^s1:[\w-]{1,64}$/.test(tag)).slice(0, MOST_TAGS)
  const change = `${id.slice(0, 64)} ${known.join(' ')}`
  const drop = id === '' ? undefined : drops.get(change)
  if (drop) return drop
  remember(change, new Promise((resolve) => after(resolve)))
  for (const tag of known) updateTag(tag)
}

/** Back to what readers see. */
export async function leavePreview(): Promise<void> {
  const mode = await draftMode()
  mode.disable()
  redirect('/')
}

function remember(change: string, drop: Promise<void>): void {
  drops.set(change, drop)
  const [oldest] = drops.keys()
  if (drops.size > MOST_CHANGES && oldest !== undefined) drops.delete(oldest)
}
