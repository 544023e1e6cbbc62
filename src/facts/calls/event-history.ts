import { isOneOf } from '../../iam/call-patterns'

/**
 * Calls that the event history of CloudTrail does not hold: data events, which only a trail or an event data store records
 * that is told to, and permissions that are no call. `*` as in a policy; of each service.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
 */
const NOT_RECORDED: Readonly<Record<string, string>> = {
  s3: 'Get?bject* Head?bject* Put?bject* Delete?bject* List?bject* List* Copy?bject Select?bject* Restore?bject UploadPart* CreateMultipartUpload CompleteMultipartUpload AbortMultipartUpload HeadBucket',
  's3-object-lambda': '*',
  s3express: '*',
  lambda: 'Invoke*',
  dynamodb:
    'GetItem PutItem UpdateItem DeleteItem Query Scan BatchGetItem BatchWriteItem TransactGetItems TransactWriteItems ConditionCheckItem PartiQL* ExecuteStatement BatchExecuteStatement ExecuteTransaction GetRecords GetShardIterator DescribeStream ListStreams',
  sns: 'Publish*',
  sqs: 'SendMessage* ReceiveMessage DeleteMessage* ChangeMessageVisibility*',
  kinesis: 'PutRecord* GetRecords GetShardIterator SubscribeToShard',
  firehose: 'PutRecord*',
  es: 'ESHttp*',
  aoss: 'APIAccessAll DashboardsAccessAll',
  'kafka-cluster': '*',
  'execute-api': '*',
  appsync: 'GraphQL',
  iam: 'PassRole',
  elasticfilesystem: 'Client*',
  'rds-db': '*',
  'rds-data': '*',
  'redshift-data': 'ExecuteStatement',
  ssmmessages: '*',
  ec2messages: '*',
  logs: 'PutLogEvents',
  cloudwatch: 'PutMetricData GetMetric*',
  xray: 'Put*',
  'cognito-identity': 'GetId GetCredentialsForIdentity GetOpenIdToken* UnlinkIdentity',
  sagemaker: 'InvokeEndpoint*',
  bedrock: 'InvokeAgent InvokeFlow Retrieve* RenderPrompt ApplyGuardrail',
  iotdata: '*',
  iot: 'Connect Publish Subscribe Receive',
  geo: '*',
  ses: 'SendEmail SendRawEmail SendTemplatedEmail SendBulk*',
  servicediscovery: 'DiscoverInstances*',
  appconfig: 'GetLatestConfiguration StartConfigurationSession',
  ebs: '*',
  cassandra: 'Select Modify',
  mediastore: '*',
  'aws-portal': '*',
}

/** Does the event history hold a call, by its service and its name? Where nobody knows the service, by what any has of that name. */
export function isInEventHistory(service: string, name: string): boolean {
  const lists = service === '' ? Object.values(NOT_RECORDED).filter((list) => list !== '*') : [listOf(service)]
  return !lists.some((list) => isOneOf(list.split(' '), name))
}

const listOf = (service: string): string => (Object.hasOwn(NOT_RECORDED, service) ? NOT_RECORDED[service]! : '')

/**
 * Services that record a call of their own where another service makes it for the caller: KMS has an event of `Decrypt`
 * for the queue or the bucket that asked. https://docs.aws.amazon.com/kms/latest/developerguide/logging-using-cloudtrail.html
 */
const RECORDED_APART: ReadonlySet<string> = new Set(['kms'])

/** Does a service record its own part of a call of another one? */
export const isRecordedApart = (service: string): boolean => RECORDED_APART.has(service)
