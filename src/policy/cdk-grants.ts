import { unread } from '../text/hcl-template'
import type { JsonNode } from '../text/json-node'
import { LEFT_OUT } from '../text/loose/values'
import type { JsonObject } from '../text/json-tree'
import { listNode, objectNode, textNode } from './tree-parts'
import { own } from '../text/own'

/** What `grant…` on a construct of one kind adds to the grantee's identity-based policy. */
interface Grant {
  readonly actions: readonly string[]
  /** What stands after the name of the construct: the attribute with its ARN, and what is below it. */
  readonly resources: readonly string[]
}

/** The kinds of constructs, told by what they are called in code. */
const KINDS: Readonly<Record<string, RegExp>> = {
  s3: /bucket/i,
  dynamodb: /table/i,
  sqs: /queue|dlq/i,
  sns: /topic/i,
  secretsmanager: /secret/i,
  ssm: /param/i,
  kms: /key/i,
  kinesis: /stream/i,
  ecr: /repo/i,
  logs: /log/i,
}

const S3_READ = ['s3:GetObject*', 's3:GetBucket*', 's3:List*']
const S3_PUT = [
  's3:PutObject',
  's3:PutObjectLegalHold',
  's3:PutObjectRetention',
  's3:PutObjectTagging',
  's3:PutObjectVersionTagging',
  's3:Abort*',
]
const S3_WRITE = ['s3:DeleteObject*', ...S3_PUT]
const DYNAMODB_READ = [
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:GetItem',
  'dynamodb:Scan',
  'dynamodb:ConditionCheckItem',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
]
const DYNAMODB_WRITE = ['dynamodb:BatchWriteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem']
const DESCRIBE_TABLE = 'dynamodb:DescribeTable'
const KINESIS_READ = [
  'kinesis:DescribeStreamSummary',
  'kinesis:GetRecords',
  'kinesis:GetShardIterator',
  'kinesis:ListShards',
  'kinesis:SubscribeToShard',
  'kinesis:DescribeStream',
  'kinesis:ListStreams',
  'kinesis:DescribeStreamConsumer',
]
const KINESIS_WRITE = ['kinesis:ListShards', 'kinesis:PutRecord', 'kinesis:PutRecords']
const ENCRYPT = ['kms:Encrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*']

const BUCKET = ['.bucketArn', '.bucketArn/*']
const OBJECTS = ['.bucketArn/*']
const TABLE = ['.tableArn', '.tableArn/index/*']
const QUEUE = ['.queueArn']
const REPOSITORY = ['.repositoryArn']

const on = (resources: readonly string[], ...actions: readonly string[]): Grant => ({ actions, resources })

/**
 * The methods of CDK constructs by name; where constructs of several kinds have one, by kind. Written as the current
 * aws-cdk-lib writes them: earlier versions granted a little more or less.
 * https://docs.aws.amazon.com/cdk/v2/guide/permissions.html
 */
const CDK_GRANTS: Readonly<Record<string, Grant | Readonly<Record<string, Grant>>>> = {
  grantRead: {
    s3: on(BUCKET, ...S3_READ),
    secretsmanager: on(['.secretArn'], 'secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'),
    ssm: on(
      ['.parameterArn'],
      'ssm:DescribeParameters',
      'ssm:GetParameters',
      'ssm:GetParameter',
      'ssm:GetParameterHistory',
    ),
    kinesis: on(['.streamArn'], ...KINESIS_READ),
    ecr: on(REPOSITORY, 'ecr:DescribeRepositories', 'ecr:DescribeImages'),
  },
  grantWrite: {
    s3: on(BUCKET, ...S3_WRITE),
    secretsmanager: on(
      ['.secretArn'],
      'secretsmanager:PutSecretValue',
      'secretsmanager:UpdateSecret',
      'secretsmanager:UpdateSecretVersionStage',
    ),
    ssm: on(['.parameterArn'], 'ssm:PutParameter'),
    kinesis: on(['.streamArn'], ...KINESIS_WRITE),
    logs: on(['.logGroupArn'], 'logs:CreateLogStream', 'logs:PutLogEvents'),
  },
  grantReadWrite: {
    s3: on(BUCKET, ...S3_READ, ...S3_WRITE),
    kinesis: on(['.streamArn'], ...new Set([...KINESIS_READ, ...KINESIS_WRITE])),
  },
  grantPut: { s3: on(OBJECTS, ...S3_PUT) },
  grantPutAcl: { s3: on(OBJECTS, 's3:PutObjectAcl', 's3:PutObjectVersionAcl') },
  grantDelete: { s3: on(OBJECTS, 's3:DeleteObject*') },
  grantReadData: on(TABLE, ...DYNAMODB_READ, DESCRIBE_TABLE),
  grantWriteData: on(TABLE, ...DYNAMODB_WRITE, DESCRIBE_TABLE),
  grantReadWriteData: on(TABLE, ...DYNAMODB_READ, ...DYNAMODB_WRITE, DESCRIBE_TABLE),
  grantFullAccess: { dynamodb: on(TABLE, 'dynamodb:*') },
  grantStreamRead: on(
    ['.tableStreamArn'],
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
  ),
  grantInvoke: on(['.functionArn', '.functionArn:*'], 'lambda:InvokeFunction'),
  grantInvokeUrl: on(['.functionArn'], 'lambda:InvokeFunctionUrl'),
  grantSendMessages: on(QUEUE, 'sqs:SendMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'),
  grantConsumeMessages: on(
    QUEUE,
    'sqs:ReceiveMessage',
    'sqs:ChangeMessageVisibility',
    'sqs:GetQueueUrl',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
  ),
  grantPurge: on(QUEUE, 'sqs:PurgeQueue', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'),
  grantPublish: on(['.topicArn'], 'sns:Publish'),
  grantSubscribe: on(['.topicArn'], 'sns:Subscribe'),
  grantDecrypt: on(['.keyArn'], 'kms:Decrypt'),
  grantEncrypt: on(['.keyArn'], ...ENCRYPT),
  grantEncryptDecrypt: on(['.keyArn'], 'kms:Decrypt', ...ENCRYPT),
  grantStartExecution: on(['.stateMachineArn'], 'states:StartExecution'),
  grantStartSyncExecution: on(['.stateMachineArn'], 'states:StartSyncExecution'),
  grantPutEventsTo: on(['.eventBusArn'], 'events:PutEvents'),
  grantPassRole: on(['.roleArn'], 'iam:PassRole'),
  grantAssumeRole: on(['.roleArn'], 'sts:AssumeRole'),
}

/** Python's names for the methods. */
const camelCase = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const isGrant = (row: Grant | Readonly<Record<string, Grant>>): row is Grant => Array.isArray(row.actions)

function grantOf(construct: string, method: string): Grant | null {
  const row = own(CDK_GRANTS, method)
  if (row === undefined) return null
  if (isGrant(row)) return row
  const [kind] = Object.entries(KINDS).find(([kind, name]) => Object.hasOwn(row, kind) && name.test(construct)) ?? []
  return kind === undefined ? null : (own(row, kind) ?? null)
}

const IMPORTED_TABLE =
  /\b([A-Za-z_]\w{0,60})(?:\s?:\s?[\w.]{1,60})?\s{0,4}=\s{0,8}(?:[\w.]{1,60}\.)?Table(?:V2)?\.(?:fromTable(?:Name|Arn)|from_table_(?:name|arn))\b/g

/** What a program calls the tables that it takes by their name or ARN. */
export const importedTablesIn = (code: string): ReadonlySet<string> =>
  new Set([...code.matchAll(IMPORTED_TABLE)].map(([, variable = '']) => variable))

/** Is this a method by which a construct grants? */
export const isGrantMethod = (name: string): boolean => Object.hasOwn(CDK_GRANTS, camelCase(name))

/**
 * The statement that `construct.method(grantee)` adds. Where the construct's name does not tell its kind, what it grants
 * is not known. Of imported tables the CDK knows no indexes: the grant is on the table alone.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_dynamodb.TableAttributes.html
 */
export function statementOfGrant(
  construct: string,
  method: string,
  { span }: JsonNode,
  principal: JsonNode | null,
  importedTables: ReadonlySet<string>,
): JsonObject {
  const grant = grantOf(construct, camelCase(method))
  const name = unread(construct.replace(/^(?:this|self)\./, '')).slice(2, -1)
  const texts = (values: readonly string[]) =>
    listNode(
      values.map((value) => textNode(value, span)),
      span,
    )
  const isImported = importedTables.has(name.slice(name.lastIndexOf('.') + 1))
  const resources = grant?.resources
    .filter((resource) => !isImported || !resource.includes('/index/'))
    .map((resource) => resource.replace(/^\.\w+/, (attribute) => `\${${name}${attribute}}`))
  return objectNode(
    [
      ['Effect', textNode('Allow', span)],
      ...(principal === null ? [] : [['Principal', principal] as const]),
      ['Action', texts(grant?.actions ?? [LEFT_OUT])],
      ['Resource', texts(resources ?? [LEFT_OUT])],
    ],
    span,
  )
}
