import type { RefusalCode } from '../reason-codes'

const named = (service: string, ...names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => `${service}:${name.toLowerCase()}`))

/**
 * Actions that no resource-based policy decides, though their service has such policies.
 * https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/grant-delete.html
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-iam-actions.html
 */
export const IDENTITY_ONLY: ReadonlySet<string> = new Set([
  ...named(
    'kms',
    'CreateKey',
    'ListKeys',
    'ListAliases',
    'ListRetirableGrants',
    'RetireGrant',
    'GenerateRandom',
    'CreateCustomKeyStore',
    'DeleteCustomKeyStore',
    'UpdateCustomKeyStore',
    'ConnectCustomKeyStore',
    'DisconnectCustomKeyStore',
    'DescribeCustomKeyStores',
  ),
  ...named('dynamodb', 'CreateTable', 'ListTables', 'DescribeLimits', 'ImportTable', 'ListImports'),
  'sqs:listqueues',
  'ecr:getauthorizationtoken',
  's3:listallmybuckets',
  'secretsmanager:listsecrets',
  'iam:passrole',
  'sts:assumeroot',
])

/** The actions on a KMS alias itself. https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html */
export const ALIAS_ACTIONS = named('kms', 'CreateAlias', 'UpdateAlias', 'DeleteAlias')

/**
 * The operations that KMS offers across accounts.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
 */
const KMS_ACROSS_ACCOUNTS = named(
  'kms',
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
)

const NOT_IN_GRANTS = named('kms', 'GetKeyRotationStatus', 'ListGrants', 'RevokeGrant')

/** Can a grant on a key allow it? https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#terms-grant-operations */
export const isGrantOperation = (lowerAction: string): boolean =>
  KMS_ACROSS_ACCOUNTS.has(lowerAction) && !NOT_IN_GRANTS.has(lowerAction)

/** The actions of the operations that DynamoDB offers across accounts; a transaction's check has an action of its own. */
const DYNAMODB_ACROSS_ACCOUNTS = named(
  'dynamodb',
  'DeleteItem',
  'GetItem',
  'PutItem',
  'Query',
  'Scan',
  'UpdateItem',
  'BatchGetItem',
  'BatchWriteItem',
  'ConditionCheckItem',
  'DeleteTable',
  'DescribeTable',
  'UpdateTable',
  'ListTagsOfResource',
  'TagResource',
  'UntagResource',
  'DescribeStream',
  'GetRecords',
  'GetShardIterator',
)

const SQS_WITHIN_ACCOUNT = named(
  'sqs',
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
)

/** The actions, in lower case, of which it is known whether they are offered across accounts. */
export const KEPT_OR_OFFERED: readonly string[] = [
  ...KMS_ACROSS_ACCOUNTS,
  ...DYNAMODB_ACROSS_ACCOUNTS,
  ...SQS_WITHIN_ACCOUNT,
]

/** The operations on the policy of a bucket. */
export const BUCKET_POLICY_ACTIONS: ReadonlySet<string> = new Set(
  ['s3', 's3express'].flatMap((service) => [
    ...named(service, 'GetBucketPolicy', 'PutBucketPolicy', 'DeleteBucketPolicy'),
  ]),
)

interface AcrossAccounts {
  readonly isOffered: (lowerAction: string) => boolean
  readonly reason: RefusalCode
}

const BUCKETS: AcrossAccounts = {
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
  isOffered: (lowerAction) => !BUCKET_POLICY_ACTIONS.has(lowerAction),
  reason: 's3-cross-account-operation',
}

/** What services keep to the account of the resource, whatever the policies say. */
const ACROSS_ACCOUNTS: Readonly<Record<string, AcrossAccounts>> = {
  kms: { isOffered: (lowerAction) => KMS_ACROSS_ACCOUNTS.has(lowerAction), reason: 'kms-cross-account-operation' },
  sqs: {
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-limitations-of-custom-policies.html
    isOffered: (lowerAction) => !SQS_WITHIN_ACCOUNT.has(lowerAction),
    reason: 'sqs-cross-account-operation',
  },
  dynamodb: {
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-iam-actions.html
    isOffered: (lowerAction) => DYNAMODB_ACROSS_ACCOUNTS.has(lowerAction),
    reason: 'dynamodb-cross-account-operation',
  },
  s3: BUCKETS,
  s3express: BUCKETS,
}

/** Why a service does not offer an operation across accounts; null where it does. */
export function refusedAcrossAccounts(service: string, lowerAction: string): RefusalCode | null {
  const row = Object.hasOwn(ACROSS_ACCOUNTS, service) ? ACROSS_ACCOUNTS[service] : undefined
  return row === undefined || row.isOffered(lowerAction) ? null : row.reason
}
