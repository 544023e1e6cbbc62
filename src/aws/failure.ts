import { own } from '../text/own'

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
  | 'bad-input'
  | 'cannot-decode'
  | 'not-reached'
  | 'cancelled'
  | 'service'

/** What to say about each cause; the page adds the equivalent command, whose output can be pasted. */
export const FAILURE_SENTENCES: Readonly<Record<FailureCause, string>> = {
  'no-credentials': 'There are no temporary credentials any more; paste new ones.',
  expired: 'The credentials have expired; paste new ones.',
  'wrong-credentials': 'AWS does not accept these credentials. They may be cut off, or of another partition.',
  'other-partition':
    'These credentials were used in another partition before, so nothing was sent. Choose the partition beside them to use them in this one.',
  'other-account':
    'These credentials are of another account than the one that is asked about, so it was not asked. Forget them and paste some of that account.',
  'not-allowed': 'These credentials may not make this call; the permission that it needs is listed below.',
  throttled: 'AWS asks to slow down. Wait a moment and try again.',
  'not-found': 'AWS does not know this principal or policy in the account of these credentials.',
  'bad-input': 'AWS did not accept the request.',
  'cannot-decode':
    'AWS cannot decode this message. It may be cut off, too old, or from another account; the full text stands in the error that the client printed.',
  'not-reached':
    'The call did not get through: no network, a blocker in this browser, or AWS not allowing calls from web pages for it. The command below does the same; paste its output.',
  cancelled: 'Cancelled.',
  service: 'AWS could not answer. Try again, or use the command below.',
}

/** Error codes of IAM, STS and the SDK. A code that is not listed counts as the service's own trouble. */
const CAUSE_OF: Readonly<Record<string, FailureCause>> = {
  NoCredentials: 'no-credentials',
  CredentialsProviderError: 'no-credentials',
  ExpiredToken: 'expired',
  ExpiredTokenException: 'expired',
  RequestExpired: 'expired',
  OtherPartition: 'other-partition',
  OtherAccount: 'other-account',
  InvalidClientTokenId: 'wrong-credentials',
  UnrecognizedClientException: 'wrong-credentials',
  SignatureDoesNotMatch: 'wrong-credentials',
  IncompleteSignature: 'wrong-credentials',
  MissingAuthenticationToken: 'wrong-credentials',
  AuthFailure: 'wrong-credentials',
  AccessDenied: 'not-allowed',
  AccessDeniedException: 'not-allowed',
  UnauthorizedOperation: 'not-allowed',
  Throttling: 'throttled',
  ThrottlingException: 'throttled',
  TooManyRequestsException: 'throttled',
  RequestLimitExceeded: 'throttled',
  NoSuchEntity: 'not-found',
  NoSuchEntityException: 'not-found',
  InvalidInput: 'bad-input',
  InvalidInputException: 'bad-input',
  ValidationError: 'bad-input',
  InvalidAuthorizationMessageException: 'cannot-decode',
  AbortError: 'cancelled',
  TypeError: 'not-reached',
  TimeoutError: 'not-reached',
  NetworkingError: 'not-reached',
}

const LONGEST = 2_000

/** Reads an error that a client threw. Its message is AWS's, which never repeats a secret. */
export function failureOf(error: unknown): AwsFailure {
  const { name, message } = error instanceof Error ? error : { name: 'Unknown', message: '' }
  const cause = own(CAUSE_OF, name) ?? 'service'
  // A browser's own words for a blocked call differ and say nothing.
  return { code: name, message: cause === 'not-reached' ? '' : message.slice(0, LONGEST), cause }
}
