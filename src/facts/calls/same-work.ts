import type { Confirmed, RowSource } from '../../iam/row-source'
import { isOneOf } from '../../iam/call-patterns'
import { CALL_FACTS } from './call-facts'

/** Actions on one resource that a piece of work takes. */
export interface WorkGrant {
  readonly actions: readonly string[]
  /** The ARN of what they are on; gaps are filled from the request. */
  readonly on: string
  readonly condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

/**
 * Calls that no client makes alone: where the first of them is refused, the others are about to be made. An Allow for the
 * one that AWS names would only move the denial to the next.
 */
export interface SameWork extends RowSource {
  /** What is done, as a sentence names it. */
  readonly work: string
  /** The actions of which one was refused, in lower case; `*` as in a policy. */
  readonly asked: readonly string[]
  /** The resources that were asked for, where it depends on them. */
  readonly resources?: readonly string[]
  /** Words of the text that tell the work, in lower case; none: the action alone tells it. */
  readonly told?: readonly string[]
  /** How a command or a message of the work reads, where words alone don't tell it. */
  readonly reads?: RegExp
  /** Is the same action asked for on other resources too, which nobody chooses: each in its turn? */
  readonly isOnEach?: true
  /** Words with which it is another work. */
  readonly unless?: readonly string[]
  readonly grants: readonly WorkGrant[]
}

const DOCS = 'https://docs.aws.amazon.com/'

const on = (resource: string, ...actions: readonly string[]): WorkGrant => ({ actions, on: resource })

const page = (path: string, confirmed: Confirmed): RowSource => ({ page: DOCS + path, confirmed })

/** What is there to sign in comes before, and is asked on `*`. */
const withoutToken = (actions: readonly string[]): readonly string[] =>
  actions.filter((action) => action !== 'ecr:GetAuthorizationToken')

const PUSH = withoutToken(CALL_FACTS['image-push'].needs)
const PULL = withoutToken(CALL_FACTS['image-pull'].needs)
const PUSHES = ['push', 'buildx', 'kaniko', 'buildpack']
const STATE = [
  'tfstate',
  'state lock',
  'terraform init',
  'state data in s3',
  'backend "s3"',
  'remote state',
  'refreshing state',
  'state snapshots',
  'loading state',
  'saving state',
  'existing workspaces',
]
const AGENTS = [
  'fluent',
  'cloudwatch_logs',
  'awslogs',
  'cloudwatch agent',
  'cloudwatch-agent',
  'amazon-cloudwatch',
  'containerinsights',
  'winston-cloudwatch',
  'watchtower',
]
const BACKEND: RowSource = {
  page: 'https://developer.hashicorp.com/terraform/language/backend/s3',
  confirmed: 'unconfirmed',
}
const MSK = page('msk/latest/developerguide/create-iam-access-control-policies.html', 'unconfirmed')
const OF_CLUSTER = on(
  'arn:{partition}:kafka:{region}:{account}:cluster/{clusterPath}',
  'kafka-cluster:Connect',
  'kafka-cluster:DescribeCluster',
)
const LOGS = page('AmazonCloudWatch/latest/logs/iam-identity-based-access-control-cwl.html', '2026-11-30')
const OF_LOG_GROUP = 'arn:{partition}:logs:{region}:{account}:log-group:{logGroup}'

const GLUE = page('glue/latest/dg/glue-specifying-resource-arns.html', '2026-11-26')
const OF_DATABASE = on('arn:{partition}:glue:{region}:{account}:database/{database}', '{action}')

/** The rows; of those that fit, the first. */
export const SAME_WORK: readonly SameWork[] = [
  {
    work: 'pushing an image',
    asked: ['ecr:initiatelayerupload', 'ecr:uploadlayerpart', 'ecr:completelayerupload', 'ecr:putimage'],
    grants: [on('{resource}', ...PUSH)],
    ...page('AmazonECR/latest/userguide/image-push-iam.html', '2026-11-26'),
  },
  {
    work: 'pushing an image',
    asked: ['ecr:batchchecklayeravailability'],
    told: PUSHES,
    grants: [on('{resource}', ...PUSH)],
    ...page('AmazonECR/latest/userguide/image-push-iam.html', '2026-11-26'),
  },
  {
    work: 'pulling an image',
    asked: ['ecr:batchgetimage', 'ecr:getdownloadurlforlayer', 'ecr:batchchecklayeravailability'],
    unless: PUSHES,
    grants: [on('{resource}', ...PULL)],
    ...page('AmazonECR/latest/userguide/image-push-iam.html', '2026-11-26'),
  },
  {
    work: 'pulling an image',
    asked: ['ecr:getauthorizationtoken'],
    told: ['pull'],
    unless: ['public.ecr', ...PUSHES],
    grants: [
      on('*', 'ecr:GetAuthorizationToken'),
      on('arn:{partition}:ecr:{region}:{account}:repository/{repository}', ...PULL),
    ],
    ...page('AmazonECR/latest/userguide/image-push-iam.html', '2026-11-26'),
  },
  {
    work: 'reading a stream',
    asked: ['dynamodb:describestream', 'dynamodb:getrecords', 'dynamodb:getsharditerator'],
    grants: [on('{resource}', 'dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator')],
    ...page('amazondynamodb/latest/developerguide/Streams.Lambda.html', 'unconfirmed'),
  },
  {
    work: 'reading a stream',
    asked: ['kinesis:getrecords', 'kinesis:getsharditerator'],
    resources: ['arn:*:kinesis:*:*:stream/*'],
    grants: [
      on(
        '{resource}',
        'kinesis:DescribeStreamSummary',
        'kinesis:GetRecords',
        'kinesis:GetShardIterator',
        'kinesis:ListShards',
      ),
    ],
    ...page('streams/latest/dev/controlling-access.html', 'unconfirmed'),
  },
  ...[
    {
      work: 'downloading the folder',
      reads: /\bs3 (?:sync|cp) s3:\/\/\S{1,300} (?!s3:|-)\S/,
      actions: ['s3:GetObject'],
    },
    { work: 'uploading the folder', reads: /\bs3 (?:sync|cp) (?!s3:|-)\S{1,300} s3:\/\//, actions: ['s3:PutObject'] },
  ].map(({ work, reads, actions }): SameWork => ({
    work,
    asked: ['s3:listbucket'],
    reads,
    grants: [on('arn:{partition}:s3:::{bucket}', 's3:ListBucket'), on('arn:{partition}:s3:::{bucket}/*', ...actions)],
    ...page('cli/latest/reference/s3/sync.html', 'unconfirmed'),
  })),
  {
    work: 'writing logs',
    asked: ['logs:createloggroup'],
    told: AGENTS,
    grants: [on(`${OF_LOG_GROUP}:*`, 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents')],
    ...LOGS,
  },
  {
    work: 'writing logs',
    asked: ['logs:createlogstream', 'logs:putlogevents'],
    grants: [on(`${OF_LOG_GROUP}:*`, 'logs:CreateLogStream', 'logs:PutLogEvents')],
    ...LOGS,
  },
  {
    work: 'writing to a topic',
    asked: ['kafka-cluster:connect'],
    told: ['producer', 'produce'],
    unless: ['consumer', 'consume'],
    grants: [
      OF_CLUSTER,
      on(
        'arn:{partition}:kafka:{region}:{account}:topic/{clusterPath}/{topic}',
        'kafka-cluster:DescribeTopic',
        'kafka-cluster:WriteData',
      ),
    ],
    ...MSK,
  },
  {
    work: 'reading a topic',
    asked: ['kafka-cluster:connect'],
    grants: [
      OF_CLUSTER,
      on(
        'arn:{partition}:kafka:{region}:{account}:topic/{clusterPath}/{topic}',
        'kafka-cluster:DescribeTopic',
        'kafka-cluster:ReadData',
      ),
      on(
        'arn:{partition}:kafka:{region}:{account}:group/{clusterPath}/{group}',
        'kafka-cluster:AlterGroup',
        'kafka-cluster:DescribeGroup',
      ),
    ],
    ...MSK,
  },
  {
    work: 'locking the Terraform state',
    asked: ['dynamodb:getitem', 'dynamodb:putitem', 'dynamodb:deleteitem'],
    told: STATE,
    grants: [on('{resource}', 'dynamodb:DescribeTable', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem')],
    ...BACKEND,
  },
  {
    work: 'keeping the Terraform state',
    asked: ['s3:getobject', 's3:putobject'],
    told: STATE,
    grants: [on('arn:{partition}:s3:::{bucket}', 's3:ListBucket'), on('{resource}', 's3:GetObject', 's3:PutObject')],
    ...BACKEND,
  },
  {
    work: 'keeping the Terraform state',
    asked: ['s3:listbucket'],
    told: STATE,
    grants: [
      on('arn:{partition}:s3:::{bucket}', 's3:ListBucket'),
      on('arn:{partition}:s3:::{bucket}/{stateKey}', 's3:GetObject', 's3:PutObject'),
    ],
    ...BACKEND,
  },
  {
    work: 'managing the instance with Systems Manager',
    asked: ['ssm:updateinstanceinformation', 'ssmmessages:*', 'ec2messages:*'],
    unless: ['vpc-endpoint', 'vpce-'],
    grants: [
      on(
        '*',
        'ssm:UpdateInstanceInformation',
        'ssm:ListAssociations',
        'ssm:ListInstanceAssociations',
        'ssmmessages:CreateControlChannel',
        'ssmmessages:CreateDataChannel',
        'ssmmessages:OpenControlChannel',
        'ssmmessages:OpenDataChannel',
        'ec2messages:AcknowledgeMessage',
        'ec2messages:DeleteMessage',
        'ec2messages:FailMessage',
        'ec2messages:GetEndpoint',
        'ec2messages:GetMessages',
        'ec2messages:SendReply',
      ),
    ],
    ...page('systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html', 'unconfirmed'),
  },
  {
    work: 'deploying a stack',
    asked: ['cloudformation:createchangeset', 'cloudformation:describechangeset', 'cloudformation:executechangeset'],
    resources: ['arn:*:cloudformation:*:*:stack/*'],
    grants: [
      on(
        '{resource}',
        'cloudformation:DescribeStacks',
        'cloudformation:CreateChangeSet',
        'cloudformation:DescribeChangeSet',
        'cloudformation:ExecuteChangeSet',
      ),
    ],
    ...page('cli/latest/reference/cloudformation/deploy/index.html', 'unconfirmed'),
  },
  {
    work: 'running a query',
    asked: ['athena:startqueryexecution'],
    grants: [on('{resource}', 'athena:StartQueryExecution', 'athena:GetQueryExecution', 'athena:GetQueryResults')],
    ...page('athena/latest/ug/example-policies-workgroup.html', '2026-11-30'),
  },
  {
    work: 'running a query',
    asked: ['logs:startquery'],
    grants: [on('{resource}', 'logs:StartQuery'), on('*', 'logs:GetQueryResults')],
    ...page('AmazonCloudWatch/latest/logs/permissions-reference-cwl.html', '2026-11-30'),
  },
  {
    work: 'reaching the database',
    asked: ['glue:getdatabase', 'glue:createdatabase', 'glue:updatedatabase'],
    resources: ['arn:*:glue:*:*:catalog', 'arn:*:glue:*:*:database/*'],
    grants: [on('arn:{partition}:glue:{region}:{account}:catalog', '{action}'), OF_DATABASE],
    ...GLUE,
  },
  {
    work: 'reaching the table',
    asked: ['gettable', 'gettables', 'getpartition*', 'batchgetpartition', 'createtable', 'updatetable'].map(
      (name) => `glue:${name}`,
    ),
    resources: ['arn:*:glue:*:*:catalog', 'arn:*:glue:*:*:database/*', 'arn:*:glue:*:*:table/*'],
    grants: [
      on('arn:{partition}:glue:{region}:{account}:catalog', '{action}'),
      OF_DATABASE,
      on('arn:{partition}:glue:{region}:{account}:table/{database}/{table}', '{action}'),
    ],
    ...GLUE,
  },
  {
    work: 'opening the shell',
    asked: ['ecs:executecommand'],
    resources: ['arn:*:ecs:*:*:task/*/*'],
    grants: [on('{resource}', '{action}'), on('arn:{partition}:ecs:{region}:{account}:cluster/{cluster}', '{action}')],
    ...page('service-authorization/latest/reference/list_amazonelasticcontainerservice.html', '2026-11-28'),
  },
  {
    work: 'reading the queue as an event source',
    asked: ['sqs:receivemessage', 'sqs:deletemessage', 'sqs:getqueueattributes'],
    told: ['event source', 'event_source', 'eventsourcemapping', 'function execution role'],
    grants: [on('{resource}', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes')],
    ...page('lambda/latest/dg/services-sqs-configure.html', '2026-11-30'),
  },
  {
    work: 'making an encrypted volume',
    asked: ['generatedatakeywithoutplaintext', 'creategrant', 'decrypt', 'describekey', 'reencrypt*'].map(
      (name) => `kms:${name}`,
    ),
    told: ['ebs.csi', 'ebs-csi', 'ec2:createvolume', 'createvolume'],
    grants: [
      on(
        '{resource}',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ),
      { ...on('{resource}', 'kms:CreateGrant'), condition: { Bool: { 'kms:GrantIsForAWSResource': ['true'] } } },
    ],
    ...page('ebs/latest/userguide/ebs-encryption-requirements.html', 'unconfirmed'),
  },
  {
    work: 'mounting the secret',
    asked: ['secretsmanager:getsecretvalue', 'secretsmanager:describesecret'],
    told: ['secrets-store-csi', 'secrets-store.csi', 'csi-secrets-store', 'secretproviderclass'],
    grants: [on('{resource}', 'secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret')],
    ...page('secretsmanager/latest/userguide/integrating_csi_driver.html', 'unconfirmed'),
  },
  {
    work: 'calling the model through the profile',
    asked: ['bedrock:invokemodel', 'bedrock:invokemodelwithresponsestream'],
    resources: ['arn:*:bedrock:*:*:inference-profile/*'],
    grants: [
      on('{resource}', '{action}'),
      {
        ...on('arn:{partition}:bedrock:*::foundation-model/{profileModel}', '{action}'),
        condition: { StringLike: { 'bedrock:InferenceProfileArn': ['{resource}'] } },
      },
    ],
    ...page('bedrock/latest/userguide/inference-profiles-prereq.html', '2026-11-30'),
  },
  {
    work: 'calling the model through the profile',
    asked: ['bedrock:invokemodel', 'bedrock:invokemodelwithresponsestream'],
    resources: ['arn:*:bedrock:*::foundation-model/*'],
    // A profile goes by its part of the world and the id of the model.
    reads: /(?<![\w.])(?:us|us-gov|eu|apac|jp|au|ca|global)\.[a-z\d]{2,20}\.[a-z][\w.:-]{3,80}/,
    isOnEach: true,
    grants: [on('arn:{partition}:bedrock:*::foundation-model/{foundationModel}', '{action}')],
    ...page('bedrock/latest/userguide/inference-profiles-prereq.html', '2026-11-30'),
  },
]

/** The work that the refused action is part of, by what was asked and the words of the text, in lower case; null: none that is known. */
export const workOf = (action: string, resource: string, lowerText: string): SameWork | null =>
  SAME_WORK.find(
    ({ asked, resources, told, reads, unless }) =>
      isOneOf(asked, action) &&
      (resources === undefined || isOneOf(resources, resource)) &&
      (told === undefined || told.some((word) => lowerText.includes(word))) &&
      reads?.test(lowerText) !== false &&
      !unless?.some((word) => lowerText.includes(word)),
  ) ?? null
