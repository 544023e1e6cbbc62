import { eventContext } from './cloudtrail-context'
import type { Detail } from './detail'
import { enclosingObjects, itemsUnder, readRecord, textUnder, under, type RecordNode } from './record-tree'
import { prefixOfEventSource, withoutVersion } from '../iam/operations'
import { setOwn } from '../text/own'
import { parameterName } from './command-names'
import type { FoundCall } from './command-words'
import type { Range } from '../text/mapped-text'
import { resourceOfRequest } from '../facts/calls/resource-of-request'
import { partitionOfRegion } from '../iam/partitions'
import { pieceOf, type Fragment } from './denial-sentence'
import { isAccountId } from '../iam/arn'

/** A CloudTrail event that records an error. */
export interface ErrorEvent {
  readonly range: Range
  readonly errorCode: string | null
  /** Where the error's words stand: the message, or else the code. */
  readonly place: Range
  readonly detail: Detail
}

function requestedResource(event: RecordNode): string | null {
  const region = textUnder(event, 'awsRegion') ?? ''
  const account = textUnder(event, 'recipientAccountId') ?? textUnder(event, 'userIdentity', 'accountId') ?? ''
  const source = (textUnder(event, 'eventSource') ?? '').split('.')[0] ?? ''
  return resourceOfRequest(source, { partition: partitionOfRegion(region), region, account }, (name) =>
    textUnder(event, 'requestParameters', name),
  )
}

/** The ARN that the event lists; of several the most exact one, as an object before its bucket. */
function listedResource(event: RecordNode): string | null {
  const arns = itemsUnder(event, 'resources').flatMap((item) => textUnder(item, 'ARN') ?? [])
  return arns.length === 0 ? null : arns.reduce((best, arn) => (arn.startsWith(best) ? arn : best))
}

/** Who an identity without an ARN is. */
function unnamedPrincipal(event: RecordNode): string | null {
  const type = textUnder(event, 'userIdentity', 'type')
  if (type === 'AWSService') return textUnder(event, 'userIdentity', 'invokedBy')
  if (type === 'SAMLUser' || type === 'WebIdentityUser') return textUnder(event, 'userIdentity', 'identityProvider')
  return type === 'AWSAccount' && textUnder(event, 'userIdentity', 'accountId') === 'anonymous' ? 'anonymous' : null
}

/**
 * The account that recorded the call of another account’s caller: the resource is its own.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
function foreignRecorder(event: RecordNode): string | null {
  const recorder = textUnder(event, 'recipientAccountId')
  const caller = textUnder(event, 'userIdentity', 'accountId') ?? ''
  return isAccountId(caller) && recorder !== caller ? recorder : null
}

/** What follows from the fields of an event: who called, what was asked for, and the accounts. */
export function inferredFrom(event: RecordNode): Record<string, string> {
  const identity = (name: string) => textUnder(event, 'userIdentity', name)
  const values = {
    principal: identity('arn') === null ? unnamedPrincipal(event) : null,
    resource: listedResource(event) ?? requestedResource(event),
    region: textUnder(event, 'awsRegion'),
    principalAccount: identity('accountId'),
    resourceAccount:
      itemsUnder(event, 'resources').flatMap((item) => textUnder(item, 'accountId') ?? [])[0] ?? foreignRecorder(event),
  }
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] =>
      entry[0].endsWith('Account') ? isAccountId(entry[1] ?? '') : entry[1] !== null,
    ),
  )
}

/** The call that the event records, with its parameters; those that hold others as they are written. */
function requestedCall(text: string, event: RecordNode, range: Range): { readonly call?: FoundCall } {
  const requested = under(event, 'requestParameters')
  const operation = textUnder(event, 'eventName')
  const source = textUnder(event, 'eventSource')
  if (requested?.kind !== 'object' || operation === null || source === null) return {}
  const parameters: Record<string, string> = {}
  for (const { key, value } of requested.members.slice(0, MOST_PARAMETERS))
    setOwn(
      parameters,
      parameterName(key),
      value.kind === 'text' ? value.value : text.slice(...value.range).slice(0, LONGEST_PARAMETER),
    )
  const service = prefixOfEventSource(source)
  // An event of S3 that was copied whole has the host; of one that was shortened nothing tells which headers were sent.
  const isWhole = service !== 's3' || Object.hasOwn(parameters, 'host')
  return { call: { service, operation: withoutVersion(operation), parameters, isWhole, range } }
}

const MOST_PARAMETERS = 60
const LONGEST_PARAMETER = 2_000

function readEvent(text: string, range: Range): ErrorEvent | null {
  const event = readRecord(text, range)
  const pieces: Partial<Record<'principal' | 'operation' | 'errorCode' | 'requestId', Fragment>> = {}
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
      ...requestedCall(text, event, range),
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
