import { isLinkedRoleName } from '../../iam/principal'
import type { CaseFacts } from '../../case/access-case'
import { isAwsManagedAlias, isKmsAlias } from '../../iam/kms-alias'
import type { RequestPrincipal } from '../../iam/principal'
import { RCP_SERVICES } from '../../iam/rcp-services'
import { isTrustAction } from '../../iam/trust-actions'
import type { Relation } from '../evaluation'
import type { Filling } from '../holes/filling'
import { askTest, equality, holeRequirement } from '../holes/hole-question'
import { equalMarked } from '../holes/match-marked'
import { NO, UNKNOWN, YES, type Kleene } from '../kleene'
import { noneOf, type Question } from '../question'
import type { ReasonCode, RefusalCode } from '../reason-codes'
import type { EvaluatedRequest } from '../compile/request'
import { ALIAS_ACTIONS, BUCKET_POLICY_ACTIONS, IDENTITY_ONLY, refusedAcrossAccounts } from './service-operations'
import type { LevelledLayer } from '../../iam/layers'

/** Actions that need no permission: no policy has an effect on them. */
export const NEEDS_NO_PERMISSION: ReadonlySet<string> = new Set(['sts:getcalleridentity', 'sts:getsessiontoken'])

/**
 * The member account of sts:AssumeRoot has no policy of its own to allow it: what counts is the caller's account. So it
 * is with a KMS grant, which the account that made it may retire, or let its identities retire.
 * https://docs.aws.amazon.com/kms/latest/developerguide/grant-delete.html
 */
export const CALLERS_ACCOUNT_DECIDES: ReadonlySet<string> = new Set(['sts:assumeroot', 'kms:retiregrant'])

/** Whose policies must allow: those of one account, or of the caller's and the resource's. */
export const relationOf = ({ lowerAction, relation }: EvaluatedRequest): Relation =>
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

/** Must the caller's policies and a resource-based policy that is there both allow? A question where that is open. */
export function bothMustAllow(request: EvaluatedRequest, isGiven: boolean): boolean | Question {
  if (isGiven && BOTH_MUST_ALLOW.has(request.service)) return true
  const relation = relationOf(request)
  return relation === 'unknown' ? (request.isOthers ?? true) : relation === 'crossAccount'
}

/** Must the resource's own policy allow, even in the same account? Roles to assume, and KMS keys. */
export const needsResourcePolicy = (request: EvaluatedRequest): boolean =>
  isTrustAction(request.lowerAction) || (request.service === 'kms' && !isIdentityOnly(request))

/** The root user of a bucket's account always controls the bucket policy, even against that policy. */
export function controlsBucketPolicy({
  principal,
  lowerAction,
  relation,
  isOthers,
}: EvaluatedRequest): boolean | Question {
  if (principal.kind !== 'root' || !BUCKET_POLICY_ACTIONS.has(lowerAction)) return false
  return isOthers !== null ? noneOf([isOthers]) : relation === 'sameAccount'
}

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
  readonly reason: RefusalCode
  readonly layer: 'resource' | 'identity'
}

/** A refusal that hangs on holes. */
export interface PossibleRefusal extends Refusal {
  /** Null where it is certain. */
  readonly when: Question | null
}

/** What the service refuses besides all policies: what is certain comes first. */
export function refusalsOf(request: EvaluatedRequest, facts: CaseFacts): readonly PossibleRefusal[] {
  const certain = refusalOf(request, facts)
  if (certain !== null) return [{ ...certain, when: null }]
  const possible: PossibleRefusal[] = []
  const { principal, arn, isOthers, service, lowerAction, holes } = request
  if (principal.partition !== null && arn !== null && samePartition(request) === UNKNOWN) {
    const { partition } = principal
    const asked = arn.partition
    const passes = (filling: Filling) => filling.fill(partition) === filling.fill(asked)
    const test = equality('partition', partition, asked, passes, holes)
    const isSame = askTest(test, (holds) => holeRequirement(asked, 'StringEquals', [partition], holds, holes))
    possible.push({ reason: 'cross-partition', layer: 'resource', when: noneOf([isSame]) })
  }
  if (isOthers === null) return possible
  const kept = refusedAcrossAccounts(service, lowerAction)
  if (kept !== null) possible.push({ reason: kept, layer: 'resource', when: isOthers })
  if (isAwsManagedKey(request, facts) && !facts.kmsGrants?.length) {
    possible.push({ reason: 'aws-managed-key-cross-account', layer: 'resource', when: isOthers })
  }
  return possible
}

/** Are caller and resource of one partition? What has none is of any. */
const samePartition = ({ principal, arn, holes }: EvaluatedRequest): Kleene =>
  principal.partition === null || arn === null ? YES : equalMarked(principal.partition, arn.partition, holes)

/** Does the service refuse the request for certain? */
function refusalOf(request: EvaluatedRequest, facts: CaseFacts): Refusal | null {
  const { principal, lowerAction, relation, service } = request
  if (samePartition(request) === NO) return { reason: 'cross-partition', layer: 'resource' }
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
  return pathUnknown && isLinkedRoleName(principal.name) ? 'maybe' : 'no'
}

/** Is an account the management account? A question where it hangs on holes. */
export function isManagementAccount(
  account: string | null,
  { managementAccount }: CaseFacts,
  request: EvaluatedRequest,
): boolean | Question {
  if (account === null || managementAccount === undefined) return false
  const { holes } = request
  const same = equalMarked(account, managementAccount, holes)
  if (same !== UNKNOWN) return same === YES
  const passes = ({ fill }: Filling) => fill(account) === fill(managementAccount)
  const test = equality('management account', account, managementAccount, passes, holes)
  return askTest(test, (holds) => holeRequirement(account, 'StringEquals', [managementAccount], holds, holes))
}

/** The account that the organization's policies of a layer are attached to. */
export const accountUnder = (layer: LevelledLayer, { principal, resourceAccount }: EvaluatedRequest): string | null =>
  layer === 'scp' ? principal.account : resourceAccount

/**
 * Why organization policies do not reach the request; null where they do. RCPs leave out the trust policies of
 * service-linked roles too: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export function exemptionFrom(layer: LevelledLayer, request: EvaluatedRequest, facts: CaseFacts): ReasonCode | null {
  const { principal, service, lowerAction, arn } = request
  if (isServiceLinkedRole(request) === 'yes') return 'not-subject-service-linked-role'
  if (layer === 'scp' && principal.account === null) return 'not-subject-no-account'
  const isManagement = isManagementAccount(accountUnder(layer, request), facts, request)
  if (isManagement === true) return 'not-subject-management-account'
  if (layer === 'scp') return null
  if (isTrustAction(lowerAction) && arn?.resource.startsWith('role/aws-service-role/')) {
    return 'not-subject-service-linked-role'
  }
  if (lowerAction === 'kms:retiregrant') return 'not-subject-action'
  if (isAwsManagedKey(request, facts)) return 'not-subject-aws-managed-key'
  return service === '' || RCP_SERVICES.has(service) ? null : 'service-without-rcp'
}
