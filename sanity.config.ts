import {visionTool} from '@sanity/vision'
import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'

import {schemaTypes} from './schemas/index.ts'
import {withDeskComponents} from './studio/annotations/deskTypes.ts'
import {API_VERSION} from './studio/apiVersion.ts'
import {desk} from './studio/desk.ts'
import {embeddedLake} from './studio/embeddedLake.ts'
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
  schema: {types: withDeskComponents(schemaTypes)},
  plugins: [
    structureTool({structure}),
    desk(),
    usedIn(),
    visionTool({defaultApiVersion: API_VERSION}),
    ...(hostedProject ? [] : [lakeLimits()]),
  ],
})
