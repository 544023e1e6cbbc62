import { lastInPath, isAccountId } from '../iam/arn'
import { RESOURCE_POLICY_NAMES } from '../policy/containers'
import { own } from '../text/own'
import { partitionOf, readHost } from './hosts'

/** Why this page does not read a resource's policy itself. */
export type NotReadReason = 's3' | 'sqs' | 'service' | 'region' | 'pattern' | 'alias'

/** What is said of each; the line of the one script reads it all the same. */
export const NOT_READ_SENTENCES: Readonly<Record<NotReadReason, string>> = {
  s3: 'This page may not call S3: its hosts accept writes to anyone’s public bucket, and a bucket answers web pages only if its CORS configuration names them. Read the bucket’s policy with the script.',
  sqs: 'This page may not call SQS: its hosts accept unsigned messages to anyone’s public queue. Read the queue’s policy with the script.',
  service: 'This page may not call the service of the resource: its policy is read by script.',
  region: 'This page knows no host of the service in that Region: the policy of the resource is read by script.',
  pattern: 'The name of the resource is not known whole, so its policy cannot be asked for here.',
  alias: 'KMS gives the policy of a key, not of an alias: name the key as the resource to read its policy here.',
}

/** A call that reads a resource's policy, before it is signed. */
export interface PolicyRead {
  readonly arn: string
  /** As it is called in the list of policies. */
  readonly called: string
  readonly service: string
  readonly partition: string
  /** For the signature. */
  readonly region: string
  readonly account: string
  readonly host: string
  readonly method: 'GET' | 'POST'
  /** Encoded as it is sent. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The permission that it needs. */
  readonly action: string
}

type Call = Pick<PolicyRead, 'action'> & Partial<Pick<PolicyRead, 'method' | 'path' | 'query' | 'headers' | 'body'>>

interface Named {
  readonly arn: string
  /** Everything after the fifth colon. */
  readonly name: string
  /** Everything before the name. */
  readonly prefix: string
}

const json = (action: string, target: string, input: object): Call => ({
  action,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
  body: JSON.stringify(input),
})

const form = (action: string, fields: Readonly<Record<string, string>>): Call => ({
  action,
  headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
  body: new URLSearchParams(fields).toString(),
})

/** The call of each service that a page may ask, or why it cannot ask for this resource. */
const CALLS: Readonly<Record<string, (resource: Named) => Call | NotReadReason>> = {
  // https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html
  kms: ({ arn, name }) =>
    name.startsWith('key/')
      ? json('kms:GetKeyPolicy', 'TrentService.GetKeyPolicy', { KeyId: arn, PolicyName: 'default' })
      : 'alias',
  // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetResourcePolicy.html
  secretsmanager: ({ arn }) =>
    json('secretsmanager:GetResourcePolicy', 'secretsmanager.GetResourcePolicy', { SecretId: arn }),
  // https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html
  sns: ({ prefix, name }) =>
    form('sns:GetTopicAttributes', {
      Action: 'GetTopicAttributes',
      Version: '2010-03-31',
      TopicArn: prefix + name.split(':')[0],
    }),
  // https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html
  lambda: ({ prefix, name }) => {
    const [type, functionName, qualifier] = name.split(':')
    if (type !== 'function' || !functionName) return 'service'
    return {
      action: 'lambda:GetPolicy',
      method: 'GET',
      path: `/2015-03-31/functions/${encodeURIComponent(`${prefix}function:${functionName}`)}/policy`,
      query: qualifier ? { Qualifier: qualifier } : {},
    }
  },
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html
  iam: ({ name }) =>
    name.startsWith('role/')
      ? form('iam:GetRole', {
          Action: 'GetRole',
          Version: '2010-05-08',
          RoleName: lastInPath(name),
        })
      : 'service',
}

/**
 * The call that reads the policy of that resource; why there is none here; null where nothing names a resource whose
 * policy could be read.
 */
export function policyReadOf(resource: string): PolicyRead | NotReadReason | null {
  const arn = resource.trim()
  const [start, partition = '', service = '', region = '', account = '', ...rest] = arn.split(':')
  const name = rest.join(':')
  if (start !== 'arn' || name === '') return null
  if (service === 's3' || service === 'sqs') return service
  const callOf = own(CALLS, service)
  if (callOf === undefined) return 'service'
  if (/[*?…]/.test(arn) || !isAccountId(account)) return 'pattern'
  const call = callOf({ arn, name, prefix: arn.slice(0, arn.length - name.length) })
  if (typeof call === 'string') return call
  const iam = partitionOf(partition)
  const isIam = service === 'iam'
  const host = isIam ? (iam.id === partition ? iam.iam : null) : readHost(service, partition, region)
  if (host === null) return 'region'
  return {
    ...{ method: 'POST', path: '/', query: {}, headers: {}, body: '' },
    ...call,
    ...{ arn, service, partition, account, host },
    called: (isIam ? RESOURCE_POLICY_NAMES.sts : own(RESOURCE_POLICY_NAMES, service)) ?? 'resource policy',
    region: isIam ? iam.signingRegion : region,
  }
}
