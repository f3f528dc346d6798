import Link from 'next/link'
import type {ReactNode} from 'react'

import '../../styles/news.css'
import './fonts.css'
import {site} from '../lib/site.ts'

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
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  )
}
