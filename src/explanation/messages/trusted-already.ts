import { code, codes, say, type Phrase } from '../../text/phrase'

/** What the sentences on a role are told from that trusts the service already. */
export interface TrustedFacts {
  readonly service: string
  /** ARNs of roles of one name that the text holds; fewer than two: it holds no other. */
  readonly roles: readonly string[]
}

/** A service says that it can’t assume a role, and the trust policy that was pasted lets it. */
export const TRUSTED_ALREADY = {
  title: ({ roles }: TrustedFacts): string =>
    roles.length > 1
      ? 'Most likely the call names a role of another path.'
      : 'Most likely the role is new, or the call names another.',
  sentence: ({ service, roles }: TrustedFacts): Phrase =>
    roles.length > 1
      ? say`The trust policy you pasted already trusts ${code(service)}. The text names ${codes(roles)}: with another path it’s another role. For a role that doesn’t exist the error is the same.`
      : say`The trust policy you pasted already trusts ${code(service)}. The error is the same for a role that doesn’t exist under the ARN in the call, or that was created or changed seconds before.`,
  remedy: ({ roles }: TrustedFacts): Phrase =>
    roles.length > 1
      ? say`Leave the trust policy as it is. Look up which of these ARNs exists, and give the service that one. Whoever sets it needs ${code('iam:PassRole')} on that role.`
      : say`Leave the trust policy as it is. Compare the role in the call, with its account, path and letter case, with the ARN of the role whose trust policy you pasted. If the role is new, run the call again after some seconds.`,
} as const
