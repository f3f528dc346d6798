import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/package/**'],
    setupFiles: ['./test/support/matchers.ts'],
    reporters: ['default', './test/support/countReporter.ts'],
    typecheck: {enabled: true, include: ['test/**/*.test-d.ts']},
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
