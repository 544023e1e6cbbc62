import { isAccountId, splitArn } from '../iam/arn'
import type { EventParts } from './event-parts'

/** Of what the likely cause of a refusal is told. */
export interface RefusedCall {
  readonly answer: Pick<EventParts['answer'], 'layer' | 'decision' | 'errorCode' | 'message' | 'action'>
  readonly caller: Pick<EventParts['caller'], 'principal'>
  readonly resource: string | null
  readonly service: string
}

interface CauseRow {
  readonly code: string
  /** What is likely, as a title. */
  readonly title: string
  readonly fits: (call: RefusedCall) => boolean
}

const says =
  (words: RegExp) =>
  ({ answer }: RefusedCall) =>
    words.test(answer.message ?? '') || words.test(answer.errorCode ?? '')

const is =
  (layer: EventParts['answer']['layer'], decision: EventParts['answer']['decision']) =>
  ({ answer }: RefusedCall) =>
    answer.layer === layer && answer.decision === decision

/** Does the resource name another account than the caller's? */
function isOfAnotherAccount({ resource, caller }: RefusedCall): boolean {
  const account = splitArn(resource ?? '')?.[4] ?? ''
  const own = caller.principal.account
  return own !== null && isAccountId(account) && account !== own
}

/** What is likely behind a refusal, the first that fits. What AWS names goes before what only follows from the call. */
const CAUSES = [
  { code: 'scp-deny', title: 'An SCP denies it', fits: is('scp', 'explicit') },
  { code: 'scp-no-allow', title: 'No SCP allows it', fits: is('scp', 'implicit') },
  { code: 'rcp-deny', title: 'An RCP denies it', fits: is('rcp', 'explicit') },
  { code: 'boundary-deny', title: 'The permissions boundary denies it', fits: is('boundary', 'explicit') },
  { code: 'boundary-no-allow', title: 'The permissions boundary does not allow it', fits: is('boundary', 'implicit') },
  { code: 'session-deny', title: 'A session policy denies it', fits: is('session', 'explicit') },
  { code: 'session-no-allow', title: 'The session policy does not allow it', fits: is('session', 'implicit') },
  { code: 'endpoint-deny', title: 'The VPC endpoint’s policy denies it', fits: is('endpoint', 'explicit') },
  {
    code: 'endpoint-no-allow',
    title: 'The VPC endpoint’s policy does not allow it',
    fits: (call) => is('endpoint', 'implicit')(call) || says(/VpceAccessDenied/)(call),
  },
  { code: 'resource-deny', title: 'The resource’s policy denies it', fits: is('resource', 'explicit') },
  {
    code: 'public-access',
    title: 'S3 Block Public Access stops it',
    fits: says(/S3 Block Public Access/),
  },
  { code: 'trust', title: 'The role’s trust policy does not allow it', fits: is('trust', 'implicit') },
  { code: 'trust-deny', title: 'The role’s trust policy denies it', fits: is('trust', 'explicit') },
  { code: 'resource-no-allow', title: 'The resource’s policy does not allow it', fits: is('resource', 'implicit') },
  { code: 'identity-deny', title: 'An identity-based policy denies it', fits: is('identity', 'explicit') },
  { code: 'identity-no-allow', title: 'No identity-based policy allows it', fits: is('identity', 'implicit') },
  {
    code: 'unnamed-deny',
    title: 'Some policy denies it',
    fits: ({ answer }) => answer.decision === 'explicit',
  },
  {
    code: 'key',
    title: 'The key’s policy, or permission to use the key',
    fits: ({ answer, service }) => service !== 'kms' && /\bKMS\b|kms:/i.test(answer.message ?? ''),
  },
  {
    code: 'pass-role',
    title: 'Passing a role is not allowed',
    fits: ({ answer }) => answer.action === 'iam:PassRole',
  },
  {
    code: 'other-account',
    title: 'Another account’s resource: both sides must allow it',
    fits: isOfAnotherAccount,
  },
  { code: 'unnamed', title: 'AWS gives no reason', fits: () => true },
] as const satisfies readonly CauseRow[]

/** What is likely behind a refusal. */
export type RefusalCauseCode = (typeof CAUSES)[number]['code']

const ROWS: readonly (CauseRow & { readonly code: RefusalCauseCode })[] = CAUSES

/** The likely cause of a refused call: never more than likely, since no policy was looked at. */
export const likelyCauseOf = (call: RefusedCall): RefusalCauseCode =>
  ROWS.find(({ fits }) => fits(call))?.code ?? 'unnamed'

/** What a likely cause is called. */
export const causeTitle = (code: string): string => ROWS.find((row) => row.code === code)?.title ?? code
