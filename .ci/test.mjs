// npm test and npm run check: every check in order; the last line counts what passed and failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, installBrowser } from './browser.mjs'
import { bin, prepare, run } from './ground.mjs'

const beforeTheBrowser = process.argv.includes('--check')
const scratch = mkdtempSync(join(tmpdir(), 'whydenied-'))
const report = (name) => join(scratch, name)

/** A step that runs no tests counts as one; a test runner's step counts its tests. */
const single = (code) => (code === 0 ? [1, 0] : [0, 1])

const counted = (file, read) => (code) => {
  try {
    const [passed, failed] = read(JSON.parse(readFileSync(file, 'utf8')))
    return [passed, failed || (code === 0 ? 0 : 1)]
  } catch {
    return [0, 1]
  }
}

const unit = report('unit.json')
const browser = report('e2e.json')

const STEPS = [
  { name: 'format', command: 'prettier', args: ['--check', '--log-level=warn', '.'], count: single },
  { name: 'lint', command: 'eslint', args: ['.'], count: single },
  { name: 'house rules', script: '.ci/house-rules.mjs', args: [], count: single },
  { name: 'types', command: 'tsc', args: ['-p', 'tsconfig.json'], count: single },
  { name: 'types of the pure rooms', command: 'tsc', args: ['-p', 'tsconfig.core.json'], count: single },
  { name: 'types of the service worker', command: 'tsc', args: ['-p', 'tsconfig.worker.json'], count: single },
  { name: 'unused code', command: 'knip', args: [], count: single },
  { name: 'licences', script: '.ci/licence-gate.mjs', args: [], count: single },
  { name: 'headers of the hosts', script: '.ci/hosting.mjs', args: ['--check'], count: single },
  {
    name: 'unit tests',
    command: 'vitest',
    args: ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unit}`],
    count: counted(unit, (result) => [result.numPassedTests, result.numFailedTests + result.numPendingTests]),
  },
  { name: 'build', npm: 'build', count: single },
  { name: 'size budgets', script: '.ci/budgets.mjs', args: [], count: single },
  { name: 'package', script: '.ci/package-test.mjs', args: [], count: single },
  {
    name: 'end-to-end tests',
    needsBrowser: true,
    command: 'playwright',
    args: ['test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browser },
    count: counted(browser, ({ stats }) => {
      if (stats.flaky) console.log(`   ${stats.flaky} passed at the second try only: see "flaky" above`)
      return [stats.expected + stats.flaky, stats.unexpected + stats.skipped]
    }),
  },
]

prepare()
let passed = 0
let failed = 0
const failedSteps = []
for (const step of STEPS) {
  if (beforeTheBrowser && step.needsBrowser) continue
  console.log(`\n── ${step.name}`)
  const env = { ...process.env, ...step.env }
  if (step.needsBrowser) {
    const path = findBrowser() ?? installBrowser()
    if (!path) {
      console.error(
        'No browser is to be had: set CHROMIUM_PATH to a Chromium or Chrome, or install one (npx playwright install chromium).',
      )
      failed += 1
      failedSteps.push(step.name)
      continue
    }
    env.CHROMIUM_PATH = path
  }
  const begun = Date.now()
  const code = step.npm
    ? run('npm', ['run', '--silent', step.npm], { env })
    : step.script
      ? run(process.execPath, [step.script, ...step.args], { env })
      : run(bin(step.command), step.args, { env })
  const [good, bad] = step.count(code)
  passed += good
  failed += bad
  if (bad) failedSteps.push(step.name)
  console.log(`   ${bad ? 'FAILED' : 'ok'} in ${((Date.now() - begun) / 1000).toFixed(1)} s`)
}
rmSync(scratch, { recursive: true, force: true })
if (failedSteps.length) console.log(`\nFailed: ${failedSteps.join(', ')}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
