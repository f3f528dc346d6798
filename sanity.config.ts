import {visionTool} from '@sanity/vision'
import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'

import {schemaTypes} from './schemas/index.ts'
import {API_VERSION} from './studio/apiVersion.ts'
import {embeddedLake} from './studio/embeddedLake.ts'
import {lakeLimits} from './studio/lakeLimits.tsx'
import {structure} from './studio/structure.ts'
import {usedIn} from './studio/usedIn.ts'

const hostedProject = process.env.SANITY_STUDIO_PROJECT_ID
const dataset = process.env.SANITY_STUDIO_DATASET || 'production'

export default defineConfig({
  name: 'default',
  title: 'storygraph',
  ...(hostedProject ? {projectId: hostedProject} : {projectId: 'storygraph', ...embeddedLake()}),
  dataset,
  schema: {types: schemaTypes},
  plugins: [
    structureTool({structure}),
    usedIn(),
    visionTool({defaultApiVersion: API_VERSION, defaultDataset: dataset}),
    ...(hostedProject ? [] : [lakeLimits()]),
  ],
})
