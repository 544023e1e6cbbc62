import type { TrailEvent } from '../trail-event'

/** Calls of a service that only a trail with data events holds. */
export interface DataCalls {
  readonly service: string
  /** What they are, as a sentence says it. */
  readonly what: string
  readonly actions: readonly string[]
}

/**
 * Data events are not logged by default. These are the kinds that policies most often have to allow.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
 */
const DATA_CALLS: readonly DataCalls[] = [
  {
    service: 's3',
    what: 'S3 object calls',
    actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
  },
  { service: 'lambda', what: 'Lambda invocations', actions: ['lambda:InvokeFunction'] },
  {
    service: 'dynamodb',
    what: 'DynamoDB item calls',
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  },
  { service: 'sqs', what: 'SQS message calls', actions: ['sqs:SendMessage', 'sqs:ReceiveMessage'] },
  { service: 'sns', what: 'SNS publications', actions: ['sns:Publish'] },
  { service: 'kinesis', what: 'Kinesis record calls', actions: ['kinesis:PutRecord', 'kinesis:GetRecords'] },
  { service: 'bedrock', what: 'some Bedrock calls', actions: ['bedrock:InvokeAgent', 'bedrock:Retrieve'] },
]

/**
 * The kinds of data calls that this trail holds none of, from anybody. Whether they were not made or are not logged, the
 * trail cannot say.
 */
export const unseenCalls = (services: ReadonlySet<string>): readonly DataCalls[] =>
  DATA_CALLS.filter(({ service }) => !services.has(service))

/** The service whose data calls an event is one of; null where it is none. */
export const dataServiceOf = ({ category, service }: Pick<TrailEvent, 'category' | 'service'>): string | null =>
  category === 'data' ? service : null
