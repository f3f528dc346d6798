import path from 'node:path'

import {build} from 'vite'

// The part of the build that makes the command. To look for some hundred files and to link them takes
// longer than all that a lake does before it answers; so the command is few files, with those packages
// in it that every start needs. Whatever else it needs is loaded from where it is installed.

const root = path.resolve(import.meta.dirname, '..')
const IN_EVERY_START = [
  '@sanity/diff-match-patch',
  '@sanity/id-utils',
  '@sanity/mutator',
  '@sanity/uuid',
  'citty',
  'dequal',
  'groq-js',
  'hono',
  'obug',
  'ts-brand',
  'uuid',
  'zod',
]

await build({
  configFile: false,
  logLevel: 'warn',
  root,
  ssr: {target: 'node', noExternal: IN_EVERY_START},
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'dist/cli',
    minify: false,
    license: {fileName: 'licenses.md'},
    rolldownOptions: {
      input: {main: 'cli/main.ts', storygraph: 'cli/storygraph.ts'},
      // That it does something is all there is to the command.
      treeshake: {moduleSideEffects: true},
      output: {entryFileNames: '[name].js', chunkFileNames: '[name].js'},
    },
  },
})
