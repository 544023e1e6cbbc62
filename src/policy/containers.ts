import type { RecognisedAs } from './found-policy'
import { PRINCIPAL_LAYERS, type CaseLayer } from '../iam/layers'

/** A place where AWS's tools and templates put a policy, recognised by the names around it. */
export interface Container {
  readonly as: RecognisedAs
  /** The member that holds the document. */
  readonly key: string
  /** Members that stand beside it. */
  readonly beside?: readonly string[]
  /** A member that it stands somewhere below. */
  readonly below?: string
  /** The Type of the CloudFormation or Terraform resource that it stands in. */
  readonly type?: string
  /** Null: ask, unless it has a principal and no candidates are given: then it is a resource's. */
  readonly layer: CaseLayer | null
  readonly candidates?: readonly CaseLayer[]
  readonly service?: string
  readonly source?: 'user' | 'group' | 'role'
  /** Members that name the policy, the first that is there, beside the document or around it. */
  readonly name?: readonly string[]
  /** Members that name what the policy is attached to, likewise. */
  readonly owner?: readonly string[]
  /** Where it has no name of its own. */
  readonly called: string
}

const inline = (kind: 'User' | 'Group' | 'Role', where: Pick<Container, 'beside' | 'below'>): Container => ({
  as: 'iam-inline-policy',
  key: 'PolicyDocument',
  ...where,
  layer: 'identity',
  source: kind.toLowerCase() as 'user' | 'group' | 'role',
  name: ['PolicyName'],
  owner: ['Arn', `${kind}Name`],
  called: 'inline policy',
})

const boundary = (kind: 'User' | 'Role'): Container => ({
  as: 'iam-permissions-boundary',
  key: 'Document',
  beside: ['PermissionsBoundaryArn', `${kind}Name`],
  layer: 'boundary',
  source: kind.toLowerCase() as 'user' | 'role',
  name: ['PermissionsBoundaryArn'],
  owner: [`${kind}Name`],
  called: 'permissions boundary',
})

const resource = (key: string, row: Omit<Container, 'as' | 'key' | 'layer'>): Container => ({
  as: 'resource-policy',
  key,
  layer: 'resource',
  ...row,
})

/** What the command line prints. The first row that fits decides. */
const COMMAND_OUTPUT: readonly Container[] = [
  // iam get-role-policy, get-user-policy, get-group-policy
  inline('Role', { beside: ['RoleName'] }),
  inline('User', { beside: ['UserName'] }),
  inline('Group', { beside: ['GroupName'] }),
  // iam get-account-authorization-details
  inline('Role', { below: 'RolePolicyList' }),
  inline('User', { below: 'UserPolicyList' }),
  inline('Group', { below: 'GroupPolicyList' }),
  // iam get-role, list-roles, get-account-authorization-details
  {
    as: 'iam-trust-policy',
    key: 'AssumeRolePolicyDocument',
    beside: ['RoleName'],
    layer: 'resource',
    service: 'sts',
    owner: ['Arn', 'RoleName'],
    called: 'trust policy',
  },
  // iam get-policy-version of a permissions boundary, with the name of what it bounds beside it
  boundary('Role'),
  boundary('User'),
  // iam get-policy-version, and the versions of get-account-authorization-details
  {
    as: 'iam-managed-policy',
    key: 'Document',
    beside: ['VersionId'],
    layer: null,
    candidates: PRINCIPAL_LAYERS,
    name: ['PolicyName'],
    called: 'managed policy',
  },
  // ec2 describe-vpc-endpoints
  {
    as: 'vpc-endpoint-policy',
    key: 'PolicyDocument',
    beside: ['VpcEndpointId'],
    layer: 'endpoint',
    name: ['VpcEndpointId'],
    owner: ['VpcEndpointId'],
    called: 'endpoint policy',
  },
  // sns get-topic-attributes, sqs get-queue-attributes
  resource('Policy', { beside: ['TopicArn'], service: 'sns', owner: ['TopicArn'], called: 'topic policy' }),
  resource('Policy', { beside: ['QueueArn'], service: 'sqs', owner: ['QueueArn'], called: 'queue policy' }),
  // kms get-key-policy
  resource('Policy', { beside: ['PolicyName'], service: 'kms', called: 'key policy' }),
  // secretsmanager get-resource-policy
  resource('ResourcePolicy', { beside: ['ARN'], service: 'secretsmanager', owner: ['ARN'], called: 'secret policy' }),
  // ecr get-repository-policy
  resource('policyText', { service: 'ecr', owner: ['repositoryName'], called: 'repository policy' }),
  // logs describe-resource-policies
  resource('policyDocument', { beside: ['policyName'], service: 'logs', name: ['policyName'], called: 'log policy' }),
  // glue get-resource-policy
  resource('PolicyInJson', { service: 'glue', called: 'catalog policy' }),
  // efs describe-file-system-policy
  resource('Policy', {
    beside: ['FileSystemId'],
    service: 'elasticfilesystem',
    owner: ['FileSystemId'],
    called: 'file system policy',
  }),
  // es and opensearch describe-domain
  resource('AccessPolicies', { service: 'es', called: 'domain policy' }),
  // s3api get-bucket-policy, lambda get-policy, dynamodb get-resource-policy and the like: {"Policy": "…"}
  { as: 'resource-policy', key: 'Policy', layer: null, called: 'resource policy' },
]

const cloudFormation = (type: string, key: string, row: Omit<Container, 'as' | 'key' | 'type'>): Container => ({
  as: 'cloudformation',
  type: `AWS::${type}`,
  key,
  ...row,
})

const inTemplate = (kind: 'User' | 'Group' | 'Role', type: string): Container =>
  cloudFormation(type, 'PolicyDocument', {
    layer: 'identity',
    source: kind.toLowerCase() as 'user' | 'group' | 'role',
    name: ['PolicyName'],
    owner: [`${kind}Name`],
    called: 'inline policy',
  })

/** Resources of CloudFormation templates. */
const CLOUDFORMATION: readonly Container[] = [
  cloudFormation('IAM::Role', 'AssumeRolePolicyDocument', {
    layer: 'resource',
    service: 'sts',
    owner: ['RoleName'],
    called: 'trust policy',
  }),
  inTemplate('Role', 'IAM::Role'),
  inTemplate('User', 'IAM::User'),
  inTemplate('Group', 'IAM::Group'),
  inTemplate('Role', 'IAM::RolePolicy'),
  inTemplate('User', 'IAM::UserPolicy'),
  inTemplate('Group', 'IAM::GroupPolicy'),
  cloudFormation('IAM::Policy', 'PolicyDocument', { layer: 'identity', name: ['PolicyName'], called: 'inline policy' }),
  cloudFormation('IAM::ManagedPolicy', 'PolicyDocument', {
    layer: null,
    candidates: PRINCIPAL_LAYERS,
    name: ['ManagedPolicyName'],
    called: 'managed policy',
  }),
  cloudFormation('S3::BucketPolicy', 'PolicyDocument', {
    layer: 'resource',
    service: 's3',
    owner: ['Bucket'],
    called: 'bucket policy',
  }),
  cloudFormation('KMS::Key', 'KeyPolicy', { layer: 'resource', service: 'kms', called: 'key policy' }),
  cloudFormation('SQS::QueuePolicy', 'PolicyDocument', { layer: 'resource', service: 'sqs', called: 'queue policy' }),
  cloudFormation('SNS::TopicPolicy', 'PolicyDocument', { layer: 'resource', service: 'sns', called: 'topic policy' }),
  cloudFormation('SecretsManager::ResourcePolicy', 'ResourcePolicy', {
    layer: 'resource',
    service: 'secretsmanager',
    owner: ['SecretId'],
    called: 'secret policy',
  }),
  cloudFormation('ECR::Repository', 'RepositoryPolicyText', {
    layer: 'resource',
    service: 'ecr',
    owner: ['RepositoryName'],
    called: 'repository policy',
  }),
  cloudFormation('EC2::VPCEndpoint', 'PolicyDocument', { layer: 'endpoint', called: 'endpoint policy' }),
  cloudFormation('SSO::PermissionSet', 'InlinePolicy', {
    layer: 'identity',
    source: 'role',
    name: ['Name'],
    called: 'permission set policy',
  }),
]

const terraform = (type: string, key: string, row: Omit<Container, 'as' | 'key' | 'type'>): Container => ({
  as: 'terraform',
  type: `aws_${type}`,
  key,
  ...row,
})

const ofResource = (service: string, type: string, called: string): Container =>
  terraform(type, 'policy', { layer: 'resource', service, called })

/** Resources of Terraform configurations, plans and states. */
const TERRAFORM: readonly Container[] = [
  terraform('iam_role', 'assume_role_policy', {
    layer: 'resource',
    service: 'sts',
    owner: ['name'],
    called: 'trust policy',
  }),
  terraform('iam_role_policy', 'policy', {
    layer: 'identity',
    source: 'role',
    name: ['name'],
    called: 'inline policy',
  }),
  terraform('iam_user_policy', 'policy', {
    layer: 'identity',
    source: 'user',
    name: ['name'],
    called: 'inline policy',
  }),
  terraform('iam_group_policy', 'policy', {
    layer: 'identity',
    source: 'group',
    name: ['name'],
    called: 'inline policy',
  }),
  terraform('iam_role', 'policy', { layer: 'identity', source: 'role', name: ['name'], called: 'inline policy' }),
  terraform('iam_policy', 'policy', {
    layer: null,
    candidates: PRINCIPAL_LAYERS,
    name: ['name'],
    called: 'managed policy',
  }),
  terraform('ssoadmin_permission_set_inline_policy', 'inline_policy', {
    layer: 'identity',
    source: 'role',
    called: 'permission set policy',
  }),
  ofResource('s3', 's3_bucket_policy', 'bucket policy'),
  ofResource('s3', 's3_bucket', 'bucket policy'),
  ofResource('kms', 'kms_key', 'key policy'),
  ofResource('kms', 'kms_key_policy', 'key policy'),
  ofResource('sqs', 'sqs_queue', 'queue policy'),
  ofResource('sqs', 'sqs_queue_policy', 'queue policy'),
  ofResource('sns', 'sns_topic', 'topic policy'),
  ofResource('sns', 'sns_topic_policy', 'topic policy'),
  ofResource('secretsmanager', 'secretsmanager_secret', 'secret policy'),
  ofResource('secretsmanager', 'secretsmanager_secret_policy', 'secret policy'),
  ofResource('ecr', 'ecr_repository_policy', 'repository policy'),
  ofResource('elasticfilesystem', 'efs_file_system_policy', 'file system policy'),
  terraform('opensearch_domain', 'access_policies', { layer: 'resource', service: 'es', called: 'domain policy' }),
  terraform('elasticsearch_domain', 'access_policies', { layer: 'resource', service: 'es', called: 'domain policy' }),
  terraform('vpc_endpoint', 'policy', { layer: 'endpoint', called: 'endpoint policy' }),
  terraform('vpc_endpoint_policy', 'policy', { layer: 'endpoint', called: 'endpoint policy' }),
]

/** Every container, the more telling first. SCPs and RCPs say their layer as a value: see organizations.ts. */
export const CONTAINERS: readonly Container[] = [...CLOUDFORMATION, ...TERRAFORM, ...COMMAND_OUTPUT]

/** What a resource-based policy is called that stands alone, by its service. */
export const RESOURCE_POLICY_NAMES: Readonly<Record<string, string>> = {
  s3: 'bucket policy',
  kms: 'key policy',
  sqs: 'queue policy',
  sns: 'topic policy',
  sts: 'trust policy',
  secretsmanager: 'secret policy',
  ecr: 'repository policy',
  lambda: 'function policy',
  dynamodb: 'table policy',
}
