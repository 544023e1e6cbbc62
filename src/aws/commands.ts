import { asciiJson } from '../text/ascii-json'
import { throughFile } from '../text/powershell-file'
import { commandLine, quoteArgument, type Shell } from '../text/shell-quote'
import type { ImportTarget } from './import-target'

/** A command that does what a button does; its output can be pasted. */
export interface AwsCommand {
  readonly title: string
  readonly line: Readonly<Record<Shell, string>>
}

/** What is pasted back has to be JSON, whatever form the user's AWS CLI is set to. */
const AS_JSON = ['--output', 'json'] as const

const SHELLS: readonly Shell[] = ['bash', 'powershell']

const both = (make: (shell: Shell) => string): AwsCommand['line'] =>
  Object.fromEntries(SHELLS.map((shell) => [shell, make(shell)])) as Record<Shell, string>

const plain = (title: string, ...words: string[]): AwsCommand => ({
  title,
  line: both((shell) => commandLine([...words, ...AS_JSON], shell)),
})

/** Decodes an encoded authorization message. */
export const decodeCommand = (message: string): AwsCommand =>
  plain('Decode the message', 'aws', 'sts', 'decode-authorization-message', '--encoded-message', message)

/** Reads everything that is attached to the account's users, roles and groups; what is asked for is picked out of it. */
export const importCommands = (
  { kind, name }: ImportTarget,
  assumed: ImportTarget | null = null,
): readonly AwsCommand[] => [
  kind === 'user'
    ? plain('Read the user and its boundary', 'aws', 'iam', 'get-user', '--user-name', name)
    : plain('Read the role, its trust policy and its boundary', 'aws', 'iam', 'get-role', '--role-name', name),
  plain(
    'Read all policies of the account’s users, roles and groups',
    'aws',
    'iam',
    'get-account-authorization-details',
    '--filter',
    ...(kind === 'user' ? ['User', 'Group'] : ['Role']),
    'LocalManagedPolicy',
    'AWSManagedPolicy',
  ),
  ...(assumed === null
    ? []
    : [plain('Read the trust policy of the role to assume', 'aws', 'iam', 'get-role', '--role-name', assumed.name)]),
]

/** A call whose input is JSON: in one argument for bash, through a file for PowerShell, which alters quotes. */
const withInput = (title: string, operation: string, input: object): AwsCommand => {
  const json = asciiJson(input)
  const call = (from: string) => `aws iam ${operation} --cli-input-json ${from} ${AS_JSON.join(' ')}`
  const { before, text } = throughFile(json, 'request')
  return { title, line: { bash: call(quoteArgument(json, 'bash')), powershell: before + call(text) } }
}

/** The simulator's call with exactly the request that the button would send. */
export const simulateCommand = (mode: 'custom' | 'principal', request: object): AwsCommand =>
  mode === 'custom'
    ? withInput('Simulate the policies in the editors', 'simulate-custom-policy', request)
    : withInput('Simulate the attached policies', 'simulate-principal-policy', request)
