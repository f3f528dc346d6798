import {useMemo} from 'react'
import {
  definePlugin,
  type LayoutProps,
  useCurrentUser,
  useWorkspace,
  WorkspaceProvider,
} from 'sanity'
import {createGlobalStyle} from 'styled-components'

import {mayOnlyRead} from './roles.ts'

/** Studio has no option to leave this link to the hosted service's administration out. */
const NoManageLink = createGlobalStyle`
  a[href^='https://www.sanity.io/manage/'] {
    display: none;
  }
`

/**
 * Takes away what leads nowhere on an embedded lake: the link to the administration of a
 * hosted project, and comments and tasks for viewers, who may neither read nor write them there. The
 * rest of such features is switched off by the workspace options of `embeddedLake`.
 */
export const lakeLimits = definePlugin(() => {
  let mayComment = false
  return {
    name: 'storygraph/lake-limits',
    // Studio asks for comments without saying who is there, but resolves the tools for each user.
    tools: (tools, {currentUser}) => {
      mayComment = !mayOnlyRead(currentUser)
      return tools
    },
    document: {comments: {enabled: () => mayComment}},
    studio: {components: {layout: LimitedLayout}},
  }
})

function LimitedLayout(props: LayoutProps) {
  const workspace = useWorkspace()
  const isReader = mayOnlyRead(useCurrentUser())
  // Whether there are tasks is asked of the workspace, which is the same for everybody.
  const limited = useMemo(
    () => (isReader ? {...workspace, tasks: {enabled: false}} : workspace),
    [isReader, workspace],
  )
  return (
    <WorkspaceProvider workspace={limited}>
      <NoManageLink />
      {props.renderDefault(props)}
    </WorkspaceProvider>
  )
}
