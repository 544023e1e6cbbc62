import type { RefusalCode } from '../../evaluation/reason-codes'
import { code, say, type Phrase } from '../../text/phrase'

/** How a request that a service refuses besides all policies can be made to pass. */
export interface RefusalChange {
  readonly says: (action: string) => Phrase
  readonly page: string
}

const OWN_ACCOUNT = (page: string): RefusalChange => ({
  says: (action) =>
    say`Call ${code(action)} as a principal of the resource’s own account, for example with a role there that the caller may assume.`,
  page,
})

/** What to do about each refusal; null: policies decide too, and are to be changed. */
export const REFUSAL_CHANGES: Readonly<Record<RefusalCode, RefusalChange | null>> = {
  'cross-partition': {
    says: () => say`Call with a principal whose account is in the resource’s partition.`,
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  },
  'kms-cross-account-operation': OWN_ACCOUNT(
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
  ),
  'aws-managed-key-cross-account': {
    says: () =>
      say`Encrypt with a customer managed key, and allow the caller in its key policy. Copy what the AWS managed key has encrypted.`,
    page: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
  },
  'sqs-cross-account-operation': OWN_ACCOUNT(
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-limitations-of-custom-policies.html',
  ),
  'dynamodb-cross-account-operation': OWN_ACCOUNT(
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-iam-actions.html',
  ),
  's3-cross-account-operation': OWN_ACCOUNT('https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html'),
  'caller-cannot-assume-role': {
    says: (action) =>
      say`Call ${code(action)} with credentials that it accepts: a token for web identity or SAML, otherwise those of an IAM user or role.`,
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html',
  },
  'public-access-blocked': null,
  'object-owner-differs': {
    says: () =>
      say`Set Object Ownership to ${code('BucketOwnerEnforced')}, so that the bucket’s owner owns its objects. Or ask the account that wrote the object.`,
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  },
  'root-cannot-assume-role': {
    says: () => say`Sign in as an IAM user or role: the root user can’t assume a role.`,
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html',
  },
  'session-cannot-call': {
    says: (action) =>
      say`Call ${code(action)} with an IAM user’s long-term credentials: STS doesn’t accept it from this kind of session.`,
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html',
  },
}
