import { code, say, type Phrase } from '../../text/phrase'
import type { Tool } from '../../facts/keys/tool-arguments'
import type { InstructionCommand } from '../instruction'

/** A call that would give the caller more than the Deny leaves them. */
export const askAdministrator = (action: string, leadsTo: string): Phrase =>
  say`Ask an administrator to make this call: whoever may call ${code(action)} can ${leadsTo}.`

/** A role of AWS’s own, which nobody can give or take permissions. */
export const linkedRole = (role: string): Phrase =>
  say`AWS owns ${code(role)}, and no one can change its permissions. In your account the service’s setting and the resource’s own policy decide what it reaches.`

/** A call of STS by somebody of another kind than the role trusts. */
export const otherCall = (meant: string, provider: string): Phrase =>
  say`The role trusts tokens of ${code(provider)}, not other callers. Call ${code(meant)} with such a token.`

/** A request that nobody signed. */
export const signRequest = (): Phrase =>
  say`Sign the request: call with credentials, through the AWS CLI or an SDK, or use a presigned URL. An unsigned request is anonymous.`

/** What to do in place of assuming the role whose session calls. */
export const keepSession = (role: string): Phrase =>
  say`These credentials are a session of ${code(role)} already. Leave out the call that assumes the role again.`

const TITLES: Readonly<Record<InstructionCommand['is'], string>> = {
  run: 'Command',
  added: 'Add to the call',
  'left out': 'Leave out of the call',
}

/** What is said of a command that only looks. */
export const CHECK_INSTRUCTION = 'To be sure, check first. This command changes nothing.'

/** What is said of a command that fetches the policy into which a statement may have to go. */
export const LOOK_AT_POLICY = 'To be sure, fetch the current policy and paste it here. This command changes nothing.'

/** Words around what to do that changes no policy. */
export const INSTRUCTION_TEXT = {
  title: 'What to do',
  copy: 'Copy command',
  /** Copies an option of a command, by its name. */
  copyOption: (option: string): string => `Copy ${/^--[a-z\d-]{2,30}/.exec(option)?.[0] ?? 'option'}`,
  /** What the link to its page says. */
  pageTitle: (page: string, isUnconfirmed: boolean): string => {
    const title = page.split('/')[2]?.endsWith('aws.amazon.com') ? 'AWS docs' : 'Docs'
    return isUnconfirmed ? `${title} on this topic` : title
  },
  /** What a command of it is, as a short title. */
  commandTitle: ({ is, of }: InstructionCommand): string => (of === null ? TITLES[is] : `${TITLES[is]}: ${of}`),
  /** What is no command to run, but words for one, as a sentence; each way to spell them. */
  option: ([first, ...others]: readonly [InstructionCommand, ...InstructionCommand[]]): string =>
    `${TITLES[first.is]}: ${[first, ...others].map(({ of, bash }) => (of === null ? bash : `${of} ${bash}`)).join(', or ')}`,
} as const

const IN_TOOL: Readonly<Record<Tool, string>> = {
  terraform: 'In Terraform',
  template: 'In the template',
  program: 'In the program',
  profile: 'In the profile',
}

/** What a change of the call is called by the tool that makes it. */
export const inToolsWords = (tool: Tool, argument: string): Phrase => say`${IN_TOOL[tool]} set ${code(argument)}.`
