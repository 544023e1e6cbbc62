import { eventContext } from './cloudtrail-context'
import type { Detail } from './detail'
import { enclosingObjects, itemsUnder, readLooseObject, textUnder, under, type LooseNode } from './loose-json'
import type { Range } from './mapped-text'
import { pieceOf, type Piece } from './statement'

/** A CloudTrail event that records an error. */
export interface ErrorEvent {
  readonly range: Range
  readonly errorCode: string | null
  /** Where the error's words stand: the message, or else the code. */
  readonly place: Range
  readonly detail: Detail
}

const ARN = /^arn:/

/** Ways to an ARN through the parameters of a request. `{}` stands for the parameter's value. */
const PARAMETER_ARNS: readonly (readonly [service: string, parameter: string, arn: string])[] = [
  ['sts', 'roleArn', '{}'],
  ['sns', 'topicArn', '{}'],
  ['kms', 'keyId', 'arn:PARTITION:kms:REGION:ACCOUNT:key/{}'],
  ['secretsmanager', 'secretId', '{}'],
  ['dynamodb', 'tableName', 'arn:PARTITION:dynamodb:REGION:ACCOUNT:table/{}'],
  ['lambda', 'functionName', 'arn:PARTITION:lambda:REGION:ACCOUNT:function:{}'],
  ['ecr', 'repositoryName', 'arn:PARTITION:ecr:REGION:ACCOUNT:repository/{}'],
  ['logs', 'logGroupName', 'arn:PARTITION:logs:REGION:ACCOUNT:log-group:{}'],
  ['iam', 'roleName', 'arn:PARTITION:iam::ACCOUNT:role/{}'],
  ['iam', 'userName', 'arn:PARTITION:iam::ACCOUNT:user/{}'],
  ['iam', 'policyArn', '{}'],
  ['cloudformation', 'stackName', 'arn:PARTITION:cloudformation:REGION:ACCOUNT:stack/{}/*'],
]

const QUEUE = /^https:\/\/(?:sqs\.)?([a-z0-9-]+)\.(?:queue\.)?amazonaws\.com(?:\.cn)?\/(\d{12})\/([\w.-]+)$/

function requestedResource(event: LooseNode): string | null {
  const parameter = (name: string) => textUnder(event, 'requestParameters', name)
  const source = (textUnder(event, 'eventSource') ?? '').split('.')[0] ?? ''
  const region = textUnder(event, 'awsRegion') ?? ''
  const account = textUnder(event, 'recipientAccountId') ?? textUnder(event, 'userIdentity', 'accountId') ?? ''
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
  const bucket = parameter('bucketName')
  if (source === 's3' && bucket !== null) {
    const key = parameter('key')
    return `arn:${partition}:s3:::${bucket}${key === null ? '' : `/${key}`}`
  }
  const queue = QUEUE.exec(parameter('queueUrl') ?? '')
  if (queue) return `arn:${partition}:sqs:${queue[1]}:${queue[2]}:${queue[3]}`
  for (const [service, name, arn] of PARAMETER_ARNS) {
    const value = service === source ? parameter(name) : null
    if (value === null) continue
    if (ARN.test(value)) return value
    if (arn === '{}' || !/^\d{12}$/.test(account) || value.startsWith('alias/')) continue
    return arn
      .replace('PARTITION', partition)
      .replace('REGION', region)
      .replace('ACCOUNT', account)
      .replace('{}', () => value)
  }
  return null
}

/** The ARN that the event lists; of several the most exact one, as an object before its bucket. */
function listedResource(event: LooseNode): string | null {
  const arns = itemsUnder(event, 'resources').flatMap((item) => textUnder(item, 'ARN') ?? [])
  return arns.length === 0 ? null : arns.reduce((best, arn) => (arn.startsWith(best) ? arn : best))
}

/** Who an identity without an ARN is. */
function unnamedPrincipal(event: LooseNode): string | null {
  const type = textUnder(event, 'userIdentity', 'type')
  if (type === 'AWSService') return textUnder(event, 'userIdentity', 'invokedBy')
  if (type === 'SAMLUser' || type === 'WebIdentityUser') return textUnder(event, 'userIdentity', 'identityProvider')
  return type === 'AWSAccount' && textUnder(event, 'userIdentity', 'accountId') === 'anonymous' ? 'anonymous' : null
}

function inferredFrom(event: LooseNode): Record<string, string> {
  const identity = (name: string) => textUnder(event, 'userIdentity', name)
  const values = {
    principal: identity('arn') === null ? unnamedPrincipal(event) : null,
    resource: listedResource(event) ?? requestedResource(event),
    region: textUnder(event, 'awsRegion'),
    principalAccount: identity('accountId'),
    resourceAccount: itemsUnder(event, 'resources').flatMap((item) => textUnder(item, 'accountId') ?? [])[0] ?? null,
  }
  const account = /^\d{12}$/
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] =>
      entry[0].endsWith('Account') ? account.test(entry[1] ?? '') : entry[1] !== null,
    ),
  )
}

function readEvent(text: string, range: Range): ErrorEvent | null {
  const event = readLooseObject(text, range)
  const pieces: Partial<Record<'principal' | 'operation' | 'errorCode' | 'requestId', Piece>> = {}
  const take = (name: keyof typeof pieces, ...path: string[]) => {
    const node = under(event, ...path)
    if (node?.kind === 'text' && textUnder(event, ...path) !== null) pieces[name] = pieceOf(text, ...node.range)
  }
  take('principal', 'userIdentity', 'arn')
  take('operation', 'eventName')
  take('errorCode', 'errorCode')
  take('requestId', 'requestID')
  const message = under(event, 'errorMessage')
  const place = message?.kind === 'text' && message.value !== '' ? message.range : pieces.errorCode?.ranges[0]
  if (!place || !pieces.operation) return null
  return {
    range,
    errorCode: pieces.errorCode?.value ?? null,
    place,
    detail: {
      pieces,
      eventSource: textUnder(event, 'eventSource'),
      context: eventContext(event),
      inferred: inferredFrom(event),
    },
  }
}

/** The events of the text that record an error: single, in lists, in `Records`, or as JSON in the JSON of a lookup. */
export function findErrorEvents(text: string): ErrorEvent[] {
  if (!/\bevent_?name\b/i.test(text)) return []
  const names = [...text.matchAll(/["']?\beventName["']?\s?[:=]/gi)].map((match) => match.index)
  return enclosingObjects(text, names).flatMap((range) => readEvent(text, range) ?? [])
}
