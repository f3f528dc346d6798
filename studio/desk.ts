import {ComposeIcon} from '@sanity/icons/Compose'
import {definePlugin} from 'sanity'

import {confidentialTypes, recordTypes} from '../schemas/index.ts'
import {deskActions} from './actions/deskActions.ts'
import {deskBadges} from './badges/badges.ts'
import {DESK_NAMESPACE, deskStrings} from './i18n/desk.ts'
import {NewStoryTool} from './newStory/NewStoryTool.tsx'
import {mayOnlyRead} from './roles.ts'

/** What an editor sees and does beside Studio’s own: badges, actions, and the tool for new stories. */
export const desk = definePlugin({
  name: 'storygraph/desk',
  document: {
    badges: deskBadges,
    actions: deskActions,
    // Made with a plain id, a confidential record could be read by anyone.
    newDocumentOptions: (items) => items.filter(({templateId}) => !notMade.has(templateId)),
  },
  tools: (tools, {currentUser}) => (mayOnlyRead(currentUser) ? tools : [...tools, newStory]),
  i18n: {bundles: [{locale: 'en-US', namespace: DESK_NAMESPACE, resources: deskStrings}]},
})

const newStory = {
  name: 'new-story',
  title: deskStrings['newStory.title'],
  icon: ComposeIcon,
  component: NewStoryTool,
}

const notMade: ReadonlySet<string> = new Set(
  [...confidentialTypes, ...recordTypes].map(({name}) => name),
)
