import type { Confirmed, RowSource } from '../../iam/row-source'
import { isOneOf } from '../../iam/call-patterns'
import { CALL_FACTS } from './call-facts'
import { readBack } from './read-back'

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

const BACKUPS = ['backup.amazonaws.com', 'awsbackup', 'aws backup', 'serviceroleforbackup']
const COPIES = ['copysnapshot', 'copy-snapshot', 'copydbsnapshot', 'copy-db-snapshot', 'copydbclustersnapshot']
const USES_OF_KEY = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey']
const GRANTS_OF_KEY = ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant']
const OF_KEY = ['kms:decrypt', 'kms:reencrypt*', 'kms:generatedatakey*', 'kms:describekey', 'kms:creategrant']
const FOR_AWS = { Bool: { 'kms:GrantIsForAWSResource': ['true'] } }
const CNI = ['ipamd', 'aws-node', 'vpc-cni', 'amazon-k8s-cni']
const CNI_PAGE = page('eks/latest/userguide/cni-iam-role.html', '2026-11-30')
const RESERVED = 'arn:{partition}:iam::{account}:role/aws-reserved/sso.amazonaws.com/*'

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
    work: 'using the key for backups',
    asked: OF_KEY,
    told: BACKUPS,
    grants: [on('{resource}', ...USES_OF_KEY), { ...on('{resource}', ...GRANTS_OF_KEY), condition: FOR_AWS }],
    ...page('aws-backup/latest/devguide/encryption.html', 'unconfirmed'),
  },
  {
    work: 'using the key for a copy of a snapshot',
    asked: OF_KEY,
    told: COPIES,
    grants: [
      on('{resource}', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'),
      { ...on('{resource}', 'kms:CreateGrant'), condition: FOR_AWS },
    ],
    ...page('ebs/latest/userguide/ebs-encryption-requirements.html', 'unconfirmed'),
  },
  {
    work: 'launching instances with volumes under this key',
    asked: OF_KEY,
    told: ['awsserviceroleforautoscaling', 'autoscaling.amazonaws.com'],
    grants: [on('{resource}', ...USES_OF_KEY), { ...on('{resource}', 'kms:CreateGrant'), condition: FOR_AWS }],
    ...page('autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html', 'unconfirmed'),
  },
  {
    work: 'writing under the key in parts, and reading it back',
    asked: ['kms:generatedatakey'],
    told: ['multipart', 'uploadpart', 'iceberg', 'spark', 'hudi', 'tfstate'],
    grants: [on('{resource}', 'kms:GenerateDataKey', 'kms:Decrypt')],
    ...page('AmazonS3/latest/userguide/mpuoverview.html', '2026-11-30'),
  },
  {
    work: 'subscribing to the model',
    asked: ['aws-marketplace:viewsubscriptions', 'aws-marketplace:subscribe'],
    told: ['bedrock', 'model', 'converse'],
    grants: [on('*', 'aws-marketplace:ViewSubscriptions', 'aws-marketplace:Subscribe')],
    ...page('bedrock/latest/userguide/model-access.html', '2026-11-26'),
  },
  {
    work: 'finding the subnets and security groups of pods',
    asked: ['ec2:describesubnets', 'ec2:describesecuritygroups'],
    told: CNI,
    grants: [on('*', 'ec2:DescribeSubnets', 'ec2:DescribeSecurityGroups')],
    ...CNI_PAGE,
  },
  {
    work: 'giving addresses to pods',
    asked: ['describeinstances', 'describetags', 'describenetworkinterfaces', 'describeinstancetypes'].map(
      (name) => `ec2:${name}`,
    ),
    told: CNI,
    grants: [
      on(
        '*',
        'ec2:DescribeInstances',
        'ec2:DescribeTags',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeInstanceTypes',
      ),
    ],
    ...CNI_PAGE,
  },
  {
    work: 'assigning a permission set in the management account',
    asked: ['getsamlprovider', 'getrole', 'createrole', 'attachrolepolicy', 'putrolepolicy', 'list*rolepolicies'].map(
      (name) => `iam:${name}`,
    ),
    resources: ['arn:*:iam::*:saml-provider/AWSSSO_*', 'arn:*:iam::*:role/aws-reserved/sso.amazonaws.com/*'],
    grants: [
      on('arn:{partition}:iam::{account}:saml-provider/AWSSSO_*_DO_NOT_DELETE', 'iam:GetSAMLProvider'),
      on(
        RESERVED,
        'iam:GetRole',
        'iam:CreateRole',
        'iam:AttachRolePolicy',
        'iam:PutRolePolicy',
        'iam:ListAttachedRolePolicies',
        'iam:ListRolePolicies',
      ),
    ],
    ...page('singlesignon/latest/userguide/security-iam.html', 'unconfirmed'),
  },
  {
    work: 'waiting for what the state machine started',
    asked: ['events:puttargets', 'events:putrule', 'events:describerule'],
    resources: ['arn:*:events:*:*:rule/StepFunctions*'],
    grants: [on('{resource}', 'events:PutTargets', 'events:PutRule', 'events:DescribeRule')],
    ...page('step-functions/latest/dg/connect-to-resource.html', 'unconfirmed'),
  },
  {
    work: 'running the build',
    asked: ['codebuild:startbuild', 'codebuild:batchgetbuilds'],
    told: ['codepipeline', 'aws-codebuild-run-build', 'startbuild.sync'],
    grants: [on('{resource}', 'codebuild:StartBuild', 'codebuild:BatchGetBuilds')],
    ...page('codepipeline/latest/userguide/how-to-custom-role.html', 'unconfirmed'),
  },
  {
    work: 'rotating the secret',
    asked: ['describesecret', 'getsecretvalue', 'putsecretvalue', 'updatesecretversionstage'].map(
      (name) => `secretsmanager:${name}`,
    ),
    told: ['rotation', 'rotate'],
    grants: [
      on(
        '{resource}',
        'secretsmanager:DescribeSecret',
        'secretsmanager:GetSecretValue',
        'secretsmanager:PutSecretValue',
        'secretsmanager:UpdateSecretVersionStage',
      ),
    ],
    ...page('secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html', 'unconfirmed'),
  },
  {
    work: 'changing records for the certificate',
    asked: ['route53:changeresourcerecordsets'],
    resources: ['arn:*:route53:::hostedzone/*'],
    told: ['cert-manager', 'acme', 'certbot', 'dns01', 'dns-01'],
    grants: [
      on('{resource}', 'route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets'),
      on('arn:{partition}:route53:::change/*', 'route53:GetChange'),
    ],
    page: 'https://cert-manager.io/docs/configuration/acme/dns01/route53/',
    confirmed: 'unconfirmed',
  },
  {
    work: 'scaling the group',
    asked: ['autoscaling:setdesiredcapacity', 'autoscaling:terminateinstanceinautoscalinggroup'],
    told: ['cluster-autoscaler'],
    grants: [on('{resource}', 'autoscaling:SetDesiredCapacity', 'autoscaling:TerminateInstanceInAutoScalingGroup')],
    page: 'https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md',
    confirmed: 'unconfirmed',
  },
  {
    work: 'finding what can be scaled',
    asked: [
      'describeautoscalinggroups',
      'describeautoscalinginstances',
      'describelaunchconfigurations',
      'describescalingactivities',
      'describetags',
    ].map((name) => `autoscaling:${name}`),
    told: ['cluster-autoscaler'],
    grants: [
      on(
        '*',
        'autoscaling:DescribeAutoScalingGroups',
        'autoscaling:DescribeAutoScalingInstances',
        'autoscaling:DescribeLaunchConfigurations',
        'autoscaling:DescribeScalingActivities',
        'autoscaling:DescribeTags',
        'ec2:DescribeImages',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeLaunchTemplateVersions',
      ),
    ],
    page: 'https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md',
    confirmed: 'unconfirmed',
  },
  {
    work: 'showing metrics',
    asked: ['cloudwatch:listmetrics', 'cloudwatch:getmetricdata'],
    told: ['grafana', 'datasource', 'cloudwatch_exporter', 'yace', 'datadog'],
    grants: [on('*', 'cloudwatch:ListMetrics', 'cloudwatch:GetMetricData')],
    ...page('AmazonCloudWatch/latest/monitoring/permissions-reference-cw.html', 'unconfirmed'),
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
      { ...on('{resource}', 'kms:CreateGrant'), condition: FOR_AWS },
    ],
    ...page('ebs/latest/userguide/ebs-encryption-requirements.html', 'unconfirmed'),
  },
  {
    work: 'mounting the secret',
    asked: ['secretsmanager:getsecretvalue', 'secretsmanager:describesecret'],
    told: [
      'secrets-store-csi',
      'secrets-store.csi',
      'csi-secrets-store',
      'secretproviderclass',
      'externalsecret',
      'external-secrets',
    ],
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

const MADE = page('AWSCloudFormation/latest/UserGuide/resource-type-schemas.html', 'unconfirmed')

/** What a template makes, and reads back before it goes on. */
const madeByTemplate = (action: string, lowerText: string): SameWork | null => {
  const made = readBack(action, lowerText)
  return made && { work: made.work, asked: [action.toLowerCase()], grants: made.grants, ...MADE }
}

/** The work that the refused action is part of, by what was asked and the words of the text, in lower case; null: none that is known. */
export const workOf = (action: string, resource: string, lowerText: string): SameWork | null =>
  SAME_WORK.find(
    ({ asked, resources, told, reads, unless }) =>
      isOneOf(asked, action) &&
      (resources === undefined || isOneOf(resources, resource)) &&
      (told === undefined || told.some((word) => lowerText.includes(word))) &&
      reads?.test(lowerText) !== false &&
      !unless?.some((word) => lowerText.includes(word)),
  ) ?? madeByTemplate(action, lowerText)
