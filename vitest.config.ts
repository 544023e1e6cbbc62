import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['src/**/*.test.ts'], environment: 'node', globalSetup: '.ci/reference.mjs', testTimeout: 180_000 },
})
