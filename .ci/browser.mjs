// Finds a Chromium for the end-to-end tests, and installs one where there is none.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const isRoot = () => process.getuid?.() === 0

function onPath(name) {
  const found = spawnSync('which', [name], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.trim() : undefined
}

function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath()
  } catch {
    return undefined
  }
}

/** The path of a Chromium that is already here, or undefined. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : undefined
  for (const name of NAMES) {
    const path = onPath(name)
    if (path) return path
  }
  return [...APPLICATIONS, playwrightsOwn()].find((path) => path && existsSync(path))
}

/** Tries Playwright's download, then Debian's package; returns the path, or undefined. */
export function installBrowser() {
  const attempts = [[['npx', 'playwright', 'install', 'chromium']]]
  if (isRoot() && onPath('apt-get'))
    attempts.push([
      ['apt-get', 'update', '-qq'],
      ['apt-get', 'install', '-y', '-qq', 'chromium'],
    ])
  for (const commands of attempts) {
    for (const [command, ...args] of commands)
      spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    const found = findBrowser()
    if (found) return found
  }
  return undefined
}

/** How a test browser is started: quiet, and without the sandbox only where root cannot have one. */
export const LAUNCH_FLAGS = [
  ...(isRoot() ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
