import { own } from '../text/own'
import { AWS_MESSAGES } from './messages'

/** Why a call to AWS failed, without anything secret in it. */
export interface AwsFailure {
  readonly code: string
  /** AWS's own words; empty where it said nothing. */
  readonly message: string
  readonly cause: FailureCause
}

type FailureCause =
  | 'no-credentials'
  | 'expired'
  | 'wrong-credentials'
  | 'other-partition'
  | 'other-account'
  | 'not-allowed'
  | 'throttled'
  | 'not-found'
  | 'no-resource'
  | 'bad-input'
  | 'cannot-decode'
  | 'offline'
  | 'not-for-pages'
  | 'not-reached'
  | 'clock'
  | 'region-off'
  | 'unavailable'
  | 'cancelled'
  | 'service'

/** What to say about each cause; the page adds the equivalent command, whose output can be pasted. */
export const FAILURE_SENTENCES: Readonly<Record<FailureCause, string>> = {
  'no-credentials': 'The temporary credentials are gone. Paste new ones.',
  expired: 'The credentials have expired. Paste new ones.',
  'wrong-credentials': 'AWS does not accept these credentials. They may be cut off, or of another partition.',
  'other-partition':
    'These credentials were used in another partition before, so nothing was sent. To use them in this partition, press “Use them here too” next to it.',
  'other-account':
    'These credentials are of another account than the one that is asked about, so it was not asked. Forget them and paste some of that account.',
  'not-allowed': 'These credentials may not make this call. The permission it needs is listed below.',
  throttled: 'AWS asks to slow down. Wait a moment and try again.',
  'not-found': 'AWS does not know this principal or policy in the account of these credentials.',
  'no-resource':
    'AWS does not know this resource: it may be deleted, or the ARN may have a typing error. Nothing here was changed.',
  'bad-input': 'AWS did not accept the request.',
  'cannot-decode':
    'AWS can’t decode this message. It may be cut off, too old or from another account. The client’s error contains the full text.',
  offline:
    'This browser is offline, so nothing was sent. Run the command below on a machine with a network, and paste its output.',
  'not-for-pages':
    'AWS doesn’t allow a web page to make this call (CORS), or something in this browser blocks it. Run the command below and paste its output.',
  'not-reached':
    'AWS’s host doesn’t answer. A proxy, a firewall or a blocker in this browser may stop the call. Run the command below and paste its output.',
  clock:
    'AWS refuses the signature because of its time: the clock of this machine is wrong by minutes. Set it, then press again.',
  'region-off':
    'STS isn’t activated in this Region for the account. An administrator can activate it in IAM’s account settings. Until then, use the command below with another Region.',
  unavailable:
    'AWS says that the service is not available now (503). No policy is the cause: wait a moment and press again.',
  cancelled: 'Cancelled.',
  service: 'AWS could not answer. Try again, or use the command below.',
}

/** Error codes of the services that are asked, and of the SDK. A code that is not listed counts as the service's own trouble. */
const CAUSE_OF: Readonly<Record<string, FailureCause>> = {
  NoCredentials: 'no-credentials',
  CredentialsProviderError: 'no-credentials',
  ExpiredToken: 'expired',
  ExpiredTokenException: 'expired',
  RequestExpired: 'expired',
  OtherPartition: 'other-partition',
  OtherAccount: 'other-account',
  InvalidClientTokenId: 'wrong-credentials',
  InvalidClientTokenIdException: 'wrong-credentials',
  InvalidSignatureException: 'wrong-credentials',
  UnrecognizedClientException: 'wrong-credentials',
  SignatureDoesNotMatch: 'wrong-credentials',
  IncompleteSignature: 'wrong-credentials',
  MissingAuthenticationToken: 'wrong-credentials',
  AuthFailure: 'wrong-credentials',
  AccessDenied: 'not-allowed',
  AccessDeniedException: 'not-allowed',
  UnauthorizedOperation: 'not-allowed',
  AuthorizationError: 'not-allowed',
  Throttling: 'throttled',
  ThrottlingException: 'throttled',
  TooManyRequestsException: 'throttled',
  RequestLimitExceeded: 'throttled',
  NoSuchEntity: 'not-found',
  NoSuchEntityException: 'not-found',
  NotFoundException: 'no-resource',
  NotFound: 'no-resource',
  ResourceNotFoundException: 'no-resource',
  InvalidInput: 'bad-input',
  InvalidInputException: 'bad-input',
  ValidationError: 'bad-input',
  ValidationException: 'bad-input',
  InvalidArnException: 'bad-input',
  InvalidParameter: 'bad-input',
  InvalidParameterException: 'bad-input',
  InvalidParameterValueException: 'bad-input',
  InvalidAuthorizationMessageException: 'cannot-decode',
  RequestTimeTooSkewed: 'clock',
  RequestInTheFuture: 'clock',
  RegionDisabledException: 'region-off',
  RegionDisabled: 'region-off',
  ServiceUnavailable: 'unavailable',
  ServiceUnavailableException: 'unavailable',
  Unavailable: 'unavailable',
  AbortError: 'cancelled',
  Offline: 'offline',
  NotForPages: 'not-for-pages',
  TypeError: 'not-reached',
  TimeoutError: 'not-reached',
  NetworkingError: 'not-reached',
}

const LONGEST_REASON = 2_000

/** What AWS's words tell that the code does not: a wrong time makes a signature wrong, as a wrong key does. */
const TOLD: readonly (readonly [cause: FailureCause, words: RegExp])[] = [
  ['clock', /signature (?:expired|not yet current)|is now (?:earlier|later) than/i],
  ['region-off', /\bSTS is not activated in this region\b/i],
]

const statusOf = (error: unknown): number | undefined => {
  const { $metadata } = (error ?? {}) as { readonly $metadata?: { readonly httpStatusCode?: number } }
  return $metadata?.httpStatusCode
}

const WITHOUT_WORDS: ReadonlySet<FailureCause> = new Set(['offline', 'not-for-pages', 'not-reached'])

/** Reads an error that a client threw. Its message is AWS's, which never repeats a secret. */
export function failureOf(error: unknown): AwsFailure {
  const { name, message } = error instanceof Error ? error : { name: 'Unknown', message: '' }
  const status = statusOf(error)
  // What the SDK calls an answer without a code of its own says nothing: the number does.
  const isNameless = name === 'Unknown' && status !== undefined
  const said = isNameless ? AWS_MESSAGES.noReasonGiven : message.slice(0, LONGEST_REASON)
  const told = TOLD.find(([, words]) => words.test(said))?.[0]
  const cause = told ?? own(CAUSE_OF, name) ?? (status === 503 ? 'unavailable' : 'service')
  // A browser's own words for a blocked call differ and say nothing.
  return { code: isNameless ? `HTTP ${status}` : name, message: WITHOUT_WORDS.has(cause) ? '' : said, cause }
}
