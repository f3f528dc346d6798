import {definePlugin} from 'sanity'

import {deskBadges} from './badges/badges.ts'
import {DESK_NAMESPACE, deskStrings} from './i18n/desk.ts'

/** What an editor sees and does beside Studio’s own: badges, actions, and the tool for new stories. */
export const desk = definePlugin({
  name: 'storygraph/desk',
  document: {badges: deskBadges},
  i18n: {bundles: [{locale: 'en-US', namespace: DESK_NAMESPACE, resources: deskStrings}]},
})
