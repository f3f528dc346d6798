import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {lazy} from 'react'
import {definePlugin} from 'sanity'

import {NAMESPACE} from '../i18n/locale.ts'
import {reviewStrings} from '../i18n/review.ts'
import {mayOnlyRead} from '../roles.ts'

/** A tool in which editors go through everything that is suggested, whatever story it is in. */
export const review = definePlugin({
  name: 'storygraph/review',
  tools: (tools, {currentUser}) => (mayOnlyRead(currentUser) ? tools : [...tools, reviewTool]),
  i18n: {bundles: [{locale: 'en-US', namespace: NAMESPACE, resources: reviewStrings}]},
})

const reviewTool = {
  name: 'review',
  // The name of a tool is needed before any language is loaded.
  title: reviewStrings['review.tool'],
  icon: CheckmarkCircleIcon,
  // Loaded when the tool is opened, so that Studio starts as fast as without it.
  component: lazy(async () => ({default: (await import('./ReviewTool.tsx')).ReviewTool})),
}
