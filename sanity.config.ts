import {visionTool} from '@sanity/vision'
import {defineConfig} from 'sanity'

import {API_VERSION} from './studio/apiVersion.ts'
import {embeddedLake} from './studio/embeddedLake.ts'
import {lakeLimits} from './studio/lakeLimits.tsx'
import {guardedClient} from './studio/scheduling/releaseGuard.tsx'
import {storygraph} from './studio/storygraph.ts'

// Set, it moves Studio to the hosted Content Lake.
const hostedProject = process.env.SANITY_STUDIO_PROJECT_ID
const hostedDataset = process.env.SANITY_STUDIO_DATASET || 'production'

export default defineConfig({
  name: 'default',
  title: 'storygraph',
  ...(hostedProject
    ? {
        projectId: hostedProject,
        dataset: hostedDataset,
        unstable_clientFactory: guardedClient,
      }
    : embeddedLake()),
  plugins: [
    storygraph(),
    visionTool({defaultApiVersion: API_VERSION}),
    ...(hostedProject ? [] : [lakeLimits()]),
  ],
})
