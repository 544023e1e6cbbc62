// npm test and npm run check: every check, side by side as far as there are cores. The last line counts what passed and failed.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, getPriority, setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, installBrowser } from './browser.mjs'
import { bin, prepare, ROOT, TSC } from './ground.mjs'

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

/** What makes millions of small objects collects them less often with room for more of them: a twentieth of its time. */
const ROOMY = { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`.trim() }

/** The compiler as one of steps that run side by side: several checkers would each work out the types that they share. */
const ALONE = ['--checkers', '1']

/**
 * What is checked. `cores`: how many are left to a step, 1 where it says nothing; steps run side by side as far as there are cores.
 * `after`: the step whose result it looks at. The longest come first, so that none is left alone at the end.
 * `yields`: it takes more cores than one as far as the others leave them. A test in the browser waits for a part of its time.
 */
const STEPS = [
  // Several steps read it; none of them writes it beside another.
  { name: 'reference', npm: 'reference', count: single },
  { name: 'lint', command: 'oxlint', args: ['--deny-warnings'], env: ROOMY, count: single },
  { name: 'format', command: 'oxfmt', args: ['--check', '.'], count: single },
  { name: 'build', after: 'reference', npm: 'build', count: single },
  { name: 'package', after: 'reference', script: '.ci/package-test.mjs', args: [], count: single },
  { name: 'types', script: TSC, args: ['-p', 'tsconfig.json', ...ALONE], count: single },
  { name: 'house rules', script: '.ci/house-rules.mjs', args: [], env: ROOMY, count: single },
  { name: 'types of the pure rooms', script: TSC, args: ['-p', 'tsconfig.core.json', ...ALONE], count: single },
  { name: 'unused code', command: 'knip', args: [], env: ROOMY, count: single },
  { name: 'types of the service worker', script: TSC, args: ['-p', 'tsconfig.worker.json', ...ALONE], count: single },
  { name: 'size budgets', after: 'build', script: '.ci/budgets.mjs', args: [], count: single },
  { name: 'licences', script: '.ci/licence-gate.mjs', args: [], count: single },
  { name: 'headers of the hosts', script: '.ci/hosting.mjs', args: ['--check'], count: single },
  {
    name: 'unit tests',
    yields: true,
    after: 'reference',
    command: 'vitest',
    args: ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unit}`],
    env: ROOMY,
    count: counted(unit, (result) => [result.numPassedTests, result.numFailedTests + result.numPendingTests]),
  },
  {
    name: 'end-to-end tests',
    cores: 2,
    after: 'build',
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

/** One more than there are: a step that waits for files leaves its core to another, and the last one has company. */
const CORES = Math.max(2, availableParallelism()) + 1

/** What says at once how it goes; of the others it is told when they are done. */
const LONGEST = beforeTheBrowser ? 'unit tests' : 'end-to-end tests'

/** So much less than others have (a third of the time), and enough that no test waits too long. */
const YIELDING = 5

/** Lets a process wait for others; where that is refused, it goes on as it is. */
function yieldTo(pid) {
  try {
    setPriority(pid, Math.min(19, getPriority() + YIELDING))
  } catch {
    // It is as fast as before.
  }
}

/** Runs a step; gives what it said and its exit code. */
function runStep({ name, npm, script, command, args = [], yields = false, env }) {
  const [file, given] = npm
    ? ['npm', ['run', '--silent', npm]]
    : script
      ? [process.execPath, [script, ...args]]
      : [bin(command), args]
  const child = spawn(file, given, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: name === LONGEST ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
  if (yields && child.pid !== undefined) yieldTo(child.pid)
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => said.push(piece))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, said: `${file} could not be started: ${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, said: Buffer.concat(said).toString('utf8') }))
  })
}

const NO_BROWSER =
  'No browser is to be had: set CHROMIUM_PATH to a Chromium or Chrome, or install one (npx playwright install chromium).\n'

function browserFor() {
  const path = findBrowser() ?? installBrowser()
  return path ? { CHROMIUM_PATH: path } : null
}

let passed = 0
let failed = 0
const failedSteps = []

async function take(step) {
  const begun = Date.now()
  const found = step.needsBrowser ? browserFor() : {}
  if (step.name === LONGEST) console.log(`\n── ${step.name}`)
  const { code, said } =
    found === null ? { code: 1, said: NO_BROWSER } : await runStep({ ...step, env: { ...step.env, ...found } })
  if (step.name !== LONGEST) console.log(`\n── ${step.name}`)
  process.stdout.write(said)
  const [good, bad] = found === null ? [0, 1] : step.count(code)
  passed += good
  failed += bad
  if (bad) failedSteps.push(step.name)
  console.log(`   ${bad ? 'FAILED' : 'ok'} in ${((Date.now() - begun) / 1000).toFixed(1)} s`)
}

/** Starts each step in its turn, as soon as there are cores for it and what it looks at is done. */
async function takeAll(steps) {
  const waiting = [...steps]
  const running = new Map()
  const isDone = (name) => ![...waiting, ...running.keys()].some((step) => step.name === name)
  const free = () => CORES - [...running.keys()].reduce((sum, { cores = 1 }) => sum + cores, 0)
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.find((step) => step.after === undefined || isDone(step.after))
    if (next && (next.cores ?? 1) <= free()) {
      waiting.splice(waiting.indexOf(next), 1)
      running.set(
        next,
        take(next).finally(() => running.delete(next)),
      )
    } else await Promise.race(running.values())
  }
}

prepare()
await takeAll(STEPS.filter((step) => !(beforeTheBrowser && step.needsBrowser)))
rmSync(scratch, { recursive: true, force: true })
if (failedSteps.length) console.log(`\nFailed: ${failedSteps.join(', ')}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
