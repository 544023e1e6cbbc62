import type { ClaimedLayer, Denial } from '../denial/denial'
import { eventContext } from '../denial/cloudtrail-context'
import { inferredFrom } from '../denial/cloudtrail-event'
import { actionsOfOperation, prefixOfEventSource } from '../iam/operations'
import { looseOf } from './loose-of'
import { errorOfEvent } from './event-error'

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

/** One call of a trail, with what the event says of it. A field is null where the event does not say it. */
export interface TrailEvent {
  readonly kind: 'event'
  /** `eventID`. */
  readonly id: string | null
  /** ISO 8601, as written. */
  readonly time: string
  /** Is the version of the format one that is known? */
  readonly isKnownVersion: boolean
  readonly principal: TrailPrincipal
  /** The IAM prefix of the service. */
  readonly service: string
  /** `eventName`. */
  readonly operation: string
  /** What the operation needs, the one that was refused first; empty where IAM has none, as for what a service did itself. */
  readonly actions: readonly string[]
  /** The resource that was refused or, as far as it is known, the most exact one that was asked for. */
  readonly resource: string | null
  /** The ARNs that the event lists, each once. */
  readonly resources: readonly string[]
  readonly resourceAccount: string | null
  /** Where the event was recorded: `recipientAccountId`. */
  readonly recorder: string | null
  readonly region: string | null
  /** The condition keys that the event states, by their names in policies. */
  readonly context: Readonly<Record<string, string | readonly string[]>>
  /** `failed` is an error that is none of authorization: whether the call was allowed is then not known. */
  readonly outcome: 'allowed' | 'denied' | 'failed'
  readonly errorCode: string | null
  readonly message: string | null
  /** The layer that AWS says refused it, and how it was decided. */
  readonly layer: ClaimedLayer
  readonly decision: Denial['decision']
  readonly readOnly: boolean | null
  readonly category: 'management' | 'data' | 'other'
}

/** Why a record is no event. */
export type BadRecordCode = 'not-json' | 'not-an-object' | 'not-an-event' | 'no-time'

/** A record that cannot be read as an event. */
export interface BadRecord {
  readonly kind: 'bad'
  readonly code: BadRecordCode
}

const CATEGORIES: ReadonlyMap<string, TrailEvent['category']> = new Map([
  ['Management', 'management'],
  ['Data', 'data'],
])

/** Kinds of events that are no request of somebody: nothing was asked of IAM for them. */
const NO_CALLS: ReadonlySet<string> = new Set(['AwsServiceEvent', 'AwsConsoleSignIn', 'AwsCloudTrailInsight'])

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/
const KNOWN_VERSION = /^1\.\d{1,3}$/

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fieldsUnder = (fields: Fields, name: string): Fields => {
  const value = Object.hasOwn(fields, name) ? fields[name] : null
  return isFields(value) ? value : {}
}

const textUnder = (fields: Fields, name: string): string | null => {
  const value = Object.hasOwn(fields, name) ? fields[name] : null
  return typeof value === 'string' && value !== '' ? value : null
}

const flagUnder = (fields: Fields, name: string): boolean | null => {
  const value = Object.hasOwn(fields, name) ? fields[name] : null
  return value === true || value === 'true' ? true : value === false || value === 'false' ? false : null
}

function principalOf(identity: Fields, unnamed: string | null): TrailPrincipal {
  const name = textUnder(identity, 'arn') ?? unnamed
  const issuer = textUnder(fieldsUnder(fieldsUnder(identity, 'sessionContext'), 'sessionIssuer'), 'arn')
  return { name, arn: issuer ?? name, account: textUnder(identity, 'accountId'), type: textUnder(identity, 'type') }
}

/** Versions before 1.07 say only whether it was a management event. */
function categoryOf(record: Fields): TrailEvent['category'] {
  const named = textUnder(record, 'eventCategory')
  if (named !== null) return CATEGORIES.get(named) ?? 'other'
  const isManagement = flagUnder(record, 'managementEvent')
  return isManagement === null ? 'other' : isManagement ? 'management' : 'data'
}

function listedArns(record: Fields): string[] {
  const listed = Object.hasOwn(record, 'resources') ? record.resources : null
  if (!Array.isArray(listed)) return []
  return [...new Set(listed.flatMap((item) => (isFields(item) ? (textUnder(item, 'ARN') ?? []) : [])))]
}

/** Reads one record of a trail that JSON gave. Never throws. */
export function readEvent(record: unknown): TrailEvent | BadRecord {
  if (!isFields(record)) return { kind: 'bad', code: 'not-an-object' }
  const operation = textUnder(record, 'eventName')
  const source = textUnder(record, 'eventSource')
  if (operation === null || source === null) return { kind: 'bad', code: 'not-an-event' }
  const time = textUnder(record, 'eventTime')
  if (time === null || !TIME.test(time)) return { kind: 'bad', code: 'no-time' }
  const event = looseOf(record)
  const inferred = inferredFrom(event)
  const errorCode = textUnder(record, 'errorCode')
  const message = textUnder(record, 'errorMessage')
  const error =
    errorCode === null && message === null ? null : errorOfEvent(operation, source, errorCode ?? '', message ?? '')
  const service = prefixOfEventSource(source)
  const isCall = !NO_CALLS.has(textUnder(record, 'eventType') ?? '')
  const needed = isCall ? actionsOfOperation(service, operation) : []
  const refused = error?.action ?? null
  return {
    kind: 'event',
    id: textUnder(record, 'eventID'),
    time,
    isKnownVersion: KNOWN_VERSION.test(textUnder(record, 'eventVersion') ?? ''),
    principal: principalOf(fieldsUnder(record, 'userIdentity'), inferred.principal ?? null),
    service,
    operation,
    actions: refused === null ? needed : [refused, ...needed.filter((action) => action !== refused)],
    resource: error?.resource ?? inferred.resource ?? null,
    resources: listedArns(record),
    resourceAccount: inferred.resourceAccount ?? null,
    recorder: textUnder(record, 'recipientAccountId'),
    region: textUnder(record, 'awsRegion'),
    context: eventContext(event),
    outcome: error?.outcome ?? 'allowed',
    errorCode,
    message,
    layer: error?.layer ?? 'unknown',
    decision: error?.decision ?? 'unknown',
    readOnly: flagUnder(record, 'readOnly'),
    category: categoryOf(record),
  }
}
