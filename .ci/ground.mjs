// What every command needs first: a Node that is new enough, and the packages of package-lock.json.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
/** Releases that get repairs, each from its first minor version that the tools take; newer majors from 24 on. */
const WANTED = { 20: 19, 22: 13 }
const FROM = 24

/** Ends the process with a sentence. */
export function fail(message) {
  console.error(`\n${message}`)
  process.exit(1)
}

/** Runs a command in the project's root and returns its exit code. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options })
  if (error) console.error(`${command} could not be started: ${error.message}`)
  return status ?? 1
}

/** The path of a package's command, as npm links it. */
export const bin = (name) => join(ROOT, 'node_modules', '.bin', name)

/** The compiler that checks and declares types: the native one, several times as fast as the one that lint reads with. */
export const TSC = join(ROOT, 'node_modules', 'typescript-native', 'bin', 'tsc')

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major >= FROM || minor >= (WANTED[major] ?? Infinity)) return
  fail(`Why Denied? needs Node 20.19, 22.13, or 24 and newer; this is Node ${process.versions.node}.`)
}

/** Installs the packages when they are missing or when package-lock.json has changed since. */
export function prepare() {
  checkNode()
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
  const stamp = join(ROOT, 'node_modules', '.lock-digest')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing packages (npm ci) …')
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0)
    fail('The packages could not be installed: npm ci failed, its message stands above.')
  writeFileSync(stamp, lock)
}
