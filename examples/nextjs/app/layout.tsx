import Link from 'next/link'
import type {ReactNode} from 'react'

import '../../styles/news.css'
import './fonts.css'
import {PreviewBanner} from '../components/PreviewBanner.tsx'
import {site} from '../lib/site.ts'

// Readers get whole pages, and status 404 where there is none: nothing waits for a script.
export const ensureStatic = 'navigation'

export default function Layout({children}: {children: ReactNode}) {
  return (
    <html lang="en" dir="ltr">
      <body>
        <a className="skip" href="#content">
          Skip to content
        </a>
        <header className="masthead">
          <p className="nameplate">
            <Link href="/">{site.name}</Link>
          </p>
          <PreviewBanner />
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  )
}
