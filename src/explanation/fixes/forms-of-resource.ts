import { firstInPath } from '../../iam/arn'
import type { ShellCommand } from '../../text/shell-quote'
import type { NamedResource } from '../steps/resource-commands'
import { accessPointName, lastPart, withoutType } from '../steps/resource-names'
import { command, literal } from '../steps/script'
import type { Block, CodeForm } from './code-forms'

/** How a resource's own policy is put, in each form. Null: there is no such form. */
interface ResourceForms {
  readonly cli: (resource: NamedResource, policy: string, region: readonly string[]) => ShellCommand | null
  readonly terraform: (resource: NamedResource) => Block | null
  readonly cdk: (resource: NamedResource) => CodeForm | null
}

const cli =
  (...words: readonly string[]) =>
  (fill: (resource: NamedResource) => readonly string[], option: string): ResourceForms['cli'] =>
  (resource, policy, region) =>
    literal(['aws', ...words, ...fill(resource), option, policy, ...region])

const bucketName = ({ name }: NamedResource): string => firstInPath(name)

const queueUrl = ({ region, account, name, arn }: NamedResource): string =>
  `https://sqs.${region}.amazonaws.com${arn.startsWith('arn:aws-cn:') ? '.cn' : ''}/${account}/${name}`

const domainName = ({ name }: NamedResource): string => firstInPath(withoutType(name))

const putQueuePolicy: ResourceForms['cli'] = ({ name, account }, policy, region) =>
  command(
    ...['aws', 'sqs', 'set-queue-attributes', '--queue-url'],
    {
      output: [
        ...['aws', 'sqs', 'get-queue-url', '--queue-name', name, '--queue-owner-aws-account-id', account],
        ...['--query', 'QueueUrl', '--output', 'text', ...region],
      ],
    },
    ...['--attributes', JSON.stringify({ Policy: policy }), ...region],
  )

const accessPoint: ResourceForms = {
  cli: cli('s3control', 'put-access-point-policy')(
    ({ account, name }) => ['--account-id', account, '--name', accessPointName(name) ?? ''],
    '--policy',
  ),
  terraform: ({ arn, name }) => ({
    type: 'aws_s3control_access_point_policy',
    fields: { access_point_arn: arn.replace(`:${name}`, `:accesspoint/${accessPointName(name) ?? ''}`) },
    policy: 'policy',
  }),
  cdk: () => ({ kind: 'property', construct: 's3.CfnAccessPoint', of: 'accessPoint', property: 'Policy' }),
}

const bucket: ResourceForms = {
  cli: cli('s3api', 'put-bucket-policy')((resource) => ['--bucket', bucketName(resource)], '--policy'),
  terraform: (resource) => ({
    type: 'aws_s3_bucket_policy',
    fields: { bucket: bucketName(resource) },
    policy: 'policy',
  }),
  cdk: (resource) => ({
    kind: 'construct',
    type: 's3.CfnBucketPolicy',
    fields: { bucket: bucketName(resource) },
    policy: 'policyDocument',
  }),
}

/** An access point has a policy of its own. */
const bucketOrAccessPoint = ({ name }: NamedResource): ResourceForms =>
  accessPointName(name) === null ? bucket : accessPoint

const s3: ResourceForms = {
  cli: (resource, policy, region) => bucketOrAccessPoint(resource).cli(resource, policy, region),
  terraform: (resource) => bucketOrAccessPoint(resource).terraform(resource),
  cdk: (resource) => bucketOrAccessPoint(resource).cdk(resource),
}

/** Each service that has resource-based policies, by the service in its ARNs. */
const FORMS: Readonly<Record<string, ResourceForms>> = {
  s3,
  kms: {
    cli: cli('kms', 'put-key-policy')(({ arn }) => ['--key-id', arn, '--policy-name', 'default'], '--policy'),
    terraform: ({ arn }) => ({ type: 'aws_kms_key_policy', fields: { key_id: arn }, policy: 'policy' }),
    cdk: () => ({ kind: 'property', construct: 'kms.CfnKey', of: 'key', property: 'KeyPolicy' }),
  },
  sqs: {
    cli: putQueuePolicy,
    terraform: (resource) => ({
      type: 'aws_sqs_queue_policy',
      fields: { queue_url: queueUrl(resource) },
      policy: 'policy',
    }),
    cdk: (resource) => ({
      kind: 'construct',
      type: 'sqs.CfnQueuePolicy',
      fields: { queues: [queueUrl(resource)] },
      policy: 'policyDocument',
    }),
  },
  sns: {
    cli: cli('sns', 'set-topic-attributes')(
      ({ arn }) => ['--topic-arn', arn, '--attribute-name', 'Policy'],
      '--attribute-value',
    ),
    terraform: ({ arn }) => ({ type: 'aws_sns_topic_policy', fields: { arn }, policy: 'policy' }),
    cdk: ({ arn }) => ({
      kind: 'construct',
      type: 'sns.CfnTopicPolicy',
      fields: { topics: [arn] },
      policy: 'policyDocument',
    }),
  },
  secretsmanager: {
    cli: cli('secretsmanager', 'put-resource-policy')(({ arn }) => ['--secret-id', arn], '--resource-policy'),
    terraform: ({ arn }) => ({
      type: 'aws_secretsmanager_secret_policy',
      fields: { secret_arn: arn },
      policy: 'policy',
    }),
    cdk: ({ arn }) => ({
      kind: 'construct',
      type: 'secretsmanager.CfnResourcePolicy',
      fields: { secretId: arn },
      policy: 'resourcePolicy',
    }),
  },
  dynamodb: {
    cli: cli('dynamodb', 'put-resource-policy')(({ arn }) => ['--resource-arn', arn], '--policy'),
    terraform: ({ arn }) => ({
      type: 'aws_dynamodb_resource_policy',
      fields: { resource_arn: arn },
      policy: 'policy',
    }),
    cdk: () => ({
      kind: 'property',
      construct: 'dynamodb.CfnTable',
      of: 'table',
      property: 'ResourcePolicy.PolicyDocument',
    }),
  },
  kinesis: {
    cli: cli('kinesis', 'put-resource-policy')(({ arn }) => ['--resource-arn', arn], '--policy'),
    terraform: ({ arn }) => ({
      type: 'aws_kinesis_resource_policy',
      fields: { resource_arn: arn },
      policy: 'policy',
    }),
    cdk: ({ arn }) => ({
      kind: 'construct',
      type: 'kinesis.CfnResourcePolicy',
      fields: { resourceArn: arn },
      policy: 'resourcePolicy',
    }),
  },
  ecr: {
    cli: cli('ecr', 'set-repository-policy')(
      ({ account, name }) => ['--registry-id', account, '--repository-name', withoutType(name)],
      '--policy-text',
    ),
    terraform: ({ name }) => ({
      type: 'aws_ecr_repository_policy',
      fields: { repository: withoutType(name) },
      policy: 'policy',
    }),
    cdk: () => ({
      kind: 'property',
      construct: 'ecr.CfnRepository',
      of: 'repository',
      property: 'RepositoryPolicyText',
    }),
  },
  iam: {
    cli: cli('iam', 'update-assume-role-policy')(({ name }) => ['--role-name', lastPart(name)], '--policy-document'),
    terraform: ({ name }) => ({
      type: 'aws_iam_role',
      fields: { name: lastPart(name) },
      policy: 'assume_role_policy',
    }),
    cdk: () => ({ kind: 'property', construct: 'iam.CfnRole', of: 'role', property: 'AssumeRolePolicyDocument' }),
  },
  events: {
    cli: cli('events', 'put-permission')(({ name }) => ['--event-bus-name', withoutType(name)], '--policy'),
    terraform: ({ name }) => ({
      type: 'aws_cloudwatch_event_bus_policy',
      fields: { event_bus_name: withoutType(name) },
      policy: 'policy',
    }),
    cdk: () => ({ kind: 'property', construct: 'events.CfnEventBus', of: 'bus', property: 'Policy' }),
  },
  elasticfilesystem: {
    cli: cli('efs', 'put-file-system-policy')(({ name }) => ['--file-system-id', lastPart(name)], '--policy'),
    terraform: ({ name }) => ({
      type: 'aws_efs_file_system_policy',
      fields: { file_system_id: lastPart(name) },
      policy: 'policy',
    }),
    cdk: () => ({
      kind: 'property',
      construct: 'efs.CfnFileSystem',
      of: 'fileSystem',
      property: 'FileSystemPolicy',
    }),
  },
  backup: {
    cli: cli('backup', 'put-backup-vault-access-policy')(
      ({ name }) => ['--backup-vault-name', lastPart(name)],
      '--policy',
    ),
    terraform: ({ name }) => ({
      type: 'aws_backup_vault_policy',
      fields: { backup_vault_name: lastPart(name) },
      policy: 'policy',
    }),
    cdk: () => ({ kind: 'property', construct: 'backup.CfnBackupVault', of: 'vault', property: 'AccessPolicy' }),
  },
  glue: {
    cli: cli('glue', 'put-resource-policy')(() => [], '--policy-in-json'),
    terraform: () => ({ type: 'aws_glue_resource_policy', fields: {}, policy: 'policy' }),
    cdk: () => null,
  },
  es: {
    cli: cli('opensearch', 'update-domain-config')(
      (resource) => ['--domain-name', domainName(resource)],
      '--access-policies',
    ),
    terraform: (resource) => ({
      type: 'aws_opensearch_domain_policy',
      fields: { domain_name: domainName(resource) },
      policy: 'access_policies',
    }),
    cdk: () => ({
      kind: 'property',
      construct: 'opensearchservice.CfnDomain',
      of: 'domain',
      property: 'AccessPolicies',
    }),
  },
}

/** The forms of a service's resource-based policies; null where none are known. */
export const resourceForms = ({ service }: NamedResource): ResourceForms | null =>
  Object.hasOwn(FORMS, service) ? (FORMS[service] ?? null) : null
