import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
    globalSetup: '.ci/reference.mjs',
    testTimeout: 180_000,
    // Its files import each other without their endings, which Node does not resolve.
    server: { deps: { inline: ['dt-sql-parser'] } },
  },
})
