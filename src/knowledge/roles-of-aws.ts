import type { CallTrapId } from './call-traps'

/** A role in an account of AWS by whose sessions a service calls: a policy that names it lets in nobody for long. */
export interface RoleOfAws {
  readonly role: RegExp
  readonly id: CallTrapId
  /** The policy that lets in the service, where one has to. */
  readonly of?: 'trust' | 'resource'
}

/** The rows. */
export const ROLES_OF_AWS: readonly RoleOfAws[] = [
  { role: /^awscognitoidentityproviderservice-/i, id: 'caller-is-user-pool', of: 'resource' },
  { role: /^cp-sts-grant-role$/, id: 'caller-is-search-domain', of: 'trust' },
  { role: /^AemiliaControlPlaneLambda-/, id: 'caller-is-hosting-build' },
]
