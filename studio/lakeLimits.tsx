import {definePlugin, type LayoutProps} from 'sanity'
import {createGlobalStyle} from 'styled-components'

/** Studio has no option to leave this link to the hosted service's administration out. */
const NoManageLink = createGlobalStyle`
  a[href^='https://www.sanity.io/manage/'] {
    display: none;
  }
`

/**
 * Takes away what leads nowhere on an embedded lake: the link to the administration of a
 * hosted project. The rest of such features is switched off by the workspace options of `embeddedLake`.
 */
export const lakeLimits = definePlugin({
  name: 'storygraph/lake-limits',
  studio: {
    components: {
      layout: (props: LayoutProps) => (
        <>
          <NoManageLink />
          {props.renderDefault(props)}
        </>
      ),
    },
  },
})
