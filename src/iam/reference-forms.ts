import { own } from '../text/own'

/**
 * The ARN that an attribute of a construct or resource holds: `{name}` is a text without slash and colon, `{path}` one
 * without a colon.
 */
type ArnForm = `${string}:${string}`

const BUCKET = 's3:::{name}'
const TABLE = 'dynamodb:{region}:{account}:table/{name}'
const QUEUE = 'sqs:{region}:{account}:{name}'
const TOPIC = 'sns:{region}:{account}:{name}'
const ROLE = 'iam::{account}:role/{path}'
const STREAM = 'kinesis:{region}:{account}:stream/{name}'
const REPOSITORY = 'ecr:{region}:{account}:repository/{path}'
const STATE_MACHINE = 'states:{region}:{account}:stateMachine:{name}'
const BUS = 'events:{region}:{account}:event-bus/{path}'
const SECRET = 'secretsmanager:{region}:{account}:secret:{path}'

/**
 * What `.arn` of a resource or data source of Terraform holds, by its type.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */
const OF_TERRAFORM: Readonly<Record<string, ArnForm>> = {
  aws_cloudwatch_event_bus: BUS,
  aws_cloudwatch_log_group: 'logs:{region}:{account}:log-group:{path}',
  aws_dynamodb_table: TABLE,
  aws_ecr_repository: REPOSITORY,
  aws_ecs_cluster: 'ecs:{region}:{account}:cluster/{name}',
  aws_iam_role: ROLE,
  aws_iam_user: 'iam::{account}:user/{path}',
  aws_kinesis_firehose_delivery_stream: 'firehose:{region}:{account}:deliverystream/{name}',
  aws_kinesis_stream: STREAM,
  aws_kms_alias: 'kms:{region}:{account}:alias/{path}',
  aws_kms_key: 'kms:{region}:{account}:key/{name}',
  aws_lambda_function: 'lambda:{region}:{account}:function:{name}',
  aws_s3_bucket: BUCKET,
  aws_secretsmanager_secret: SECRET,
  aws_sfn_state_machine: STATE_MACHINE,
  aws_sns_topic: TOPIC,
  aws_sqs_queue: QUEUE,
  aws_ssm_parameter: 'ssm:{region}:{account}:parameter{path}',
}

/**
 * Attributes of constructs of the CDK whose name tells what they are of, and outputs of Terraform’s common modules.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-construct-library.html
 */
const OF_ATTRIBUTE: Readonly<Record<string, ArnForm>> = {
  bucketArn: BUCKET,
  dynamodb_table_arn: TABLE,
  eventBusArn: BUS,
  queueArn: QUEUE,
  repositoryArn: REPOSITORY,
  roleArn: ROLE,
  s3_bucket_arn: BUCKET,
  secretArn: SECRET,
  stateMachineArn: STATE_MACHINE,
  streamArn: STREAM,
  tableArn: TABLE,
  topicArn: TOPIC,
}

const TERRAFORM = /^\$\{(?:data\.)?(aws_[a-z\d_]{1,60})\.[\w-]{1,80}(?:\[[^\]]{1,60}\])?\.arn\}$/
/** What holds values that somebody hands in, whose names tell nothing for certain. */
const HANDED_IN =
  /^\$\{(?:.{1,120}\.)?(?:args|config|each|env|event|input|inputs|local|options|params|props|settings|value|var)\.\w{1,40}\}$/
const ATTRIBUTE = /^\$\{[\w.[\]-]{1,160}\.(\w{1,40})\}$/

/**
 * What the value of a reference looks like, an ARN of the partition: `${aws_s3_bucket.logs.arn}` is that of a bucket, and of
 * no object in it. Null where the reference does not tell it.
 */
export function formOfReference(reference: string, partition: string): string | null {
  if (HANDED_IN.test(reference)) return null
  const type = TERRAFORM.exec(reference)?.[1]
  const form = type === undefined ? own(OF_ATTRIBUTE, ATTRIBUTE.exec(reference)?.[1] ?? '') : own(OF_TERRAFORM, type)
  return form === undefined ? null : `arn:${partition}:${form}`
}
