import {defineCliConfig} from 'sanity/cli'

// The Sanity command line reads the schema and writes the types; it never reaches a dataset here.
export default defineCliConfig({
  api: {
    projectId: process.env.SANITY_STUDIO_PROJECT_ID ?? 'storygraph',
    dataset: process.env.SANITY_STUDIO_DATASET ?? 'production',
  },
  typegen: {
    path: './queries/*.ts',
    schema: './schema.json',
    generates: './sanity.types.ts',
    overloadClientMethods: true,
  },
  deployment: {autoUpdates: false},
})
