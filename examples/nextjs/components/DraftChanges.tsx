'use client'

import {useRouter} from 'next/navigation'
import {useEffect} from 'react'

/** Shows drafts as they are typed: this site’s server says that something changed, never what. */
export function DraftChanges() {
  const router = useRouter()
  useEffect(() => {
    const changes = new EventSource('/preview/changes')
    const refresh = (): void => router.refresh()
    changes.addEventListener('changed', refresh)
    changes.addEventListener('restart', refresh)
    return () => changes.close()
  }, [router])
  return null
}
