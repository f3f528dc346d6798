import {ShareIcon} from '@sanity/icons/Share'
import {lazy} from 'react'
import {definePlugin} from 'sanity'
import {route} from 'sanity/router'

import {resources} from '../i18n/resources.ts'

/** A tool that draws who and what is in a story. Its strings come with `storyStrings`. */
export const storyGraph = definePlugin({
  name: 'storygraph/story-graph',
  tools: [
    {
      name: 'story-graph',
      // The name of a tool is needed before any language is loaded.
      title: resources['graph.tool'],
      icon: ShareIcon,
      // Loaded when the tool is opened, so that Studio starts as fast as without it.
      component: lazy(async () => ({default: (await import('./GraphTool.tsx')).GraphTool})),
      router: route.create('/', [route.create('/:story')]),
    },
  ],
})
