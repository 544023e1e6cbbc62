import { PRINCIPAL_LAYERS } from '../iam/layers'
import type { Container } from './container'
import { CLOUDFORMATION, TERRAFORM } from './template-containers'

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
  // sts assume-role, get-federation-token, in code
  {
    as: 'document',
    key: 'Policy',
    beside: ['RoleSessionName'],
    layer: 'session',
    owner: ['RoleArn'],
    called: 'session policy',
  },
  // s3api get-bucket-policy, lambda get-policy, dynamodb get-resource-policy and the like: {"Policy": "…"}
  { as: 'resource-policy', key: 'Policy', layer: null, called: 'resource policy' },
]

/** What members of the files of frameworks hold, and those of templates where nothing around tells their type. */
const BY_KEY: readonly Container[] = [
  // Serverless Framework: the policy of the API, and the statements of the role that its functions share
  resource('resourcePolicy', { called: 'resource policy' }),
  { as: 'cloudformation', key: 'iamRoleStatements', layer: 'identity', source: 'role', called: 'role policy' },
  { as: 'cloudformation', key: 'statements', below: 'iam', layer: 'identity', source: 'role', called: 'role policy' },
  // SAM: the policy of an API
  resource('CustomStatements', { service: 'execute-api', called: 'API policy' }),
  ...['AssumeRolePolicyDocument', 'assumeRolePolicyDocument', 'assumeRolePolicy', 'assume_role_policy'].map(
    (key): Container => ({ as: 'cloudformation', key, layer: 'resource', service: 'sts', called: 'trust policy' }),
  ),
  resource('KeyPolicy', { service: 'kms', called: 'key policy' }),
  resource('RepositoryPolicyText', { service: 'ecr', called: 'repository policy' }),
  resource('FileSystemPolicy', { service: 'elasticfilesystem', called: 'file system policy' }),
]

/** Every container, the more telling first. SCPs and RCPs say their layer as a value: see organizations.ts. */
export const CONTAINERS: readonly Container[] = [...CLOUDFORMATION, ...TERRAFORM, ...COMMAND_OUTPUT, ...BY_KEY]

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
  'execute-api': 'API policy',
}
