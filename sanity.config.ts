import {visionTool} from '@sanity/vision'
import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'

import {schemaTypes} from './schemas/index.ts'
import {API_VERSION} from './studio/apiVersion.ts'
import {documentViews} from './studio/documentViews.ts'
import {embeddedLake} from './studio/embeddedLake.ts'
import {storyGraph} from './studio/graph/storyGraph.ts'
import {storyStrings} from './studio/i18n/locale.ts'
import {lakeLimits} from './studio/lakeLimits.tsx'
import {structure} from './studio/structure.ts'
import {usedIn} from './studio/usedIn.ts'

// Set, it moves Studio to the hosted Content Lake.
const hostedProject = process.env.SANITY_STUDIO_PROJECT_ID
const hostedDataset = process.env.SANITY_STUDIO_DATASET || 'production'

export default defineConfig({
  name: 'default',
  title: 'storygraph',
  ...(hostedProject ? {projectId: hostedProject, dataset: hostedDataset} : embeddedLake()),
  schema: {types: schemaTypes},
  plugins: [
    structureTool({structure, defaultDocumentNode: documentViews}),
    storyStrings(),
    storyGraph(),
    usedIn(),
    visionTool({defaultApiVersion: API_VERSION}),
    ...(hostedProject ? [] : [lakeLimits()]),
  ],
})
