import type { Layer } from '../../iam/layers'
import { code, join, say, type Phrase } from '../../text/phrase'

/** What is looked for in a policy that is not here, and who can change it. */
export interface DenySought {
  readonly layer: Layer
  readonly action: string
  /** Who called, by name; null where the text does not say. */
  readonly caller: string | null
  /** Is it the policy of a bucket, which the root user of its account can always read and delete? */
  readonly isOfBucket: boolean
}

const ofOrganization = (action: string): Phrase =>
  say`Only an administrator of the organization can change it, for example by adding ${code(action)} to that ${code('NotAction')}.`

const WHO: Readonly<Record<Layer, (sought: DenySought) => Phrase>> = {
  identity: () => say`An IAM administrator of the caller’s account can change it.`,
  boundary: () => say`An IAM administrator of the caller’s account can change it.`,
  session: () => say`Whoever creates the session passes that policy, and can change it.`,
  scp: ({ action }) => ofOrganization(action),
  rcp: ({ action }) => ofOrganization(action),
  trust: () => say`An IAM administrator of the role’s account can change it.`,
  endpoint: () => say`The owner of the VPC endpoint can change it.`,
  resource: ({ isOfBucket }) =>
    isOfBucket
      ? say`A caller that it exempts can change it. If it exempts no one, the root user of the bucket’s account can still read and delete the policy.`
      : say`The resource’s owner can change it, with credentials that it exempts.`,
}

const exempted = ({ caller }: DenySought): Phrase =>
  caller === null
    ? say`If it isn’t meant for this caller, the owner exempts it by ${code('aws:PrincipalArn')} in that statement.`
    : say`If it isn’t meant for ${code(caller)}, the owner exempts it by ${code('aws:PrincipalArn')} in that statement.`

/** What to look for in the policies of a layer that AWS names and nobody pasted. */
export const FIND_DENY = (fetch: Phrase, sought: DenySought): Phrase =>
  join(
    fetch,
    ' ',
    say`Look for a Deny whose ${code('Action')} covers ${code(sought.action)}, or whose ${code('NotAction')} leaves it out. Its ${code('Condition')} tells which calls it exempts.`,
    ' ',
    WHO[sought.layer](sought),
    ...(sought.layer === 'resource' ? [' ', exempted(sought)] : []),
  )

/** A Deny with a list of what it exempts, where this call may be one of those. */
export const ADD_TO_LIST = (action: string): Phrase =>
  say`That exception is ${code(action)} in the statement’s ${code('NotAction')}, if the call is meant to pass.`
