import {useEffect, useRef, useState} from 'react'
import {useColorSchemeValue} from 'sanity'
import {styled} from 'styled-components'

import {readerPage} from './readerPage.ts'

const Frame = styled.iframe`
  display: block;
  flex: 1;
  width: 100%;
  min-height: 0;
  border: 0;
`

/**
 * A page apart from Studio's that runs no script. It is filled in place, so that a reader of the
 * preview keeps the place in the text while somebody writes.
 */
export function ReaderFrame({html, title}: {html: string; title: string}) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [isLoaded, setLoaded] = useState(false)
  const scheme = useColorSchemeValue()

  useEffect(() => {
    const page = frame.current?.contentDocument
    if (!isLoaded || !page) return
    page.documentElement.style.colorScheme = scheme
    page.body.innerHTML = html
  }, [html, isLoaded, scheme])

  return (
    <Frame
      ref={frame}
      title={title}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={readerPage}
      onLoad={() => setLoaded(true)}
    />
  )
}
