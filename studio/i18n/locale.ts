import {definePlugin} from 'sanity'

import {resources} from './resources.ts'

/** Under which name our strings are found. */
export const NAMESPACE = 'storygraph'

/** Our strings in English. A newsroom translates them with a bundle of its own for this namespace. */
export const storyStrings = definePlugin({
  name: 'storygraph/strings',
  i18n: {bundles: [{locale: 'en-US', namespace: NAMESPACE, resources}]},
})
