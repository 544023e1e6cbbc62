import { statfsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { findBrowser, LAUNCH_FLAGS } from './.ci/browser.mjs'
import { freePort } from './.ci/free-port.mjs'

// The workers read this file too, and find here the port that the first reading chose.
process.env.WHYDENIED_E2E_PORT ??= String(await freePort())
const port = process.env.WHYDENIED_E2E_PORT
const browser = findBrowser()

/**
 * Each page lives for seconds: V8 begins with the heap that it comes to, leaves out the code that pays later, and makes good code
 * only of what runs many thousands of times: to make it early takes a tenth of what a page costs, even of one that axe reads.
 */
const SHORT_LIVED =
  '--js-flags=--no-opt --invocation-count-for-maglev=8000 --initial-heap-size=512 --min-semi-space-size=32'

/**
 * A page that opens again finds its scripts compiled, unless they are compiled anew while they come.
 * The browser takes the last of such lists: what Playwright leaves out, and a page of this machine meets, stands here too.
 */
const LEFT_OUT = `--disable-features=${[
  'ScriptStreaming',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
].join()}`

/** What Debian's launcher asks for too: with less shared memory than this, a browser can run out of it. */
const ENOUGH_SHARED = 4_000_000_000

/** Is there shared memory for what the processes of a browser share? Playwright has it put into files, which cost time where they lie on a disk. */
function hasSharedMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > ENOUGH_SHARED
  } catch {
    return false
  }
}

/** What reads logs keeps several workers of the page busy: one of these at a time, beside others. */
const LOGS = /trail[\w-]*\.spec\.ts$/

/** Long, and half of it waiting: begun first, it has company. */
const OFFLINE = /offline\.spec\.ts$/

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  // A test waits for a quarter of its time, be it for frames or between two looks: one more of them keeps the cores busy.
  workers: Math.max(2, availableParallelism()) + 1,
  forbidOnly: true,
  // A second try only where a machine is shared: locally a test that wavers fails.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    // A test that answers requests itself must see them; e2e/offline.spec.ts alone lets the worker answer.
    serviceWorkers: 'block',
    launchOptions: {
      args: [...LAUNCH_FLAGS, SHORT_LIVED, LEFT_OUT],
      ...(hasSharedMemory() ? { ignoreDefaultArgs: ['--disable-dev-shm-usage'] } : {}),
      ...(browser === undefined ? {} : { executablePath: browser }),
    },
  },
  projects: [
    { name: 'offline', testMatch: OFFLINE, workers: 1 },
    { name: 'logs', testMatch: LOGS, workers: 1 },
    { name: 'pages', testIgnore: [LOGS, OFFLINE] },
  ],
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort --outDir ${process.env.WHYDENIED_DIST ?? 'dist'}`,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
  },
})
