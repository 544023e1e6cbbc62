import { code, codes, say, type Phrase } from '../../text/phrase'

interface StepWords {
  readonly action: string
  readonly principal: string
  readonly resource: string
  readonly account: string
  /** The policy that AWS names; empty where it names none. */
  readonly policy: string
  /** Those that the step finds out. */
  readonly keys: readonly string[]
  readonly operation: string
}

/** What each next step finds out, in one sentence. */
export const STEP_MESSAGES = {
  'who-am-i': () => say`Run this where the call failed: it prints who called.`,
  'recent-denials': () =>
    say`Find the denial among the newest CloudTrail events. New events take a few minutes to appear. Data events, for example on S3 objects, appear only in a trail that logs them.`,
  'bucket-public-access-block': ({ resource }: StepWords) =>
    say`Check whether Block Public Access is on for ${code(resource)}. If the bucket has none, the command returns ${code('NoSuchPublicAccessBlockConfiguration')}.`,
  'account-public-access-block': ({ account }: StepWords) =>
    say`Check whether it is on for account ${code(account)}, where it applies to every bucket. A setting from AWS Organizations also appears there, but can’t be changed in the account.`,
  'authorization-details': () =>
    say`Ask AWS for the details of this denial: the request context and each policy that was evaluated. AWS keeps them for at least 24 hours. The record can take a minute to appear. Ask in the call’s Region.`,
  'authorization-policies': () =>
    say`Fetch each of those policies as it was when AWS denied the call, not as it is now.`,
  'encoded-message-cut': () =>
    say`The encoded message is cut off, so it can’t be decoded. Paste the whole error, or run the call again.`,
  'decode-message': () => say`Decode AWS’s message. It contains the request context and the statements that matched.`,
  'managed-policies': ({ principal }: StepWords) => say`Fetch the managed policies attached to ${code(principal)}.`,
  'inline-policies': ({ principal }: StepWords) => say`Fetch the inline policies of ${code(principal)}.`,
  'group-policies': ({ principal }: StepWords) => say`Fetch the policies of the groups that ${code(principal)} is in.`,
  'permissions-boundary': ({ principal }: StepWords) =>
    say`Check whether ${code(principal)} has a permissions boundary, and fetch it.`,
  'session-policies': () =>
    say`Check in CloudTrail whether a session policy was passed when the session was created: see ${code('policy')} and ${code('policyArns')} in the request.`,
  'service-control-policies': ({ account }: StepWords) =>
    say`Fetch the SCPs of account ${code(account)} and of everything above it. Run it in the management account.`,
  'resource-control-policies': ({ account }: StepWords) =>
    say`Fetch the RCPs of account ${code(account)} and of everything above it. Run it in the management account.`,
  'organization-policy': ({ policy }: StepWords) =>
    say`Fetch ${code(policy)}, the policy that AWS names. Run it in the management account or as a delegated administrator. It fails elsewhere.`,
  'resource-policy': ({ resource }: StepWords) => say`Fetch the policy of ${code(resource)}.`,
  'resource-policy-by-hand': ({ resource }: StepWords) =>
    resource === ''
      ? say`Check whether the resource has its own policy. If it does, paste it here.`
      : say`Check whether ${code(resource)} has its own policy. If it does, paste it here.`,
  'trust-policy': ({ resource }: StepWords) =>
    resource === '' ? say`Fetch the trust policy of the role.` : say`Fetch the trust policy of ${code(resource)}.`,
  'endpoint-policy': () => say`Fetch the policies of the VPC endpoints that the request may have used.`,
  'source-ip': ({ keys }: StepWords) =>
    say`Find the public IP address that requests come from, and set it as ${codes(keys, 'and', 8)}.`,
  'requested-region': ({ keys }: StepWords) =>
    say`Find the Region that the request goes to, and set it as ${codes(keys, 'and', 8)}.`,
  'organization-of-caller': ({ principal, keys }: StepWords) =>
    say`Find the ID of the organization that ${principal === '' ? 'the caller' : code(principal)} belongs to, and set it as ${codes(keys, 'and', 8)}. Run this in the caller’s account: it prints the organization of whoever runs it.`,
  'organization-of-resource': ({ keys }: StepWords) =>
    say`Find the ID of the organization that the resource’s account belongs to, and set it as ${codes(keys, 'and', 8)}. Run this in that account: it prints the organization of whoever runs it.`,
  'principal-tags': ({ principal, keys }: StepWords) =>
    say`Find the tags of ${principal === '' ? 'the caller' : code(principal)}, and set ${codes(keys, 'and', 8)}.`,
  'resource-tags': ({ resource, keys }: StepWords) =>
    say`Find the tags of ${resource === '' ? 'the resource' : code(resource)}, and set ${codes(keys, 'and', 8)}.`,
  mfa: () => say`Check in CloudTrail whether the session was created with MFA: see ${code('mfaAuthenticated')}.`,
  'condition-key': ({ keys }: StepWords) =>
    say`Find the request’s value for ${codes(keys, 'and', 8)}. The CloudTrail event may show it.`,
  simulate: ({ action, principal }: StepWords) =>
    say`Simulate ${code(action)} for ${code(principal)} in AWS. The simulator knows attached policies and the boundary, but not RCPs.`,
  'dry-run': ({ operation }: StepWords) => say`Repeat ${code(operation)} as a dry run.`,
  'cloud-trail': ({ operation }: StepWords) =>
    say`Find the event of ${code(operation)} in CloudTrail. Data events, for example on S3 objects, appear only in a trail that logs them. A denial by another account’s VPC endpoint may appear only in that account’s trail.`,
} as const satisfies Readonly<Record<string, (words: StepWords) => Phrase>>

interface DryRunWords {
  readonly operation: string
  readonly flag: string
  /** What it answers where the call would be allowed, and where it would not. */
  readonly answers: readonly [allowed: string, denied: string]
  readonly isWhole: boolean
}

/** What a dry run of a call finds out, and what its two answers mean. */
export const DRY_RUN = ({ operation, flag, answers: [allowed, denied], isWhole }: DryRunWords): Phrase => {
  const meaning = say`${code(allowed)} means that it would be allowed, ${code(denied)} that it is denied. Nothing is changed either way.`
  return isWhole
    ? say`Repeat ${code(operation)} as a dry run: ${meaning}`
    : say`Repeat ${code(operation)} with the same parameters and ${code(flag)}: ${meaning}`
}

/** Steps whose output is for the reader: to set a value, or to look at. What all others print can be pasted back. */
export const READ_BY_HAND: ReadonlySet<string> = new Set<StepCode>([
  'bucket-public-access-block',
  'account-public-access-block',
  'session-policies',
  'resource-policy-by-hand',
  'encoded-message-cut',
  'source-ip',
  'requested-region',
  'organization-of-caller',
  'organization-of-resource',
  'principal-tags',
  'resource-tags',
  'simulate',
  'dry-run',
])

/** What is said above steps whose output can be pasted back: all of them, or all but some. */
export const PASTE_BACK = {
  all: 'Paste the output of these commands unchanged.',
  some: 'Paste the output of these commands unchanged, unless a step asks for a value.',
} as const

/** What a step fetches. */
export type StepCode = keyof typeof STEP_MESSAGES

/** What is said of the script that takes the place of many steps. */
export const ONE_SCRIPT = {
  text: 'The commands only read. Paste their whole output: each policy goes to its layer. A command you aren’t allowed to run just fails.',
  one: 'The command only reads. Paste its whole output.',
  label: 'Script',
} as const
