import type { CallTrapId } from './call-traps'

/** A role that a service made for itself, most in an account of AWS: a policy that names it is no answer. */
export interface RoleOfAws {
  readonly role: RegExp
  readonly id: CallTrapId
  /** What it is for. */
  readonly unlessAction?: RegExp
  /** The policy that lets in the service, where one has to. */
  readonly of?: 'trust' | 'resource'
}

/** The rows. */
export const ROLES_OF_AWS: readonly RoleOfAws[] = [
  { role: /^awscognitoidentityproviderservice-/i, id: 'caller-is-user-pool', of: 'resource' },
  { role: /^cp-sts-grant-role$/, id: 'caller-is-search-domain', of: 'trust' },
  { role: /^AemiliaControlPlaneLambda-/, id: 'caller-is-hosting-build' },
  { role: /^AmplifySSRLoggingRole\b/, id: 'build-with-logging-role', unlessAction: /^logs:/i },
]
