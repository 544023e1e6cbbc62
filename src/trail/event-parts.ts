import type { ClaimedLayer, Denial } from '../denial/denial'
import { eventContext } from '../denial/cloudtrail-context'
import { inferredFrom } from '../denial/cloudtrail-event'
import { actionsOfOperation, prefixOfEventSource } from '../iam/operations'
import { errorOfEvent } from './event-error'
import { splitAuthorizationId } from '../denial/authorization-ids'
import { isFields, textField, objectField, flagField, type Fields } from '../text/fields'
import { recordNodeOf } from './record-node'

/** Condition keys with their values, by their names in policies. */
export type EventContext = Readonly<Record<string, string | readonly string[]>>

/** Who made a call. */
export interface TrailPrincipal {
  /** As the event names the caller: the ARN of a user or of a session, or a service's name. */
  readonly name: string | null
  /** What policies are attached to: the role behind a session, else the caller itself. */
  readonly arn: string | null
  readonly account: string | null
  /** `userIdentity.type`, such as AssumedRole. */
  readonly type: string | null
}

/** Kinds of events that are no request of somebody: nothing was asked of IAM for them. */
const NO_CALLS: ReadonlySet<string> = new Set(['AwsServiceEvent', 'AwsConsoleSignIn', 'AwsCloudTrailInsight'])

const KNOWN_VERSION = /^1\.\d{1,3}$/

type Category = 'management' | 'data' | 'other'

const CATEGORIES: ReadonlyMap<string, Category> = new Map([
  ['Management', 'management'],
  ['Data', 'data'],
])

/** Versions before 1.07 say only whether it was a management event. */
function categoryOf(record: Fields): Category {
  const named = textField(record, 'eventCategory')
  if (named !== null) return CATEGORIES.get(named) ?? 'other'
  const isManagement = flagField(record, 'managementEvent')
  return isManagement === null ? 'other' : isManagement ? 'management' : 'data'
}

function readCaller(record: Fields) {
  const identity = objectField(record, 'userIdentity')
  const event = recordNodeOf({ userIdentity: identity })
  const name = textField(identity, 'arn') ?? inferredFrom(event).principal ?? null
  const issuer = textField(objectField(objectField(identity, 'sessionContext'), 'sessionIssuer'), 'arn')
  const principal: TrailPrincipal = {
    name,
    arn: issuer ?? name,
    account: textField(identity, 'accountId'),
    type: textField(identity, 'type'),
  }
  return { principal, context: eventContext(event) }
}

function readCall(record: Fields) {
  const operation = textField(record, 'eventName') ?? ''
  const service = prefixOfEventSource(textField(record, 'eventSource') ?? '')
  const isCall = !NO_CALLS.has(textField(record, 'eventType') ?? '')
  return {
    service,
    operation,
    needed: isCall ? actionsOfOperation(service, operation) : [],
    readOnly: flagField(record, 'readOnly'),
    category: categoryOf(record),
    isKnownVersion: KNOWN_VERSION.test(textField(record, 'eventVersion') ?? ''),
  }
}

const PLACE = ['awsRegion', 'sourceIPAddress', 'vpcEndpointId', 'userAgent', 'tlsDetails'] as const

const only = (record: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.filter((name) => Object.hasOwn(record, name)).map((name) => [name, record[name]]))

function readPlace(record: Fields) {
  return {
    region: textField(record, 'awsRegion'),
    recorder: textField(record, 'recipientAccountId'),
    context: eventContext(recordNodeOf(only(record, PLACE))),
  }
}

/** What AWS answered besides a result. `failed` is an error that is none of authorization. */
interface EventAnswer {
  readonly outcome: 'allowed' | 'denied' | 'failed'
  readonly errorCode: string | null
  /** Its words, with `…` in place of the names that other fields hold, and without what is encoded in them. */
  readonly message: string | null
  readonly layer: ClaimedLayer
  readonly decision: Denial['decision']
  readonly action: string | null
  readonly resource: string | null
  /** Under which AWS keeps a record of its own, for a day. */
  readonly authorizationId?: string
}

const DONE = { outcome: 'allowed', layer: 'unknown', decision: 'unknown', action: null, resource: null } as const

const ENCODED = /\.? Encoded authorization failure message: [\w-]*/g
const CALLER = /(?<=User: )\S{1,2048}(?= is not authorized )/g
const LONGEST_MESSAGE = 600

function wordsOf(message: string, resource: string | null): string {
  const words = message.replace(ENCODED, '').replace(CALLER, '…')
  const plain = resource === null || resource.length < 4 ? words : words.replaceAll(resource, '…')
  return plain.length > LONGEST_MESSAGE ? `${plain.slice(0, LONGEST_MESSAGE)}…` : plain
}

function readAnswer(record: Fields): EventAnswer {
  const errorCode = textField(record, 'errorCode')
  const message = textField(record, 'errorMessage')
  if (errorCode === null && message === null) return { ...DONE, errorCode, message }
  const [operation, source] = [textField(record, 'eventName') ?? '', textField(record, 'eventSource') ?? '']
  const { words, id } = splitAuthorizationId(message ?? '')
  const { outcome, layer, decision, action, resource } = errorOfEvent(operation, source, errorCode ?? '', words)
  return {
    ...{ outcome, layer, decision, action, resource, errorCode },
    message: message === null ? null : wordsOf(words, resource),
    ...(id === null ? {} : { authorizationId: id }),
  }
}

const TARGET = [
  'resources',
  'requestParameters',
  'eventSource',
  'awsRegion',
  'recipientAccountId',
  'userIdentity',
] as const

function listedArns(record: Fields): string[] {
  const listed = Object.hasOwn(record, 'resources') ? record.resources : null
  if (!Array.isArray(listed)) return []
  return [
    ...new Set(
      listed.flatMap((item) => (isFields(item) ? (textField(item, 'ARN') ?? textField(item, 'arn') ?? []) : [])),
    ),
  ]
}

function readTarget(record: Fields) {
  const { resource, resourceAccount } = inferredFrom(recordNodeOf(only(record, TARGET)))
  return { resource: resource ?? null, resourceAccount: resourceAccount ?? null, resources: listedArns(record) }
}

const readExtra = (record: Fields) => ({
  context: eventContext(recordNodeOf(only(record, ['requestParameters', 'eventContext']))),
})

/**
 * What an event says, in parts that are the same again and again in a trail. Each is read from a few fields alone, so
 * that a part whose fields stand there as before need not be read again.
 */
export const EVENT_PARTS = {
  caller: readCaller,
  call: readCall,
  place: readPlace,
  answer: readAnswer,
  target: readTarget,
  extra: readExtra,
} as const

/** The parts of one event. */
export type EventParts = { readonly [Name in keyof typeof EVENT_PARTS]: ReturnType<(typeof EVENT_PARTS)[Name]> }
