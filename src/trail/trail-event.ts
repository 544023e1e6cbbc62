import type { ClaimedLayer, Denial } from '../denial/denial'
import { EVENT_PARTS, type EventContext, type EventParts, type TrailPrincipal } from './event-parts'
import { secondsOf } from './scan/seconds'
import { isFields, textField, type Fields } from '../text/fields'

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
  readonly context: EventContext
  /** `failed` is an error that is none of authorization: whether the call was allowed is then not known. */
  readonly outcome: 'allowed' | 'denied' | 'failed'
  readonly errorCode: string | null
  /** Its words, with `…` in place of the names that other fields hold, and without what is encoded in them. */
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

const TIME = /^[\d:T-]{19}(?:\.\d{1,9})?Z$/

/** Is it a time as CloudTrail writes it? */
export const isEventTime = (time: string | null): time is string =>
  time !== null && TIME.test(time) && secondsOf(time) >= 0

/** The event that its parts make. */
export function eventOfParts(id: string | null, time: string, parts: EventParts): TrailEvent {
  const { caller, call, place, answer, target, extra } = parts
  const { outcome, errorCode, message, layer, decision } = answer
  const { needed, ...called } = call
  const refused = answer.action
  return {
    kind: 'event',
    id,
    time,
    ...called,
    principal: caller.principal,
    actions: refused === null ? needed : [refused, ...needed.filter((action) => action !== refused)],
    resource: answer.resource ?? target.resource,
    resources: target.resources,
    resourceAccount: target.resourceAccount,
    recorder: place.recorder,
    region: place.region,
    context: { ...caller.context, ...place.context, 'aws:CurrentTime': time, ...extra.context },
    outcome,
    errorCode,
    message,
    layer,
    decision,
  }
}

/** The parts of a record, each read from its own fields. */
export const partsOf = (record: Fields): EventParts => ({
  caller: EVENT_PARTS.caller(record),
  call: EVENT_PARTS.call(record),
  place: EVENT_PARTS.place(record),
  answer: EVENT_PARTS.answer(record),
  target: EVENT_PARTS.target(record),
  extra: EVENT_PARTS.extra(record),
})

/** Reads one record of a trail that JSON gave. Never throws. */
export function readEvent(record: unknown): TrailEvent | BadRecord {
  if (!isFields(record)) return { kind: 'bad', code: 'not-an-object' }
  if (textField(record, 'eventName') === null || textField(record, 'eventSource') === null)
    return { kind: 'bad', code: 'not-an-event' }
  const time = textField(record, 'eventTime')
  if (!isEventTime(time)) return { kind: 'bad', code: 'no-time' }
  return eventOfParts(textField(record, 'eventID'), time, partsOf(record))
}
