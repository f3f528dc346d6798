'use client'

import {useRouter} from 'next/navigation'
import {useEffect} from 'react'

/** Shows drafts as they are typed: this site’s server says that something changed, never what. */
export function DraftChanges() {
  const router = useRouter()
  useEffect(() => {
    const changes = new EventSource('/preview/changes')
    const refresh = (): void => router.refresh()
    // On a welcome too: something may have changed before the connection stood.
    for (const event of ['welcome', 'changed', 'restart']) changes.addEventListener(event, refresh)
    return () => changes.close()
  }, [router])
  return null
}
