import {DocumentsIcon} from '@sanity/icons/Documents'
import {definePlugin} from 'sanity'

/** Studio's own inspector of the documents that refer to the open one. */
const INCOMING_REFERENCES = 'sanity/structure/incoming-references'

/**
 * Shows on every document where it is used: which stories mention it, who is related to it. The
 * list is Studio's; here it gets a button of its own, and a name that an editor would use.
 */
export const usedIn = definePlugin({
  name: 'storygraph/used-in',
  document: {
    inspectors: (inspectors) =>
      inspectors.map((inspector) => {
        const {name, useMenuItem} = inspector
        if (name !== INCOMING_REFERENCES || !useMenuItem) return inspector
        return {
          ...inspector,
          useMenuItem: (props) => ({
            ...useMenuItem(props),
            icon: DocumentsIcon,
            showAsAction: true,
          }),
        }
      }),
  },
  i18n: {
    bundles: [
      {
        locale: 'en-US',
        namespace: 'studio',
        resources: {'incoming-references.title': 'Used in'},
      },
      {
        locale: 'en-US',
        namespace: 'structure',
        resources: {'incoming-references-pane.no-references': 'Nothing refers to this one yet.'},
      },
    ],
  },
})
