// For the benches: the built app, served, and a Chromium to open it in.
// WHYDENIED_DIST names a build to measure; without it one is made.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { findBrowser, LAUNCH_FLAGS } from './browser.mjs'
import { ROOT } from './ground.mjs'

/** The folder of the build, its address, and the browser; `close` ends both and removes what was made. */
export async function openBuild() {
  const scratch = mkdtempSync(join(tmpdir(), 'build-'))
  const dist = process.env.WHYDENIED_DIST ?? join(scratch, 'dist')
  if (!process.env.WHYDENIED_DIST)
    await build({ root: ROOT, logLevel: 'error', build: { outDir: dist, emptyOutDir: false } })
  const server = await preview({
    root: ROOT,
    logLevel: 'error',
    build: { outDir: dist },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const executablePath = findBrowser()
  const browser = await chromium.launch({ args: [...LAUNCH_FLAGS], ...(executablePath ? { executablePath } : {}) })
  const close = async () => {
    await browser.close()
    await server.close()
    rmSync(scratch, { recursive: true, force: true })
  }
  return { dist, address: `http://127.0.0.1:${server.httpServer.address().port}/`, browser, close }
}
