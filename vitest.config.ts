import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Small files that take long, because they draw or read what they ask: Vitest, which begins with the largest, would leave one alone at the end. */
const LONG = /\.prop\.test\.ts$|\/(?:code-examples|same-answer|added-policy|managed-policies|growth)\.test\.ts$/

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
    globalSetup: '.ci/reference.mjs',
    testTimeout: 180_000,
    sequence: { sequencer: LongestFirst },
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
