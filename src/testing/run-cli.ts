import { BUILT_REFERENCE } from '../../.ci/built-reference'
import type { RunResult, Machine } from '../cli/machine'

/** For tests: what a command printed, wrote and ended with. */
export interface CliRun {
  readonly code: number
  readonly out: string
  readonly errors: string
  readonly written: ReadonlyMap<string, string>
}

/** For tests: the machine around the command, with files, and what came of a run. */
export async function runCli(
  program: (words: readonly string[], around: Machine) => Promise<number>,
  words: readonly string[],
  files: Readonly<Record<string, string>> = {},
  more: Partial<Machine> & { readonly input?: string; readonly ran?: RunResult } = {},
): Promise<CliRun> {
  const { input, ran, ...rest } = more
  const written = new Map<string, string>()
  let out = ''
  let errors = ''
  const code = await program(words, {
    version: '1.2.3',
    env: {},
    isTyped: input === undefined,
    out: { isTerminal: false, columns: 80 },
    readInput: () => Promise.resolve(input ?? ''),
    readFile(path) {
      const text = Object.hasOwn(files, path) ? files[path] : undefined
      if (text === undefined) return Promise.reject(Object.assign(new Error('missing'), { code: 'ENOENT' }))
      return Promise.resolve(text)
    },
    writeFile(path, text) {
      written.set(path, text)
      return Promise.resolve()
    },
    print: (text) => {
      out += text
    },
    printError: (text) => {
      errors += text
    },
    run: () => Promise.resolve(ran ?? { text: '', code: 0 }),
    serve: () => Promise.resolve(),
    digest: (text) => String(text.length),
    reference: BUILT_REFERENCE,
    ...rest,
  })
  return { code, out, errors, written }
}
