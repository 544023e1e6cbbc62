import type { HowDenied } from '../iam/how-denied'
import type { Layer } from '../iam/layers'
import type { Span } from '../text/span'
import type { Call } from './call'
import type { SituationId } from '../facts/situations/situations'

type DenialKind = 'denial' | 'denial-no-detail' | 'not-authorization'

/** The layer as AWS's message names it. */
export type ClaimedLayer = Layer | 'unknown'

/** The parts that can be marked in the raw text. */
export type DenialPart =
  | 'principal'
  | 'action'
  | 'resource'
  | 'reason'
  | 'layerPolicyArn'
  | 'operation'
  | 'errorCode'
  | 'requestId'
  | 'encodedMessage'
  | 'authorizationId'

/** What follows from the text but is not written in it. */
export interface Inferred {
  readonly action?: string
  readonly resource?: string
  readonly principal?: string
  readonly resourceAccount?: string
  readonly [field: string]: string | undefined
}

/** A statement of a policy that AWS says it matched, in a decoded message or in the details of an authorization. */
export interface MatchedStatement {
  /** Null where the statement has no Sid. */
  readonly sid: string | null
  readonly effect: 'Allow' | 'Deny'
  /** The URI of its policy: an ARN, or an opaque name of an inline policy. */
  readonly policy?: string | null
  readonly principals?: readonly string[]
  readonly actions?: readonly string[]
  readonly resources?: readonly string[]
  /** The keys and values of its conditions; the operators are not told. */
  readonly conditions?: Readonly<Record<string, readonly string[]>>
}

/**
 * One parsed error. A field holds only what the text says; what is inferred stands under `inferred`.
 * `account` is the 12 digits in the principal ARN, else in the resource ARN.
 */
export interface Denial {
  readonly kind: DenialKind
  readonly principal: string | null
  readonly action: string | null
  readonly resource: string | null
  readonly decision: 'explicit' | 'implicit' | 'unknown'
  readonly layer: ClaimedLayer
  readonly layerPolicyArn: string | null
  readonly account: string | null
  readonly operation: string | null
  readonly service: string | null
  readonly encodedMessage: string | null
  readonly requestId: string | null
  readonly errorCode: string | null
  readonly span: Span
  readonly inferred: Inferred
  /** Where each part stands in the text; a value broken over lines has several spans. */
  readonly parts: Partial<Readonly<Record<DenialPart, readonly Span[]>>>
  /** Context keys that the text states, as in a CloudTrail event or a decoded message. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>
  /** The statements that matched, as a decoded message or the details of an authorization list them. */
  readonly matchedStatements?: readonly MatchedStatement[]
  /** Layers that allow nothing either, besides the one that is claimed, by AWS's own record. */
  readonly lackingBesides?: readonly Layer[]
  /** How often the same denial stands in the text. */
  readonly repeats?: number
  /** When it happened, first and last, where the text gives times: as written there, to the second. */
  readonly times?: { readonly first: string; readonly last: string }
  /** The encoded message is cut or redacted, so that it cannot be decoded any more. */
  readonly encodedMessageDamaged?: boolean
  /** The id of 2026 messages, for the GetRequestAuthorizationDetails call. */
  readonly authorizationId?: string
  /** The setting that refused the request besides all policies, as the text names it: one of S3 Block Public Access. */
  readonly setting?: string
  /** What a `not-authorization` entry is, or what a denial is about besides policies: an id of the situations. */
  readonly situation?: SituationId
  /** Names that the sentence of the situation tells, by the gap of its shape that they stand in. */
  readonly named?: Readonly<Record<string, string>>
  /** The call that failed, as a command or a line of code in the text writes it. */
  readonly call?: Call
  /** The last change of permissions that the text shows before the refusal: it may not have been in effect. */
  readonly changedBefore?: string
}

const HOW: Readonly<Record<Denial['decision'], HowDenied | null>> = {
  explicit: 'explicitDeny',
  implicit: 'implicitDeny',
  unknown: null,
}

/** How AWS says that it denied, in the words of an evaluation; null where it does not say. */
export const howDenied = (denial: Pick<Denial, 'decision'> | null): HowDenied | null => denial && HOW[denial.decision]

/** The layer that AWS names; null where it names none. */
export const claimedLayer = (denial: Pick<Denial, 'layer'> | null): Layer | null =>
  denial === null || denial.layer === 'unknown' ? null : denial.layer

/** Does AWS say that none of the caller's own policies allows the call? */
export const claimsNoneAllows = (denial: Denial | null): boolean =>
  denial !== null &&
  denial.kind !== 'not-authorization' &&
  denial.layer === 'identity' &&
  howDenied(denial) === 'implicitDeny'

/** The action that was refused: one that is written without its service's prefix is inferred with it. */
export const fullAction = ({ action, inferred }: Denial): string | null => inferred.action ?? action
