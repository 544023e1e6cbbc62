import { serviceOfAction } from '../iam/action'
import type { RowSource } from '../iam/row-source'
import { DOCS } from '../iam/aws-docs'

/** A service that makes calls with the credentials of who asked it. */
interface Forwarder extends RowSource {
  /** Words that show that it was asked. */
  readonly shown: RegExp
  /** The services that it calls so; any but those of `except` where it is missing. */
  readonly services?: readonly string[]
  readonly except?: readonly string[]
  /** Sessions in which it works with a role of its own instead. */
  readonly ownSessions?: RegExp
}

/** The rows. Requests of a forward access session come from the service: its network, and `aws:ViaAWSService`. */
const FORWARDERS: readonly Forwarder[] = [
  {
    shown:
      /\bstart-query-execution\b|\bStartQueryExecution\b|\bQueryFailed\b|\bget-query-execution\b|\bAccess denied when writing output to url\b|\bPermission denied on S3 path\b|\bAthena\W[^\n]{0,60}\b(?:console|query|editor)\b/,
    services: ['glue', 's3', 'kms'],
    page: `${DOCS}IAM/latest/UserGuide/access_forward_access_sessions.html`,
    confirmed: '2026-12-01',
  },
  {
    // S3 asks KMS for the key of an object that is uploaded or downloaded.
    shown:
      /\bupload(?:ed|ing)?\b[^\n]{0,200}\s(?:to|in)\s(?:the\s)?(?:S3\s)?bucket\b|\b(?:upload|download|copy) failed: [^\n]{0,200}\bs3:\/\//i,
    services: ['kms'],
    page: `${DOCS}IAM/latest/UserGuide/access_forward_access_sessions.html`,
    confirmed: '2026-12-01',
  },
  {
    shown: /\b(?:CREATE|UPDATE|DELETE)_FAILED\b|\bResource handler returned message\b/,
    except: ['cloudformation', 'sts'],
    // With a service role the stack calls as that role, and Lambda makes a function's network interfaces as its role: neither forwards anything.
    ownSessions: /\/(?:AWSCloudFormation|awslambda_\d{1,6}_\d{1,20})$/,
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_condition-keys.html`,
    confirmed: '2026-12-01',
  },
]

/** Does a text show that a service makes the call for whoever AWS refused, with that one's credentials? */
export function isForwardedCall(text: string, action: string, principal: string | null): boolean {
  const service = serviceOfAction(action)
  return FORWARDERS.some(
    ({ shown, services, except = [], ownSessions }) =>
      (services?.includes(service) ?? (service !== '' && principal !== null && !except.includes(service))) &&
      !(ownSessions !== undefined && principal !== null && ownSessions.test(principal)) &&
      shown.test(text),
  )
}
