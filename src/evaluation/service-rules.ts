import type { CaseFacts } from '../case/access-case'
import { RCP_SERVICES } from '../iam/rcp-services'
import type { Reason } from './reasons'
import type { EvaluatedRequest } from './request'

/** Actions that assume a role: the role's trust policy decides, and has to allow. */
export const isTrustAction = (lowerAction: string): boolean =>
  lowerAction.startsWith('sts:assumerole') || TRUST_ACTIONS.has(lowerAction)

const TRUST_ACTIONS: ReadonlySet<string> = new Set(['sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext'])

/** Actions that need no permission: no policy has an effect on them. */
export const NEEDS_NO_PERMISSION: ReadonlySet<string> = new Set(['sts:getcalleridentity', 'sts:getsessiontoken'])

/**
 * Actions that no resource-based policy decides, though their service has such policies.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
const IDENTITY_ONLY: ReadonlySet<string> = new Set([
  'kms:createkey',
  'kms:listkeys',
  'kms:listaliases',
  'kms:generaterandom',
  'kms:createcustomkeystore',
  'kms:deletecustomkeystore',
  'kms:updatecustomkeystore',
  'kms:connectcustomkeystore',
  'kms:disconnectcustomkeystore',
  'kms:describecustomkeystores',
  'sqs:listqueues',
  'ecr:getauthorizationtoken',
  's3:listallmybuckets',
  'secretsmanager:listsecrets',
  'iam:passrole',
  'sts:assumeroot',
])

/** The member account of sts:AssumeRoot has no policy of its own to allow it: what counts is the caller's account. */
const CALLERS_ACCOUNT_DECIDES: ReadonlySet<string> = new Set(['sts:assumeroot'])

/** Whose policies must allow: those of one account, or of the caller's and the resource's. */
export const relationOf = ({ lowerAction, relation }: EvaluatedRequest): EvaluatedRequest['relation'] =>
  CALLERS_ACCOUNT_DECIDES.has(lowerAction) ? 'sameAccount' : relation

/**
 * The actions on an alias itself, which has no policy of its own; all others are judged on the key that it stands for.
 * https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html
 */
const ALIAS_ACTIONS: ReadonlySet<string> = new Set(['kms:createalias', 'kms:updatealias', 'kms:deletealias'])

const isAlias = ({ service, arn }: EvaluatedRequest): boolean =>
  service === 'kms' && arn !== null && arn.resource.startsWith('alias/')

/** Does an alias stand for the key that KMS judges? */
export const standsForKey = (request: EvaluatedRequest): boolean =>
  isAlias(request) && !ALIAS_ACTIONS.has(request.lowerAction)

/** Is the action decided by identity-based policies only? */
export const isIdentityOnly = (request: EvaluatedRequest): boolean =>
  IDENTITY_ONLY.has(request.lowerAction) || (isAlias(request) && ALIAS_ACTIONS.has(request.lowerAction))

/** Must the resource's own policy allow, even in the same account? Roles to assume, and KMS keys. */
export const needsResourcePolicy = (request: EvaluatedRequest): boolean =>
  isTrustAction(request.lowerAction) || (request.service === 'kms' && !isIdentityOnly(request))

/**
 * The operations that KMS offers across accounts.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
 */
const KMS_ACROSS_ACCOUNTS: ReadonlySet<string> = new Set(
  [
    'Encrypt',
    'Decrypt',
    'ReEncryptFrom',
    'ReEncryptTo',
    'GenerateDataKey',
    'GenerateDataKeyWithoutPlaintext',
    'GenerateDataKeyPair',
    'GenerateDataKeyPairWithoutPlaintext',
    'GenerateMac',
    'VerifyMac',
    'Sign',
    'Verify',
    'DeriveSharedSecret',
    'CreateGrant',
    'DescribeKey',
    'GetKeyRotationStatus',
    'GetPublicKey',
    'ListGrants',
    'RetireGrant',
    'RevokeGrant',
  ].map((name) => `kms:${name.toLowerCase()}`),
)

const NOT_IN_GRANTS: ReadonlySet<string> = new Set(['kms:getkeyrotationstatus', 'kms:listgrants', 'kms:revokegrant'])

/** Can a grant on a key allow it? https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#terms-grant-operations */
export const isGrantOperation = (lowerAction: string): boolean =>
  KMS_ACROSS_ACCOUNTS.has(lowerAction) && !NOT_IN_GRANTS.has(lowerAction)

/**
 * Operations that SQS keeps to the account of the queue.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-limitations-of-custom-policies.html
 */
const SQS_WITHIN_ACCOUNT: ReadonlySet<string> = new Set(
  [
    'AddPermission',
    'CancelMessageMoveTask',
    'CreateQueue',
    'DeleteQueue',
    'ListMessageMoveTasks',
    'ListQueues',
    'ListQueueTags',
    'RemovePermission',
    'SetQueueAttributes',
    'StartMessageMoveTask',
    'TagQueue',
    'UntagQueue',
  ].map((name) => `sqs:${name.toLowerCase()}`),
)

const OWNER_ROOT_ACTIONS: ReadonlySet<string> = new Set([
  's3:getbucketpolicy',
  's3:putbucketpolicy',
  's3:deletebucketpolicy',
])

/** The root user of a bucket's account always controls the bucket policy, even against that policy. */
export const controlsBucketPolicy = ({ principal, lowerAction, relation }: EvaluatedRequest): boolean =>
  principal.kind === 'root' && relation === 'sameAccount' && OWNER_ROOT_ACTIONS.has(lowerAction)

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
  if (service === 'kms' && relation === 'crossAccount' && !KMS_ACROSS_ACCOUNTS.has(lowerAction)) {
    return { reason: 'kms-cross-account-operation', layer: 'resource' }
  }
  // https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key
  if (service === 'kms' && relation === 'crossAccount' && facts.kmsKeyManager === 'aws' && !facts.kmsGrants?.length) {
    return { reason: 'aws-managed-key-cross-account', layer: 'resource' }
  }
  if (relation === 'crossAccount' && SQS_WITHIN_ACCOUNT.has(lowerAction)) {
    return { reason: 'sqs-cross-account-operation', layer: 'resource' }
  }
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
  if (principal.kind === 'root' && (lowerAction === 'sts:assumerole' || lowerAction === 'sts:assumeroot')) {
    return { reason: 'root-cannot-assume-role', layer: lowerAction === 'sts:assumerole' ? 'resource' : 'identity' }
  }
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
export function exemptionFrom(layer: 'scp' | 'rcp', request: EvaluatedRequest, facts: CaseFacts): Reason | null {
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
  if (service === 'kms' && facts.kmsKeyManager === 'aws') return 'not-subject-aws-managed-key'
  return RCP_SERVICES.has(service) ? null : 'service-without-rcp'
}
