import { PRINCIPAL_LAYERS } from '../iam/layers'
import type { Container } from './container'

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
export const CLOUDFORMATION: readonly Container[] = [
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
  cloudFormation('Lambda::Permission', 'Policy', { layer: 'resource', service: 'lambda', called: 'function policy' }),
  cloudFormation('ApiGateway::RestApi', 'Policy', {
    layer: 'resource',
    service: 'execute-api',
    owner: ['Name'],
    called: 'API policy',
  }),
  cloudFormation('Serverless::Api', 'CustomStatements', {
    layer: 'resource',
    service: 'execute-api',
    called: 'API policy',
  }),
  cloudFormation('Serverless::Function', 'AssumeRolePolicyDocument', {
    layer: 'resource',
    service: 'sts',
    called: 'trust policy',
  }),
  cloudFormation('Serverless::Function', 'Policies', { layer: 'identity', source: 'role', called: 'inline policy' }),
  cloudFormation('Serverless::StateMachine', 'Policies', {
    layer: 'identity',
    source: 'role',
    called: 'inline policy',
  }),
  cloudFormation('EFS::FileSystem', 'FileSystemPolicy', {
    layer: 'resource',
    service: 'elasticfilesystem',
    called: 'file system policy',
  }),
  cloudFormation('S3::AccessPoint', 'Policy', { layer: 'resource', service: 's3', called: 'access point policy' }),
  cloudFormation('Events::EventBusPolicy', 'Statement', { layer: 'resource', service: 'events', called: 'bus policy' }),
  cloudFormation('OpenSearchService::Domain', 'AccessPolicies', {
    layer: 'resource',
    service: 'es',
    called: 'domain policy',
  }),
  cloudFormation('EC2::VPCEndpoint', 'PolicyDocument', { layer: 'endpoint', called: 'endpoint policy' }),
  cloudFormation('IoT::Policy', 'PolicyDocument', {
    layer: null,
    candidates: [],
    name: ['PolicyName'],
    called: 'AWS IoT policy',
  }),
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
export const TERRAFORM: readonly Container[] = [
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
    owner: ['role'],
    called: 'inline policy',
  }),
  terraform('iam_user_policy', 'policy', {
    layer: 'identity',
    source: 'user',
    name: ['name'],
    owner: ['user'],
    called: 'inline policy',
  }),
  terraform('iam_group_policy', 'policy', {
    layer: 'identity',
    source: 'group',
    name: ['name'],
    owner: ['group'],
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
  terraform('iot_policy', 'policy', { layer: null, candidates: [], name: ['name'], called: 'AWS IoT policy' }),
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
  ofResource('lambda', 'lambda_permission', 'function policy'),
  ofResource('ecr', 'ecr_repository_policy', 'repository policy'),
  ofResource('execute-api', 'api_gateway_rest_api_policy', 'API policy'),
  ofResource('execute-api', 'api_gateway_rest_api', 'API policy'),
  ofResource('events', 'cloudwatch_event_bus_policy', 'bus policy'),
  ofResource('s3', 's3_access_point', 'access point policy'),
  ofResource('s3', 's3control_access_point_policy', 'access point policy'),
  ofResource('dynamodb', 'dynamodb_resource_policy', 'table policy'),
  ofResource('elasticfilesystem', 'efs_file_system_policy', 'file system policy'),
  terraform('opensearch_domain', 'access_policies', { layer: 'resource', service: 'es', called: 'domain policy' }),
  terraform('elasticsearch_domain', 'access_policies', { layer: 'resource', service: 'es', called: 'domain policy' }),
  terraform('vpc_endpoint', 'policy', { layer: 'endpoint', called: 'endpoint policy' }),
  terraform('vpc_endpoint_policy', 'policy', { layer: 'endpoint', called: 'endpoint policy' }),
]
