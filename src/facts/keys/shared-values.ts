import type { PrincipalKind } from '../../iam/principal'
import { SINGLE_REGION } from '../../iam/single-region'

/** Whose requests never carry what only sessions of ordinary roles have. */
export const OF_ROLES: readonly PrincipalKind[] = ['user', 'federatedUser', 'root', 'service', 'anonymous']

/** Whose requests never carry what only AWS services send that call for a resource. */
export const OF_SERVICES: readonly PrincipalKind[] = ['user', 'role', 'roleSession', 'federatedUser', 'root']

/** Whose requests never carry what only sessions of AssumeRoot have. */
export const OF_ROOT_SESSIONS: readonly PrincipalKind[] = [
  ...(['user', 'role', 'roleSession', 'federatedUser', 'service', 'anonymous'] as const),
]

/** Whose requests never tell of a sign-in with MFA. */
export const OF_MFA_SESSIONS: readonly PrincipalKind[] = ['federatedUser', 'service', 'anonymous']

/** Services that have one address for all Regions: their requests count as made in one Region. */
export const WITHOUT_REGION: readonly string[] = [
  ...SINGLE_REGION.keys(),
  ...['artifact', 'aws-portal', 'billing', 'chime', 'freetier', 'health', 'importexport', 'invoicing', 'payments'],
  ...['pricing', 'supportplans', 'tax', 'trustedadvisor', 'wellarchitected'],
]

/**
 * Services whose API is in a few Regions alone.
 * https://docs.aws.amazon.com/general/latest/gr/ecr-public.html
 */
export const ONLY_IN: Readonly<Record<string, readonly string[]>> = { 'ecr-public': ['us-east-1', 'us-west-2'] }

/** A session of long-term keys that was made with MFA. */
export const MFA_SESSION =
  'aws sts get-session-token --serial-number <ARN of the MFA device> --token-code <code of the MFA device>'

/** A request has its public address, or comes through a VPC endpoint. */
export const BY_ADDRESS = [{ key: 'aws:sourceip' }] as const

/** Only the calls of services have services in between. */
export const BY_CALLING_ITSELF = [{ key: 'aws:viaawsservice', value: 'false' }] as const
