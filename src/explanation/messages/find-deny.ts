import type { Layer } from '../../iam/layers'
import { code, join, say, type Phrase } from '../../text/phrase'

/** What is looked for in a policy that is not here, and who can change it. */
export interface DenySought {
  readonly layer: Layer
  readonly action: string
  /** Who called, by name; null where the text does not say, or where it is a service, which no ARN names. */
  readonly caller: string | null
  /** The name of the policy, where AWS says it. */
  readonly policy: string | null
  /** Is it the policy of a bucket, which the root user of its account can always change and delete? */
  readonly isOfBucket: boolean
}

const ofOrganization = (): Phrase => say`Ask an administrator of the organization for an exception.`

/** Who can do something about it: the first that is said. */
const WHO: Readonly<Record<Layer, (sought: DenySought) => Phrase>> = {
  identity: () => say`An IAM administrator of the caller’s account can change this policy.`,
  boundary: () => say`An IAM administrator of the caller’s account can change the permissions boundary.`,
  session: () => say`Whoever creates the session can pass a different session policy.`,
  scp: ofOrganization,
  rcp: ofOrganization,
  trust: () => say`An IAM administrator of the role’s account can change the trust policy.`,
  endpoint: () => say`The owner of the VPC endpoint can change its policy.`,
  resource: ({ caller }) =>
    caller === null
      ? say`Ask the policy’s owner for an exception.`
      : say`The policy’s owner can exempt ${code(caller)} with ${code('aws:PrincipalArn')}, unless the Deny is meant for it.`,
}

/** Who can do something about the policies of a layer that AWS names and nobody pasted, and what to look for in them. */
export const FIND_DENY = (sought: DenySought): Phrase =>
  join(
    WHO[sought.layer](sought),
    ' ',
    say`To find the Deny, fetch ${sought.policy === null ? 'the policies' : code(sought.policy)} and look for a statement whose ${code('Action')} covers ${code(sought.action)}, or whose ${code('NotAction')} leaves it out. Its ${code('Condition')} shows which calls it exempts; an exception goes there or into the ${code('NotAction')}.`,
    ...(sought.isOfBucket
      ? [
          ' ',
          say`If it locks everyone out, the root user of the bucket’s account can still change or delete the policy.`,
        ]
      : []),
  )

/** A Deny with a list of what it exempts, where this call may be one of those. */
export const ADD_TO_LIST = (action: string): Phrase =>
  say`To exempt ${code(action)} for everyone, add it to the statement’s ${code('NotAction')}.`
