import {type ReactNode, Suspense} from 'react'

import {DraftChanges} from '../../components/DraftChanges.tsx'
import {PreviewBanner} from '../../components/PreviewBanner.tsx'

// Pages for editors: the readers' with drafts in them, under addresses of their own.
export default function PreviewLayout({children}: {children: ReactNode}) {
  return (
    <>
      <meta name="robots" content="noindex" />
      <PreviewBanner />
      <Suspense>{children}</Suspense>
      <DraftChanges />
    </>
  )
}
