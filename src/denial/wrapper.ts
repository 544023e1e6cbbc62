import type { Range } from '../text/mapped-text'

/** The parts of what a tool or an SDK writes round a message. */
export const WRAPPER_FIELDS = ['operation', 'errorCode', 'requestId', 'service', 'action'] as const

/** One of these parts. */
export type WrapperField = (typeof WRAPPER_FIELDS)[number]

/** Where a wrapper stands, seen from its message. */
export type Side = 'before' | 'after' | 'near'

/** A wrapper found in the normalised text. */
export interface Wrapper {
  /** Its own, or the pattern of its row. */
  readonly name: string
  readonly start: number
  readonly end: number
  readonly fields: Partial<Readonly<Record<WrapperField, Range>>>
  readonly side: Side
  readonly reach: number
  readonly rank: number
}

/** One kind of wrapper. */
export interface WrapperRow {
  /** Only where rows are parts of one another. */
  readonly name?: `go v2${string}`
  /** Its groups are named after the fields. */
  readonly pattern: RegExp
  readonly side: Side
  /** How many characters may stand between it and its message. */
  readonly reach: number
  /** 0 says it for certain, and whatever the value is; from 2 on a code counts only when it is a known one. */
  readonly rank: number
  /** Text without which the pattern need not be tried. */
  readonly hint: string
}

/** Error codes that mean a refusal. */
export const DENIAL_CODE =
  /^(?:Client\.)?(?:(?:KMS|Kms|Vpce|S3)?AccessDenied(?:Exception|Fault|Error)?|ACCESS_DENIED|Unauthorized(?:Operation\w*|Access|AccessException|Exception)|ForbiddenException|AuthorizationError(?:Exception)?|NotAuthorized(?:Error)?|AuthFailure\.ServiceLinked\w+|States\.Permission|NO_PERMISSIONS|InsufficientPermissions\w*)$/

/** Codes that usually mean something else, and that services and tools put on a denial all the same. */
export const UNUSUAL_CODE =
  /^(?:ValidationError|ValidationException|InvalidRequestException|InvalidRequest|InvalidParameterValue(?:Exception)?|InvalidParameterException|InvalidInputException|InvalidConfigurationRequest|BadRequestException|ClientException|ServerException|InternalFailure|NotAuthorizedException)$/
