import {availableParallelism} from 'node:os'

import {defineConfig} from 'vitest/config'

import BrowsersFirst from './test/support/browsersFirst.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/package/**', 'test/soak/**'],
    globalSetup: ['./test/support/browserOnce.ts'],
    setupFiles: ['./test/support/matchers.ts'],
    reporters: ['default', './test/support/countReporter.ts'],
    typecheck: {enabled: true, include: ['test/**/*.test-d.ts']},
    // A browser on a busy machine can miss a beat; what fails twice fails.
    retry: process.env['CI'] ? 1 : 0,
    // No test leaves anything behind in a module, and to load them anew for each file takes longest.
    isolate: false,
    // Browsers and lakes wait as much as they work: two workers keep a core busy.
    maxWorkers: 2 * availableParallelism(),
    sequence: {sequencer: BrowsersFirst},
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
