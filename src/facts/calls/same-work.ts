import { isOneOf } from '../../iam/call-patterns'
import type { Layer } from '../../iam/layers'
import { CALL_FACTS } from './call-facts'
import { readBack } from './read-back'

/** Actions on one resource that a piece of work takes. */
export interface WorkGrant {
  readonly actions: readonly string[]
  /** The ARN of what they are on; gaps are filled from the request. */
  readonly on: string
  /** A layer whose policies alone are asked for it: elsewhere the call was let through before, or never is made. */
  readonly only?: Layer
  /** Is it for each repository whose image the text says could not be pulled? */
  readonly isOnFailed?: true
  /** Words of the text, or of the name of the policy, without which nothing tells that this policy is asked for it; in lower case. */
  readonly told?: readonly string[]
  readonly condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

/**
 * Calls that no client makes alone: where the first of them is refused, the others are about to be made. An Allow for the
 * one that AWS names would only move the denial to the next.
 */
export interface SameWork {
  /** What is done, as a sentence names it. */
  readonly work: string
  /** The actions of which one was refused, in lower case; `*` as in a policy. */
  readonly asked: readonly string[]
  /** The resources that were asked for, where it depends on them. */
  readonly resources?: readonly string[]
  /** Words of the text that tell the work, in lower case, ordinary ones not within an ARN; none: the action alone tells it. */
  readonly told?: readonly string[]
  /** How a command or a message of the work reads, where words alone don't tell it. */
  readonly reads?: RegExp
  /** Is the same action asked for on other resources too, which nobody chooses: each in its turn? */
  readonly isOnEach?: true
  /** Words with which it is another work. */
  readonly unless?: readonly string[]
  readonly grants: readonly WorkGrant[]
}

const on = (resource: string, ...actions: readonly string[]): WorkGrant => ({ actions, on: resource })

/** What is there to sign in comes before, and is asked on `*`. */
const withoutToken = (actions: readonly string[]): readonly string[] =>
  actions.filter((action) => action !== 'ecr:GetAuthorizationToken')

const PUSH = withoutToken(CALL_FACTS['image-push'].needs)
const PULL = withoutToken(CALL_FACTS['image-pull'].needs)
/** What signs in goes to another endpoint than what pulls; one policy can be on both. */
const TOKEN_AT_ENDPOINT: WorkGrant = {
  ...on('*', 'ecr:GetAuthorizationToken'),
  only: 'endpoint',
  told: ['ecr.api', 'ecr_api', 'ecr-api'],
}
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
const OF_CLUSTER = on(
  'arn:{partition}:kafka:{region}:{account}:cluster/{clusterPath}',
  'kafka-cluster:Connect',
  'kafka-cluster:DescribeCluster',
)
const OF_LOG_GROUP = 'arn:{partition}:logs:{region}:{account}:log-group:{logGroup}'

const CHANNELS = ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'].map(
  (name) => `ssmmessages:${name}`,
)
/** A session with a container, or with an instance that is managed already. */
const SESSIONS = [
  'execute-command',
  'executecommand',
  'ecs exec',
  'ecs-exec',
  'enable_execute_command',
  'ssm-session-worker',
  'datachannel',
]

const BACKUPS = ['backup.amazonaws.com', 'awsbackup', 'aws backup', 'serviceroleforbackup']
const COPIES = ['copysnapshot', 'copy-snapshot', 'copydbsnapshot', 'copy-db-snapshot', 'copydbclustersnapshot']
const USES_OF_KEY = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey']
const GRANTS_OF_KEY = ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant']
const OF_KEY = ['kms:decrypt', 'kms:reencrypt*', 'kms:generatedatakey*', 'kms:describekey', 'kms:creategrant']
const FOR_AWS = { Bool: { 'kms:GrantIsForAWSResource': ['true'] } }
const CNI = ['ipamd', 'aws-node', 'vpc-cni', 'amazon-k8s-cni']
const RESERVED = 'arn:{partition}:iam::{account}:role/aws-reserved/sso.amazonaws.com/*'

const OF_DATABASE = on('arn:{partition}:glue:{region}:{account}:database/{database}', '{action}')

/**
 * Making an API of API Gateway: one permission a verb, on an id that each try gets anew.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-create-and-manage-api.html
 */
const makingApi = (collection: string, ...told: readonly string[]): SameWork => {
  const all = `arn:{partition}:apigateway:{region}::/${collection}`
  const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
  return {
    work: 'creating an API',
    asked: verbs.map((verb) => `apigateway:${verb.toLowerCase()}`),
    resources: [`arn:*:apigateway:*::/${collection}`, `arn:*:apigateway:*::/${collection}/*`],
    told,
    grants: [on(all, 'apigateway:POST'), on(`${all}/*`, ...verbs.map((verb) => `apigateway:${verb}`))],
  }
}

/** The rows; of those that fit, the first. */
export const SAME_WORK: readonly SameWork[] = [
  makingApi('restapis', 'aws::apigateway::restapi', 'creating api gateway rest api'),
  makingApi('apis', 'aws::apigatewayv2::api', 'creating api gateway v2 api'),
  {
    work: 'pushing an image',
    asked: ['ecr:initiatelayerupload', 'ecr:uploadlayerpart', 'ecr:completelayerupload', 'ecr:putimage'],
    grants: [TOKEN_AT_ENDPOINT, on('{resource}', ...PUSH)],
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
  },
  {
    work: 'pushing an image',
    asked: ['ecr:batchchecklayeravailability'],
    told: PUSHES,
    grants: [TOKEN_AT_ENDPOINT, on('{resource}', ...PUSH)],
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
  },
  {
    work: 'pulling an image',
    asked: ['ecr:batchgetimage', 'ecr:getdownloadurlforlayer', 'ecr:batchchecklayeravailability'],
    unless: PUSHES,
    grants: [TOKEN_AT_ENDPOINT, { ...on('{resource}', ...PULL), isOnFailed: true }],
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
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
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
  },
  {
    work: 'what the controller tags when it creates it',
    asked: ['elasticloadbalancing:addtags'],
    told: ['elbv2.k8s.aws', 'load-balancer-controller', 'loadbalancercontroller'],
    grants: ['targetgroup/*/*', 'loadbalancer/net/*/*', 'loadbalancer/app/*/*'].map((of) => ({
      ...on(`arn:{partition}:elasticloadbalancing:*:*:${of}`, 'elasticloadbalancing:AddTags'),
      condition: {
        StringEquals: { 'elasticloadbalancing:CreateAction': ['CreateTargetGroup', 'CreateLoadBalancer'] },
        Null: { 'aws:RequestTag/elbv2.k8s.aws/cluster': ['false'] },
      },
    })),
    // https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/docs/install/iam_policy.json
  },
  {
    work: 'sending to recipients that are identities too',
    asked: ['ses:sendrawemail', 'ses:sendemail'],
    resources: ['arn:*:ses:*:*:identity/*@*'],
    told: ['rcpt to', 'recipient', 'sandbox'],
    isOnEach: true,
    grants: [
      {
        ...on('arn:{partition}:ses:{region}:{account}:identity/*', 'ses:SendRawEmail', 'ses:SendEmail'),
        condition: { StringEquals: { 'ses:FromAddress': ['<address of the sender>'] } },
      },
    ],
    // https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html has the actions and the key; that recipients are asked for too isn’t said there.
  },
  {
    work: 'delivering logs to a log group',
    asked: ['logs:createlogdelivery', 'logs:putresourcepolicy', 'logs:describeresourcepolicies'],
    told: ['log-group', 'log group', 'loggroup', 'cloudwatch logs', 'cloudwatchlogs'],
    grants: [
      on(
        '*',
        'logs:CreateLogDelivery',
        'logs:PutResourcePolicy',
        'logs:DescribeResourcePolicies',
        'logs:DescribeLogGroups',
      ),
    ],
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
  },
  {
    work: 'reading a stream',
    asked: ['dynamodb:describestream', 'dynamodb:getrecords', 'dynamodb:getsharditerator'],
    grants: [on('{resource}', 'dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator')],
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/iam-policy-example-lamda-process-dynamodb-streams.html
  },
  {
    work: 'reading a stream',
    asked: ['kinesis:getrecords', 'kinesis:getsharditerator'],
    resources: ['arn:*:kinesis:*:*:stream/*'],
    grants: [
      on(
        '{resource}',
        // Lambda checks it when an event source is made.
        'kinesis:DescribeStream',
        'kinesis:DescribeStreamSummary',
        'kinesis:GetRecords',
        'kinesis:GetShardIterator',
        'kinesis:ListShards',
      ),
    ],
    // https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html (not compared yet)
  },
  ...[
    {
      work: 'mirroring the folder',
      reads: /\bs3 sync (?!s3:|-)\S{1,300} s3:\/\/[^\n]{1,400} --delete\b/,
      actions: ['s3:PutObject', 's3:DeleteObject'],
    },
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
    grants: [
      on('arn:{partition}:s3:::{bucket}', 's3:ListBucket'),
      on('arn:{partition}:s3:::{bucket}/{folder}*', ...actions),
    ],
    // https://repost.aws/knowledge-center/s3-access-denied-listobjects-sync, https://docs.aws.amazon.com/cli/latest/reference/s3/sync.html
  })),
  {
    work: 'writing logs',
    asked: ['logs:createloggroup'],
    told: AGENTS,
    grants: [on(`${OF_LOG_GROUP}:*`, 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents')],
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-identity-based-access-control-cwl.html
  },
  {
    work: 'writing logs',
    asked: ['logs:createlogstream', 'logs:putlogevents'],
    grants: [on(`${OF_LOG_GROUP}:*`, 'logs:CreateLogStream', 'logs:PutLogEvents')],
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-identity-based-access-control-cwl.html
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
    // https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
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
    // https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
  },
  {
    work: 'writing to a topic',
    asked: ['kafka-cluster:describetopic', 'kafka-cluster:writedata'],
    told: ['producer', 'produce'],
    unless: ['consumer', 'consume'],
    grants: [on('{resource}', 'kafka-cluster:DescribeTopic', 'kafka-cluster:WriteData')],
    // https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
  },
  {
    work: 'joining a consumer group',
    asked: ['kafka-cluster:describegroup', 'kafka-cluster:altergroup'],
    resources: ['arn:*:kafka:*:group/*', ''],
    grants: [on('{resource}', 'kafka-cluster:DescribeGroup', 'kafka-cluster:AlterGroup')],
    // https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
  },
  {
    work: 'reading a topic',
    asked: ['kafka-cluster:describetopic', 'kafka-cluster:readdata'],
    told: ['consumer', 'consume'],
    unless: ['producer', 'produce'],
    grants: [on('{resource}', 'kafka-cluster:DescribeTopic', 'kafka-cluster:ReadData')],
    // https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
  },
  {
    work: 'locking the Terraform state',
    asked: ['dynamodb:getitem', 'dynamodb:putitem', 'dynamodb:deleteitem'],
    told: STATE,
    grants: [on('{resource}', 'dynamodb:DescribeTable', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem')],
    // https://developer.hashicorp.com/terraform/language/backend/s3
  },
  {
    work: 'locking the Terraform state',
    asked: ['s3:getobject', 's3:putobject', 's3:deleteobject'],
    resources: ['arn:*:s3:::*.tflock'],
    grants: [on('{resource}', 's3:GetObject', 's3:PutObject', 's3:DeleteObject')],
    // https://developer.hashicorp.com/terraform/language/backend/s3
  },
  {
    work: 'keeping the Terraform state',
    asked: ['s3:getobject', 's3:putobject'],
    told: STATE,
    grants: [on('arn:{partition}:s3:::{bucket}', 's3:ListBucket'), on('{resource}', 's3:GetObject', 's3:PutObject')],
    // https://developer.hashicorp.com/terraform/language/backend/s3
  },
  {
    work: 'keeping the Terraform state',
    asked: ['s3:listbucket'],
    told: STATE,
    grants: [
      on('arn:{partition}:s3:::{bucket}', 's3:ListBucket'),
      on('arn:{partition}:s3:::{bucket}/{stateKey}', 's3:GetObject', 's3:PutObject'),
    ],
    // https://developer.hashicorp.com/terraform/language/backend/s3
  },
  {
    work: 'opening a session',
    asked: CHANNELS.map((action) => action.toLowerCase()),
    told: SESSIONS,
    unless: ['vpc-endpoint', 'vpce-'],
    grants: [on('*', ...CHANNELS)],
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-add-permissions-to-existing-profile.html
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html (not compared yet)
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
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html (not compared yet)
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
    // https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/index.html (not compared yet)
  },
  {
    work: 'running a query',
    asked: ['athena:startqueryexecution'],
    grants: [on('{resource}', 'athena:StartQueryExecution', 'athena:GetQueryExecution', 'athena:GetQueryResults')],
    // https://docs.aws.amazon.com/athena/latest/ug/example-policies-workgroup.html
  },
  {
    work: 'running a query',
    asked: ['logs:startquery'],
    grants: [on('{resource}', 'logs:StartQuery'), on('*', 'logs:GetQueryResults')],
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/permissions-reference-cwl.html
  },
  {
    work: 'reaching the database',
    asked: ['glue:getdatabase', 'glue:createdatabase', 'glue:updatedatabase'],
    resources: ['arn:*:glue:*:*:catalog', 'arn:*:glue:*:*:database/*'],
    grants: [on('arn:{partition}:glue:{region}:{account}:catalog', '{action}'), OF_DATABASE],
    // https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html
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
    // https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html
  },
  {
    work: 'opening the shell',
    asked: ['ecs:executecommand'],
    resources: ['arn:*:ecs:*:*:task/*/*'],
    grants: [on('{resource}', '{action}'), on('arn:{partition}:ecs:{region}:{account}:cluster/{cluster}', '{action}')],
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
  },
  {
    work: 'reading the queue as an event source',
    asked: ['sqs:receivemessage', 'sqs:deletemessage', 'sqs:getqueueattributes'],
    told: ['event source', 'event_source', 'eventsourcemapping', 'function execution role'],
    grants: [on('{resource}', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes')],
    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
  },
  {
    work: 'using the key for backups',
    asked: OF_KEY,
    told: BACKUPS,
    grants: [on('{resource}', ...USES_OF_KEY), { ...on('{resource}', ...GRANTS_OF_KEY), condition: FOR_AWS }],
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html (not compared yet)
  },
  {
    work: 'using the key for a copy of a snapshot',
    asked: OF_KEY,
    told: COPIES,
    grants: [
      on('{resource}', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'),
      { ...on('{resource}', 'kms:CreateGrant'), condition: FOR_AWS },
    ],
    // https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html (not compared yet)
  },
  {
    work: 'launching instances with volumes under this key',
    asked: OF_KEY,
    told: ['awsserviceroleforautoscaling', 'autoscaling.amazonaws.com'],
    grants: [on('{resource}', ...USES_OF_KEY), { ...on('{resource}', 'kms:CreateGrant'), condition: FOR_AWS }],
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
  },
  {
    work: 'writing under the key in parts, and reading it back',
    asked: ['kms:generatedatakey'],
    told: ['multipart', 'uploadpart', 'iceberg', 'spark', 'hudi', 'tfstate'],
    grants: [on('{resource}', 'kms:GenerateDataKey', 'kms:Decrypt')],
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
  },
  {
    work: 'subscribing to the model',
    asked: ['aws-marketplace:viewsubscriptions', 'aws-marketplace:subscribe'],
    told: ['bedrock', 'model', 'converse'],
    grants: [on('*', 'aws-marketplace:ViewSubscriptions', 'aws-marketplace:Subscribe')],
    // https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html
  },
  {
    work: 'finding the subnets and security groups of pods',
    asked: ['ec2:describesubnets', 'ec2:describesecuritygroups'],
    told: CNI,
    grants: [on('*', 'ec2:DescribeSubnets', 'ec2:DescribeSecurityGroups')],
    // https://docs.aws.amazon.com/eks/latest/userguide/cni-iam-role.html
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
    // https://docs.aws.amazon.com/eks/latest/userguide/cni-iam-role.html
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
    // https://docs.aws.amazon.com/singlesignon/latest/userguide/iam-auth-access-using-id-policies.html
  },
  {
    work: 'waiting for what the state machine started',
    asked: ['events:puttargets', 'events:putrule', 'events:describerule'],
    resources: ['arn:*:events:*:*:rule/StepFunctions*'],
    grants: [on('{resource}', 'events:PutTargets', 'events:PutRule', 'events:DescribeRule')],
    // https://docs.aws.amazon.com/step-functions/latest/dg/ecs-iam.html
  },
  {
    work: 'running the build',
    asked: ['codebuild:startbuild', 'codebuild:batchgetbuilds'],
    told: ['codepipeline', 'aws-codebuild-run-build', 'startbuild.sync'],
    grants: [on('{resource}', 'codebuild:StartBuild', 'codebuild:BatchGetBuilds')],
    // https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-CodeBuild.html
  },
  {
    work: 'building in a VPC',
    asked: ['createnetworkinterface', 'deletenetworkinterface', 'createnetworkinterfacepermission'].map(
      (name) => `ec2:${name}`,
    ),
    told: ['vpc_client_error', 'codebuild'],
    grants: [
      on('*', 'ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface'),
      on('*', 'ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets', 'ec2:DescribeSecurityGroups'),
      on('*', 'ec2:DescribeDhcpOptions', 'ec2:DescribeVpcs'),
      {
        ...on('arn:{partition}:ec2:{region}:{account}:network-interface/*', 'ec2:CreateNetworkInterfacePermission'),
        condition: { StringEquals: { 'ec2:AuthorizedService': ['codebuild.amazonaws.com'] } },
      },
    ],
    // https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html (not compared yet)
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
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html
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
    // https://cert-manager.io/docs/configuration/acme/dns01/route53/
  },
  {
    work: 'scaling the group',
    asked: ['autoscaling:setdesiredcapacity', 'autoscaling:terminateinstanceinautoscalinggroup'],
    told: ['cluster-autoscaler'],
    grants: [on('{resource}', 'autoscaling:SetDesiredCapacity', 'autoscaling:TerminateInstanceInAutoScalingGroup')],
    // https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md
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
    // https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md (not compared yet)
  },
  {
    work: 'showing metrics',
    asked: ['cloudwatch:listmetrics', 'cloudwatch:getmetricdata'],
    told: ['grafana', 'datasource', 'cloudwatch_exporter', 'yace', 'datadog'],
    grants: [on('*', 'cloudwatch:ListMetrics', 'cloudwatch:GetMetricData')],
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/permissions-reference-cw.html (not compared yet)
  },
  {
    work: 'keeping the leases of the Kinesis consumer',
    asked: [
      ...['createtable', 'describetable', 'updatetable', 'scan', 'query'],
      ...['getitem', 'putitem', 'updateitem', 'deleteitem'],
    ].map((name) => `dynamodb:${name}`),
    resources: ['arn:*:dynamodb:*:*:table/*'],
    told: ['kinesis.leases', 'leasecoordinator', 'kinesis.clientlibrary', 'software.amazon.kinesis', ' kcl '],
    unless: ['/index/', '/stream/'],
    grants: [
      on(
        '{resource}',
        'dynamodb:CreateTable',
        'dynamodb:DescribeTable',
        'dynamodb:UpdateTable',
        'dynamodb:Scan',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
      ),
      on('{resource}/index/*', 'dynamodb:Query'),
    ],
    // https://docs.aws.amazon.com/streams/latest/dev/kcl-iam-permissions.html
  },
  {
    work: 'backing up volumes with Velero',
    asked: ['ec2:describevolumes', 'ec2:describesnapshots', 'ec2:createsnapshot', 'ec2:createvolume'],
    told: ['velero'],
    grants: [
      on('*', 'ec2:DescribeVolumes', 'ec2:DescribeSnapshots'),
      on('arn:{partition}:ec2:{region}:{account}:volume/*', 'ec2:CreateSnapshot', 'ec2:CreateVolume'),
      on('arn:{partition}:ec2:{region}::snapshot/*', 'ec2:CreateSnapshot', 'ec2:DeleteSnapshot', 'ec2:CreateVolume'),
      {
        ...on('arn:{partition}:ec2:{region}:{account}:volume/*', 'ec2:CreateTags'),
        condition: { StringEquals: { 'ec2:CreateAction': ['CreateVolume'] } },
      },
      {
        ...on('arn:{partition}:ec2:{region}::snapshot/*', 'ec2:CreateTags'),
        condition: { StringEquals: { 'ec2:CreateAction': ['CreateSnapshot'] } },
      },
    ],
    // https://github.com/vmware-tanzu/velero-plugin-for-aws#set-permissions-for-velero (not compared yet)
  },
  {
    work: 'restoring volumes from snapshots',
    asked: ['ec2:createvolume'],
    resources: ['arn:*:ec2:*:*:snapshot/*'],
    told: ['ebs.csi', 'ebs-csi', 'aws-ebs-csi-driver'],
    isOnEach: true,
    grants: [on('arn:{partition}:ec2:*:*:snapshot/*', 'ec2:CreateVolume')],
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEBSCSIDriverPolicy.html
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
    // https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html
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
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/integrating_ascp_irsa.html
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
    // https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
  },
  {
    work: 'calling the model through the profile',
    asked: ['bedrock:invokemodel', 'bedrock:invokemodelwithresponsestream'],
    resources: ['arn:*:bedrock:*::foundation-model/*'],
    // A profile goes by its part of the world and the id of the model.
    reads: /(?<![\w.])(?:us|us-gov|eu|apac|jp|au|ca|global)\.[a-z\d]{2,20}\.[a-z][\w.:-]{3,80}/,
    isOnEach: true,
    grants: [on('arn:{partition}:bedrock:*::foundation-model/{foundationModel}', '{action}')],
    // https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
  },
]

/** Words that repositories, roles and topics are called by too: in an ARN they tell nothing. */
const ORDINARY: ReadonlySet<string> = new Set([
  ...['push', 'pull', 'produce', 'producer', 'consume', 'consumer'],
  ...['model', 'rotate', 'rotation', 'recipient', 'sandbox'],
])

const ARN = /\barn:aws[^\s"']{1,400}/g

/** What a template makes, and reads back before it goes on. */
const madeByTemplate = (action: string, lowerText: string): SameWork | null => {
  const made = readBack(action, lowerText)
  return made && { work: made.work, asked: [action.toLowerCase()], grants: made.grants }
}

/** The work that the refused action is part of, by what was asked and the words of the text, in lower case; null: none that is known. */
export function workOf(action: string, resource: string, lowerText: string): SameWork | null {
  const plain = lowerText.replaceAll(ARN, ' ')
  const says = (word: string): boolean => (ORDINARY.has(word) ? plain : lowerText).includes(word)
  const found = SAME_WORK.find(
    ({ asked, resources, told, reads, unless }) =>
      isOneOf(asked, action) &&
      (resources === undefined || isOneOf(resources, resource)) &&
      told?.some(says) !== false &&
      reads?.test(lowerText) !== false &&
      !unless?.some(says),
  )
  return found ?? madeByTemplate(action, lowerText)
}
