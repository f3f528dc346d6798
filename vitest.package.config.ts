import {defineConfig} from 'vitest/config'

/** What the packed package does once it is installed elsewhere; `npm run build` comes first. */
export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    globalSetup: ['./test/support/browserOnce.ts', './test/support/packOnce.ts'],
    reporters: ['default', './test/support/countReporter.ts'],
    // A browser on a busy machine can miss a beat; what fails twice fails.
    retry: process.env['CI'] ? 1 : 0,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})
