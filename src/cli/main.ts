import { readFileSync, writeFileSync } from 'node:fs'
import { isatty } from 'node:tty'
import { messageText } from '../text/message-text'
import { CLI_MESSAGES } from './messages'
import { CommandError } from './read-arguments'
import type { RunResult, Machine } from './machine'
import { runProgram } from './program'
import { packagedReference } from './packaged-reference'

/** What is kept of what a wrapped command prints: its end, where errors stand. */
const KEPT = 400_000

const DEFAULT_COLUMNS = 80

/** A part of Node that few commands need. */
const part = process.getBuiltinModule

/** Passes a command's output through as it comes, and keeps the end of it. */
async function run([name = '', ...words]: readonly string[]): Promise<RunResult> {
  const { spawn } = part('node:child_process')
  return new Promise((resolve, reject) => {
    const child = spawn(name, words, { stdio: ['inherit', 'pipe', 'pipe'] })
    let kept = ''
    const pass = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
      to.write(chunk)
      kept = (kept + chunk.toString('utf8')).slice(-KEPT)
    }
    child.stdout.on('data', pass(process.stdout))
    child.stderr.on('data', pass(process.stderr))
    child.on('error', (error: NodeJS.ErrnoException) => {
      const cause = error.code === 'ENOENT' ? CLI_MESSAGES['no-program'] : error.message
      reject(new CommandError(messageText(CLI_MESSAGES['not-run'], { command: name, cause })))
    })
    // What ended by a signal ends as a shell tells it.
    const codeOf = (signal: NodeJS.Signals | null) =>
      128 + (signal === null ? 0 : part('node:os').constants.signals[signal])
    child.on('close', (code, signal) => resolve({ text: kept, code: code ?? codeOf(signal) }))
  })
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
const reference = packagedReference()

const AROUND: Machine = {
  version,
  env: process.env,
  isTyped: isatty(0),
  out: { isTerminal: process.stdout.isTTY === true, columns: process.stdout.columns ?? DEFAULT_COLUMNS },
  readInput: () => part('node:stream/consumers').text(process.stdin),
  readFile: async (path) => readFileSync(path, 'utf8'),
  writeFile: async (path, content) => writeFileSync(path, content),
  print: (content) => process.stdout.write(content),
  printError: (content) => process.stderr.write(content),
  run,
  serve: async () => (await import('./mcp')).serveAgents(reference, version),
  digest: (content) => part('node:crypto').createHash('sha256').update(content).digest('hex').slice(0, 32),
  reference,
}

// A reader that goes, such as head, ends the command without a complaint.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

/** All that was printed has left. */
const sent = (stream: NodeJS.WriteStream): Promise<void> => new Promise((resolve) => stream.write('', () => resolve()))

// What the engine still has in hand, such as code to compile better, is no longer of use.
void runProgram(process.argv.slice(2), AROUND).then(async (code) => {
  await Promise.all([sent(process.stdout), sent(process.stderr)])
  process.exit(code)
})
