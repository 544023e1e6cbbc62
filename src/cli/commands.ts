import { HELP_WORDS } from './messages'
import { CASE_LAYERS } from '../iam/layers'

/** An option of the command line. */
interface CommandOption {
  readonly type: 'boolean' | 'string'
  readonly multiple?: true
  readonly short?: string
  /** What stands behind it in the help. */
  readonly value?: string
  readonly says: string
  /** What a shell completes its value with. */
  readonly values?: readonly string[]
}

/** Every option, in the order of the help. */
export const OPTIONS = {
  policy: {
    type: 'string',
    multiple: true,
    short: 'p',
    value: 'LAYER=FILE',
    says: `A policy, and the layer it belongs to: ${CASE_LAYERS.join(', ')}`,
  },
  json: { type: 'boolean', says: 'The answer as JSON, version 1' },
  markdown: { type: 'boolean', says: 'The whole answer as a report' },
  sarif: { type: 'boolean', says: 'The answer as SARIF 2.1.0, for code scanning' },
  output: { type: 'string', short: 'o', value: 'FILE', says: 'Write there instead of to standard output' },
  expect: {
    type: 'string',
    value: 'RESULT',
    says: 'Exit with 0 where the answer (allowed or denied), or each test kept with the case (kept), is as expected, else with 1',
    values: ['allowed', 'denied', 'kept'],
  },
  layer: { type: 'string', value: 'LAYER', says: 'For compare: the layer of both policies', values: CASE_LAYERS },
  'not-granted': {
    type: 'string',
    value: 'ACTIONS',
    says: 'For compare: actions, parted by commas, that the second policy must not grant',
  },
  on: { type: 'string', value: 'ARNS', says: 'For compare: the resources that --not-granted is about; all by default' },
  'no-public': { type: 'boolean', says: 'For compare: the second policy must not let in anyone from any account' },
  page: { type: 'string', value: 'URL', says: 'For open: where the page stands (or the variable WHYDENIED_PAGE)' },
  color: { type: 'string', value: 'WHEN', says: 'auto, always or never', values: ['auto', 'always', 'never'] },
  'no-color': { type: 'boolean', says: 'The same as --color never, and as the variable NO_COLOR' },
  help: { type: 'boolean', short: 'h', says: 'Show this' },
  version: { type: 'boolean', says: 'Show the version' },
} as const satisfies Readonly<Record<string, CommandOption>>

/** Every command besides the plain one. */
export const COMMANDS = {
  run: { usage: 'run -- COMMAND…', says: 'Run a command as it is, and explain a denial after it' },
  explain: { usage: 'explain CODE', says: 'What a cause means, how to check it and how to fix it, by its code' },
  compare: {
    usage: 'compare BEFORE AFTER',
    says: 'What a change of a policy, or of a case file, opens and takes away; with one file: of each pair in it',
  },
  open: { usage: 'open [FILE…]', says: "Print the page's link with the case" },
  mcp: { usage: 'mcp', says: 'Serve coding agents over standard input and output' },
  completion: { usage: 'completion SHELL', says: 'Print completion for bash, zsh or fish' },
} as const

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS

/** Is it the name of a command? */
export const isCommand = (name: string | undefined): name is CommandName =>
  name !== undefined && Object.hasOwn(COMMANDS, name)

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['whydenied error.log policy.json', 'explain an error with a policy'],
  ['aws s3 ls s3://logs 2>&1 | whydenied', 'explain what a command printed'],
  ['whydenied run -- aws s3 ls s3://logs', 'run it, and explain a denial'],
  ['whydenied error.log -p scp=guardrails.json', 'say what a policy is'],
  ['whydenied case.json --expect denied', 'test a case in CI'],
]

const entries = (): readonly (readonly [string, CommandOption])[] => Object.entries(OPTIONS)

const column = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join('\n')
}

/** The help: examples first. */
export const helpText = (): string =>
  [
    HELP_WORDS.what,
    HELP_WORDS.privacy,
    '',
    'Examples',
    column(EXAMPLES),
    '',
    'Usage',
    '  whydenied [FILE…] [options]      files: errors, logs, policies, case files; - is standard input',
    ...Object.values(COMMANDS).map(({ usage, says }) => `  whydenied ${usage.padEnd(23)}${says}`),
    '',
    'Options',
    column(
      entries().map(([name, { short, value, says }]) => [
        `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`,
        says,
      ]),
    ),
    '',
    'Exit codes',
    '  0  allowed, or nothing was denied    3  denied, or not known    2  the command itself failed',
    '  run gives the code of the command that it ran; --expect gives 0 or 1; compare gives 3 where a check fails.',
    '',
  ].join('\n')

const optionWords = (): readonly string[] => entries().map(([name]) => `--${name}`)

/** Completion for a shell; null where there is none. */
export function completionFor(shell: string): string | null {
  const commands = Object.keys(COMMANDS).join(' ')
  const options = optionWords().join(' ')
  const valued = entries().flatMap(([name, { values }]) => (values ? [[name, values] as const] : []))
  if (shell === 'bash')
    return `_whydenied() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  case "$before" in
${valued.map(([name, values]) => `    --${name}) COMPREPLY=($(compgen -W "${values.join(' ')}" -- "$word")); return ;;`).join('\n')}
  esac
  if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "${options}" -- "$word"))
  elif [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY=($(compgen -W "${commands}" -- "$word") $(compgen -f -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _whydenied whydenied
`
  if (shell === 'zsh')
    return `#compdef whydenied
_arguments '1: :(${commands})' '*:file:_files' ${entries()
      .map(
        ([name, { says, values, type }]) =>
          `'--${name}[${says.replaceAll(/['[\]:]/g, '')}]${type === 'boolean' ? '' : values ? `:value:(${values.join(' ')})` : ':value:_files'}'`,
      )
      .join(' ')}
`
  if (shell === 'fish')
    return `${Object.entries(COMMANDS)
      .map(([name, { says }]) => `complete -c whydenied -n __fish_use_subcommand -a ${name} -d "${says}"`)
      .concat(
        entries().map(
          ([name, { says, values, type }]) =>
            `complete -c whydenied -l ${name} -d "${says}"${type === 'boolean' ? '' : values ? ` -x -a "${values.join(' ')}"` : ' -r'}`,
        ),
      )
      .join('\n')}
`
  return null
}
