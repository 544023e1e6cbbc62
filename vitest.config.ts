import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
    globalSetup: '.ci/reference.mjs',
    testTimeout: 180_000,
    // The rooms are pure: the files of a worker share what they import, instead of each importing it anew.
    isolate: false,
    // Vitest leaves one core to whoever waits; here nobody does.
    maxWorkers: Math.max(2, availableParallelism()),
    // A stub of a test's globals ends with the test.
    unstubGlobals: true,
    // Its files import each other without their endings, which Node does not resolve.
    server: { deps: { inline: ['dt-sql-parser'] } },
  },
})
