import { parseArgs } from 'node:util'
import type { NotGranted } from '../comparison/access-checks'
import { CASE_LAYERS, type CaseLayer } from '../iam/layers'
import { didYouMean } from '../reference/did-you-mean'
import { listed } from '../text/listed'
import { messageText } from '../text/message-text'
import { COMMANDS, isCommand, OPTIONS, type CommandName } from './commands'
import { CLI_MESSAGES } from './messages'

/** What can be expected of an answer, or of the tests that are kept with a case. */
const EXPECTED = ['allowed', 'denied', 'kept'] as const
type Expected = (typeof EXPECTED)[number]

/** A way in which the command was called wrongly, or could not do what it was asked. */
export class CommandError extends Error {}

/** What is asked of the command. */
export interface CommandCall {
  readonly command: CommandName | 'diagnose'
  /** Files, or what the command takes. */
  readonly words: readonly string[]
  readonly policies: readonly { readonly layer: CaseLayer; readonly file: string }[]
  readonly format: 'text' | 'json' | 'markdown' | 'sarif'
  readonly output: string | null
  readonly expect: Expected | null
  readonly layer: CaseLayer | null
  /** What the second of two policies must not grant. */
  readonly notGranted: NotGranted
  /** Must it let in nobody from everywhere? */
  readonly isPublicRefused: boolean
  readonly page: string | null
  readonly color: 'auto' | 'always' | 'never'
  readonly isHelp: boolean
  readonly isVersion: boolean
}

/** "trust" is how people call the policy of a role. */
function layerCalled(given: string): CaseLayer {
  const name = given === 'trust' ? 'resource' : given
  const layer = CASE_LAYERS.find((one) => one === name)
  if (layer === undefined)
    throw new CommandError(messageText(CLI_MESSAGES['no-layer'], { given, layers: CASE_LAYERS.join(', ') }))
  return layer
}

function policyGiven(given: string): CommandCall['policies'][number] {
  const at = given.indexOf('=')
  const [name, file] = at < 0 ? [given, ''] : [given.slice(0, at), given.slice(at + 1)]
  const layer = layerCalled(name)
  if (file === '') throw new CommandError(CLI_MESSAGES['no-policy-file'])
  return { layer, file }
}

/** A word that is all letters and no file may be a command that was misspelt. */
function suggestion(word: string): string {
  const [name] = didYouMean(word, Object.keys(COMMANDS), 1)
  return name === undefined ? '' : messageText(CLI_MESSAGES['did-you-mean'], { name })
}

/** Says what a missing file may have been meant as. */
export const commandLike = (word: string): string => (/^[a-z]+$/.test(word) ? suggestion(word) : '')

const oneOf = <Value extends string>(value: string, values: readonly Value[], problem: string): Value => {
  const found = values.find((one) => one === value)
  if (found === undefined) throw new CommandError(problem)
  return found
}

/** Reads the words behind the command's name. What stands behind two dashes is for the wrapped command. */
export function readArguments(words: readonly string[]): CommandCall {
  const dashes = words[0] === 'run' ? words.indexOf('--') : -1
  const [ours, wrapped] = dashes < 0 ? [words, []] : [words.slice(0, dashes), words.slice(dashes + 1)]
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(ours)
  } catch (error) {
    throw new CommandError(
      messageText(CLI_MESSAGES['no-option'], { cause: (error as Error).message.split('. ')[0] + '.' }),
    )
  }
  const { values, positionals } = parsed
  const [first] = positionals
  const command = isCommand(first) ? first : 'diagnose'
  const own = command === 'diagnose' ? positionals : positionals.slice(1)
  if ([values.json, values.markdown, values.sarif].filter(Boolean).length > 1)
    throw new CommandError(CLI_MESSAGES['one-format'])
  const format = values.json ? 'json' : values.markdown ? 'markdown' : values.sarif ? 'sarif' : 'text'
  return {
    command,
    words: command === 'run' ? [...own, ...wrapped] : own,
    policies: (values.policy ?? []).map(policyGiven),
    format,
    output: values.output ?? null,
    expect:
      values.expect === undefined ? null : oneOf<Expected>(values.expect, EXPECTED, CLI_MESSAGES['bad-expectation']),
    layer: values.layer === undefined ? null : layerCalled(values.layer),
    notGranted: { actions: listed(values['not-granted'] ?? ''), resources: listed(values.on ?? '') },
    isPublicRefused: values['no-public'] ?? false,
    page: values.page ?? null,
    color: values['no-color']
      ? 'never'
      : oneOf<CommandCall['color']>(values.color ?? 'auto', ['auto', 'always', 'never'], CLI_MESSAGES['bad-color']),
    isHelp: values.help ?? false,
    isVersion: values.version ?? false,
  }
}

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
