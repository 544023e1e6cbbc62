/** An operation that reads policies or other evidence of a denial, or finds out what there is. */
export interface EvidenceRead {
  /** The prefix of its action. */
  readonly service: string
  /** The error code that says: the resource has no policy. */
  readonly noPolicy?: string
  /** The error code that says: the account is in no organization, so that no SCP and no RCP is over it. */
  readonly noOrganization?: string
}

const of = (service: string, ...operations: readonly string[]): readonly (readonly [string, EvidenceRead])[] =>
  operations.map((operation) => [operation, { service }])

/**
 * The operations of the commands that fetch policies, by name, with their service. Where a code says that there is no
 * policy, or no organization that could have one, that is an answer.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListPoliciesForTarget.html
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetRepositoryPolicy.html
 */
export const POLICY_READS: ReadonlyMap<string, EvidenceRead> = new Map([
  ...of('iam', 'ListAttachedUserPolicies', 'ListAttachedRolePolicies', 'ListAttachedGroupPolicies'),
  ...of('iam', 'ListUserPolicies', 'ListRolePolicies', 'ListGroupPolicies', 'ListGroupsForUser'),
  ...of('iam', 'GetUserPolicy', 'GetRolePolicy', 'GetGroupPolicy', 'GetPolicyVersion', 'GetPolicy'),
  ...of('iam', 'GetUser', 'GetRole', 'ListUserTags', 'ListRoleTags'),
  ...of('iam-toolbox', 'GetRequestAuthorizationDetails', 'GetRequestAuthorizationPolicy'),
  ...of('organizations', 'DescribePolicy', 'ListParents'),
  ['ListPoliciesForTarget', { service: 'organizations', noOrganization: 'AWSOrganizationsNotInUseException' }],
  ...of('ec2', 'DescribeVpcEndpoints'),
  ...of('cloudtrail', 'LookupEvents'),
  ...of('sts', 'GetCallerIdentity', 'DecodeAuthorizationMessage'),
  ...of('s3', 'GetAccessPointPolicy'),
  ['GetBucketPolicy', { service: 's3', noPolicy: 'NoSuchBucketPolicy' }],
  ...of('kms', 'GetKeyPolicy'),
  ...of('sqs', 'GetQueueAttributes', 'GetQueueUrl'),
  ...of('sns', 'GetTopicAttributes'),
  ['GetRepositoryPolicy', { service: 'ecr', noPolicy: 'RepositoryPolicyNotFoundException' }],
  ...of('logs', 'DescribeResourcePolicies'),
  ...of('events', 'DescribeEventBus'),
  ...of('elasticfilesystem', 'DescribeFileSystemPolicy'),
  ...of('backup', 'GetBackupVaultAccessPolicy'),
  ...of('es', 'DescribeDomain'),
  // Secrets Manager, DynamoDB, Kinesis and Glue name it alike; only DynamoDB says with a code that there is none.
  ['GetResourcePolicy', { service: 'dynamodb', noPolicy: 'PolicyNotFoundException' }],
])
