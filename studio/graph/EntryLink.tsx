import {IntentLink} from 'sanity/router'
import type {ReactNode} from 'react'

import type {GraphNode} from './graphModel.ts'

/** A link to the document behind a node. */
export function EntryLink({
  node,
  children,
  className,
  label,
}: {
  node: Pick<GraphNode, '_id' | '_type'>
  children: ReactNode
  className?: string | undefined
  label?: string
}) {
  return (
    <IntentLink
      intent="edit"
      params={{id: node._id, type: node._type}}
      className={className}
      data-kind={node._type}
      aria-label={label}
    >
      {children}
    </IntentLink>
  )
}
