import type { CaseFacts } from '../../case/access-case'
import { isAwsManagedAlias, isKmsAlias } from '../../iam/kms-alias'
import type { RequestPrincipal } from '../../iam/principal'
import { RCP_SERVICES } from '../../iam/rcp-services'
import type { Reason } from '../reasons'
import type { EvaluatedRequest } from '../compile/request'
import { ALIAS_ACTIONS, BUCKET_POLICY_ACTIONS, IDENTITY_ONLY, refusedAcrossAccounts } from './service-operations'
import type { LevelledLayer } from '../../iam/layers'

/** Actions that assume a role: the role's trust policy decides, and has to allow. */
export const isTrustAction = (lowerAction: string): boolean =>
  lowerAction.startsWith('sts:assumerole') || TRUST_ACTIONS.has(lowerAction)

const TRUST_ACTIONS: ReadonlySet<string> = new Set(['sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext'])

/** Actions that need no permission: no policy has an effect on them. */
export const NEEDS_NO_PERMISSION: ReadonlySet<string> = new Set(['sts:getcalleridentity', 'sts:getsessiontoken'])

/**
 * The member account of sts:AssumeRoot has no policy of its own to allow it: what counts is the caller's account. So it
 * is with a KMS grant, which the account that made it may retire, or let its identities retire.
 * https://docs.aws.amazon.com/kms/latest/developerguide/grant-delete.html
 */
const CALLERS_ACCOUNT_DECIDES: ReadonlySet<string> = new Set(['sts:assumeroot', 'kms:retiregrant'])

/** Whose policies must allow: those of one account, or of the caller's and the resource's. */
export const relationOf = ({ lowerAction, relation }: EvaluatedRequest): EvaluatedRequest['relation'] =>
  CALLERS_ACCOUNT_DECIDES.has(lowerAction) ? 'sameAccount' : relation

/** Does AWS manage the key? The aliases of such keys are kept for them. */
const isAwsManagedKey = ({ service, arn }: EvaluatedRequest, { kmsKeyManager }: CaseFacts): boolean =>
  service === 'kms' && (kmsKeyManager === 'aws' || isAwsManagedAlias(arn))

/** Does an alias stand for the key that KMS judges? */
export const standsForKey = ({ service, arn, lowerAction }: EvaluatedRequest): boolean =>
  service === 'kms' && isKmsAlias(arn) && !ALIAS_ACTIONS.has(lowerAction)

/** Is the action decided by identity-based policies only? */
export const isIdentityOnly = ({ arn, lowerAction }: EvaluatedRequest): boolean =>
  IDENTITY_ONLY.has(lowerAction) || (isKmsAlias(arn) && ALIAS_ACTIONS.has(lowerAction))

/**
 * Services whose resource-based policy and identity-based policies must both allow within one account too.
 * https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html
 */
const BOTH_MUST_ALLOW: ReadonlySet<string> = new Set(['vpc-lattice-svcs'])

/** Must the caller's policies and a resource-based policy that is there both allow? */
export const bothMustAllow = (request: EvaluatedRequest, isGiven: boolean): boolean =>
  relationOf(request) === 'crossAccount' || (isGiven && BOTH_MUST_ALLOW.has(request.service))

/** Must the resource's own policy allow, even in the same account? Roles to assume, and KMS keys. */
export const needsResourcePolicy = (request: EvaluatedRequest): boolean =>
  isTrustAction(request.lowerAction) || (request.service === 'kms' && !isIdentityOnly(request))

/** The root user of a bucket's account always controls the bucket policy, even against that policy. */
export const controlsBucketPolicy = ({ principal, lowerAction, relation }: EvaluatedRequest): boolean =>
  principal.kind === 'root' && relation === 'sameAccount' && BUCKET_POLICY_ACTIONS.has(lowerAction)

const isProvider = ({ kind }: RequestPrincipal): boolean => kind === 'identityProvider'
const isSaml = ({ text }: RequestPrincipal): boolean => text.includes(':saml-provider/')

/**
 * Who cannot call an action that assumes a role. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
 */
const NO_CALLER: ReadonlyMap<string, (principal: RequestPrincipal) => boolean> = new Map([
  ['sts:assumerole', (principal) => principal.kind === 'anonymous' || isProvider(principal)],
  ['sts:assumerolewithsaml', (principal) => isProvider(principal) && !isSaml(principal)],
  ['sts:assumerolewithwebidentity', (principal) => isProvider(principal) && isSaml(principal)],
])

/** What a service refuses whatever the policies say: the reason, and the layer that it is reported in. */
export interface Refusal {
  readonly reason: Reason
  readonly layer: 'resource' | 'identity'
}

/** Does the service refuse the request besides all policies? */
export function refusalOf(request: EvaluatedRequest, facts: CaseFacts): Refusal | null {
  const { principal, arn, lowerAction, relation, service } = request
  if (principal.partition !== null && arn !== null && arn.partition !== principal.partition) {
    return { reason: 'cross-partition', layer: 'resource' }
  }
  const kept = relation === 'crossAccount' ? refusedAcrossAccounts(service, lowerAction) : null
  if (kept !== null) return { reason: kept, layer: 'resource' }
  // https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key
  if (relation === 'crossAccount' && isAwsManagedKey(request, facts) && !facts.kmsGrants?.length) {
    return { reason: 'aws-managed-key-cross-account', layer: 'resource' }
  }
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
  if (principal.kind === 'root' && (lowerAction === 'sts:assumerole' || lowerAction === 'sts:assumeroot')) {
    return { reason: 'root-cannot-assume-role', layer: lowerAction === 'sts:assumerole' ? 'resource' : 'identity' }
  }
  if (NO_CALLER.get(lowerAction)?.(principal) === true)
    return { reason: 'caller-cannot-assume-role', layer: 'resource' }
  const isRoleSession = principal.kind === 'roleSession' || principal.kind === 'role'
  if (isRoleSession && (lowerAction === 'sts:getfederationtoken' || lowerAction === 'sts:getsessiontoken')) {
    return { reason: 'session-cannot-call', layer: 'identity' }
  }
  if (principal.kind === 'federatedUser' && service === 'sts' && lowerAction !== 'sts:getcalleridentity') {
    return { reason: 'session-cannot-call', layer: 'identity' }
  }
  return null
}

/** Is the caller a service-linked role? Organization policies do not reach those. */
export function isServiceLinkedRole({ principal, find, pathUnknown }: EvaluatedRequest): 'yes' | 'no' | 'maybe' {
  if (principal.kind !== 'roleSession' && principal.kind !== 'role') return 'no'
  const state = find('aws:principalarn')
  if (state === 'unknown') return 'maybe'
  const arn = state === 'absent' ? '' : (state.values[0] ?? '')
  if (arn.includes(':role/aws-service-role/')) return 'yes'
  return pathUnknown && principal.name.startsWith('AWSServiceRoleFor') ? 'maybe' : 'no'
}

/**
 * Why organization policies do not reach the request; null where they do. RCPs leave out the trust policies of
 * service-linked roles too: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export function exemptionFrom(layer: LevelledLayer, request: EvaluatedRequest, facts: CaseFacts): Reason | null {
  const { principal, resourceAccount, service, lowerAction, arn } = request
  if (isServiceLinkedRole(request) === 'yes') return 'not-subject-service-linked-role'
  const { managementAccount } = facts
  if (layer === 'scp') {
    if (principal.account === null) return 'not-subject-no-account'
    return principal.account === managementAccount ? 'not-subject-management-account' : null
  }
  if (managementAccount !== undefined && resourceAccount === managementAccount) return 'not-subject-management-account'
  if (isTrustAction(lowerAction) && arn?.resource.startsWith('role/aws-service-role/')) {
    return 'not-subject-service-linked-role'
  }
  if (lowerAction === 'kms:retiregrant') return 'not-subject-action'
  if (isAwsManagedKey(request, facts)) return 'not-subject-aws-managed-key'
  return RCP_SERVICES.has(service) ? null : 'service-without-rcp'
}
