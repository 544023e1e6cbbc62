import { CASE_LAYERS } from '../iam/layers'
import { HELP_WORDS } from './messages'
import { wrapped } from './wrapped'

/** An option of the command line. */
export interface CommandOption {
  readonly type: 'boolean' | 'string'
  readonly multiple?: true
  readonly short?: string
  /** What stands behind it in the help. */
  readonly value?: string
  readonly says: string
  /** What a shell completes its value with, and what follows such a one. */
  readonly values?: readonly string[]
  readonly suffix?: string
}

/** Every option, in the order of the help. */
export const OPTIONS = {
  policy: {
    type: 'string',
    multiple: true,
    short: 'p',
    value: 'LAYER=FILE',
    says: `A policy, and the layer it belongs to: ${CASE_LAYERS.join(', ')}`,
    values: CASE_LAYERS,
    suffix: '=',
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

/** What the codes tell that the command ends with. */
const EXIT_CODES: Readonly<Record<string, string>> = {
  '0': 'allowed, or nothing was denied; --expect: as expected',
  '1': '--expect: not as expected',
  '2': 'the command itself failed',
  '3': 'denied, or not known; compare: a check fails',
  run: 'gives the code of the command that it ran',
}

/** The options, each with its name. */
export const optionEntries = (): readonly (readonly [string, CommandOption])[] => Object.entries(OPTIONS)

/** A column of words narrower than this is no column. */
const NARROWEST = 24

/** Two columns in a width; in few columns the second stands below the first. */
function columns(rows: readonly (readonly [string, string])[], width: number): string {
  const first = Math.max(...rows.map(([left]) => left.length)) + 4
  const isBeside = width - first >= NARROWEST
  const indent = isBeside ? first : 6
  return rows
    .flatMap(([left, right]) => {
      const [head = '', ...more] = wrapped(right, width, ' '.repeat(indent))
      return isBeside ? [`  ${left}`.padEnd(indent) + head.trimStart(), ...more] : [`  ${left}`, head, ...more]
    })
    .join('\n')
}

/** The help, for a width: examples first. */
export const helpText = (width: number): string =>
  [
    ...wrapped(HELP_WORDS.what, width),
    ...wrapped(HELP_WORDS.privacy, width),
    '',
    'Examples',
    columns(EXAMPLES, width),
    '',
    'Usage',
    columns(
      [
        ['whydenied [FILE…] [options]', HELP_WORDS.files],
        ...Object.values(COMMANDS).map(({ usage, says }) => [`whydenied ${usage}`, says] as const),
      ],
      width,
    ),
    '',
    'Options',
    columns(
      optionEntries().map(([name, { short, value, says }]) => [
        `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`,
        says,
      ]),
      width,
    ),
    '',
    'Exit codes',
    columns(Object.entries(EXIT_CODES), width),
    '',
  ].join('\n')
