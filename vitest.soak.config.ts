import {defineConfig} from 'vitest/config'

/**
 * The long and thousandfold versions of tests: minutes each, one file at a time, so that figures
 * and faults belong to the test that meets them.
 */
export default defineConfig({
  test: {
    include: ['test/soak/**/*.test.ts'],
    setupFiles: ['./test/support/matchers.ts'],
    reporters: ['verbose', './test/support/countReporter.ts'],
    fileParallelism: false,
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
  },
})
