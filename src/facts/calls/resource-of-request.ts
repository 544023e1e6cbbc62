import { isAccountId } from '../../iam/arn'
import { partitionOfRegion } from '../../iam/partitions'

/** Where a request was made, as far as a text tells; what it does not tell is the empty string. */
export interface RequestPlace {
  readonly partition: string
  readonly region: string
  readonly account: string
}

/** Ways to an ARN through the parameters of a request. `{}` stands for the parameter's value. */
const PARAMETER_ARNS: readonly (readonly [service: string, parameter: string, arn: string])[] = [
  ['sts', 'roleArn', '{}'],
  ['sns', 'topicArn', '{}'],
  ['sns', 'targetArn', '{}'],
  ['kms', 'keyId', 'arn:PARTITION:kms:REGION:ACCOUNT:key/{}'],
  ['secretsmanager', 'secretId', '{}'],
  ['ssm', 'name', 'arn:PARTITION:ssm:REGION:ACCOUNT:parameter/{}'],
  ['dynamodb', 'tableName', 'arn:PARTITION:dynamodb:REGION:ACCOUNT:table/{}'],
  ['kinesis', 'streamName', 'arn:PARTITION:kinesis:REGION:ACCOUNT:stream/{}'],
  ['firehose', 'deliveryStreamName', 'arn:PARTITION:firehose:REGION:ACCOUNT:deliverystream/{}'],
  ['lambda', 'functionName', 'arn:PARTITION:lambda:REGION:ACCOUNT:function:{}'],
  ['states', 'stateMachineArn', '{}'],
  ['ecr', 'repositoryName', 'arn:PARTITION:ecr:REGION:ACCOUNT:repository/{}'],
  ['eks', 'name', 'arn:PARTITION:eks:REGION:ACCOUNT:cluster/{}'],
  ['ecs', 'taskDefinition', '{}'],
  ['logs', 'logGroupName', 'arn:PARTITION:logs:REGION:ACCOUNT:log-group:{}'],
  ['iam', 'roleName', 'arn:PARTITION:iam::ACCOUNT:role/{}'],
  ['iam', 'userName', 'arn:PARTITION:iam::ACCOUNT:user/{}'],
  ['iam', 'groupName', 'arn:PARTITION:iam::ACCOUNT:group/{}'],
  ['iam', 'policyArn', '{}'],
  ['cloudformation', 'stackName', 'arn:PARTITION:cloudformation:REGION:ACCOUNT:stack/{}/*'],
]

const parameterNames = (): readonly string[] => [
  ...new Set(['bucketName', 'bucket', 'key', 'queueUrl', ...PARAMETER_ARNS.map(([, parameter]) => parameter)]),
]

/** The parameters of requests that name a resource, in camel case. */
export const RESOURCE_PARAMETERS = /* @__PURE__ */ parameterNames()

const ARN = /^arn:/
const QUEUE =
  /^https:\/\/(?:sqs\.)?(?!queue\.)([a-z0-9-]+)\.(?:queue\.)?amazonaws\.com(?:\.cn)?\/(\d{12})\/([\w.-]+)$|^https:\/\/queue\.amazonaws\.com\/(\d{12})\/([\w.-]+)$/

/** The ARN of a queue by its URL; null for any other text. */
export function queueArn(url: string): string | null {
  const queue = QUEUE.exec(url)
  if (!queue) return null
  const [, region = 'us-east-1', account = queue[4], name = queue[5]] = queue
  return `arn:${partitionOfRegion(region)}:sqs:${region}:${account}:${name}`
}

const BUCKET_ARN = /^arn:aws[\w-]*:s3[\w-]*:/

/** An access point whose objects have ARNs of their own. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html */
const POINT_ARN = /^arn:aws[\w-]*:s3(?:-outposts)?:[^:]*:[^:]*:(?:outpost\/[^/]+\/)?accesspoint\/[^/]+$/

/** The ARN of a bucket or an object in it. A bucket may be given as an ARN, as one of an access point is. */
export function bucketArn(bucket: string, key: string | null, partition = 'aws'): string {
  const arn = BUCKET_ARN.test(bucket) ? bucket : `arn:${partition}:s3:::${bucket}`
  return key === null || key === '' ? arn : `${arn}/${POINT_ARN.test(arn) ? 'object/' : ''}${key}`
}

/**
 * The resource that the parameters of a request name, where all of its ARN is known. `service` is an IAM prefix,
 * `parameter` gives the value of a parameter by its name in camel case.
 */
export function resourceOfRequest(
  service: string,
  { partition, region, account }: RequestPlace,
  parameter: (name: string) => string | null,
): string | null {
  const bucket = parameter('bucketName') ?? parameter('bucket')
  if (service === 's3' && bucket !== null) return bucketArn(bucket, parameter('key'), partition)
  const queue = queueArn(parameter('queueUrl') ?? '')
  if (queue !== null) return queue
  for (const [of, name, arn] of PARAMETER_ARNS) {
    const value = of === service ? parameter(name) : null
    if (value === null) continue
    if (ARN.test(value)) return value
    const needsRegion = arn.includes('REGION') && region === ''
    if (arn === '{}' || needsRegion || !isAccountId(account) || value.startsWith('alias/')) continue
    return arn
      .replace('PARTITION', partition)
      .replace('REGION', region)
      .replace('ACCOUNT', account)
      .replace('{}', () => (service === 'ssm' ? value.replace(/^\//, '') : value))
  }
  return null
}
