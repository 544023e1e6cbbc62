import { isTrustAction } from '../../iam/trust-actions'
import type { CaseFacts } from '../../case/access-case'
import { hasMark } from '../../case/holes'
import { hasLevels, type Layer, type LevelledLayer } from '../../iam/layers'
import { canHaveBoundary, isOutsider } from '../../iam/principal'
import type { CompiledLayer } from '../compile/compile-layers'
import type { EvaluatedRequest } from '../compile/request'
import type { Filling } from '../holes/filling'
import { append } from '../../text/append'
import { askTest, comparison, fitRequirement } from '../holes/hole-question'
import { asPattern } from '../holes/marked-text'
import { matchMarked } from '../holes/match-marked'
import { UNKNOWN } from '../kleene'
import { anyOf, textProbe, type Question } from '../question'
import type { ReasonCode } from '../reason-codes'
import {
  accountUnder,
  controlsBucketPolicy,
  exemptionFrom,
  isIdentityOnly,
  isManagementAccount,
  isServiceLinkedRole,
} from '../services/service-rules'

/** Why a layer does not apply to a request; null where it does. */
type Inapplicable = (request: EvaluatedRequest, state: CompiledLayer['state'], facts: CaseFacts) => ReasonCode | null

const organizationPolicy =
  (layer: LevelledLayer): Inapplicable =>
  (request, state, facts) =>
    state === 'none' ? null : exemptionFrom(layer, request, facts)

const always: Inapplicable = () => null

/** Root user, services, identity providers and anonymous callers have no policies of their own. */
const INAPPLICABLE: Readonly<Record<Layer, Inapplicable>> = {
  rcp: organizationPolicy('rcp'),
  scp: organizationPolicy('scp'),
  endpoint: always,
  resource: (request) => {
    if (controlsBucketPolicy(request) === true) return 'owner-root-controls-bucket-policy'
    return isIdentityOnly(request) ? 'no-resource-policy-for-action' : null
  },
  trust: always,
  identity: ({ principal: { kind } }) =>
    isOutsider(kind) || kind === 'root' ? 'principal-has-no-identity-policies' : null,
  boundary: ({ principal: { kind } }) => (canHaveBoundary(kind) ? null : 'principal-has-no-boundary'),
  // They come with sessions of roles and federated users, never with a user's keys or the session that GetSessionToken
  // makes. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
  session: ({ principal: { kind } }, state) =>
    isOutsider(kind) || (kind === 'user' && state === 'unknown') ? 'principal-has-no-session-policy' : null,
}

/** Why a layer does not apply to a request, given or not; null where it does. */
export const inapplicableReason = (
  layer: Layer,
  request: EvaluatedRequest,
  state: CompiledLayer['state'],
  facts: CaseFacts,
): ReasonCode | null => INAPPLICABLE[layer](request, state, facts)

/** What is asked where it is open whether a layer reaches the request at all. */
export function exemptionAsked(layer: Layer, request: EvaluatedRequest, facts: CaseFacts): Question | null {
  if (layer === 'resource') {
    const controls = controlsBucketPolicy(request)
    return typeof controls === 'boolean' ? null : controls
  }
  if (!hasLevels(layer)) return null
  const asked: Question[] = []
  if (isServiceLinkedRole(request) === 'maybe') asked.push(SERVICE_LINKED)
  const isManagement = isManagementAccount(accountUnder(layer, request), facts, request)
  if (typeof isManagement !== 'boolean') asked.push(isManagement)
  if (layer === 'rcp') append(asked, assumesLinkedRole(request))
  return asked.length === 0 ? null : anyOf(asked)
}

/** RCPs leave out the trust policies of service-linked roles: is it one that is to be assumed, where holes hide its path? */
function assumesLinkedRole({ lowerAction, arn, holes }: EvaluatedRequest): readonly Question[] {
  if (arn === null || !isTrustAction(lowerAction) || !hasMark(arn.resource)) return []
  const { resource } = arn
  const pattern = asPattern('role/aws-service-role/*')
  if (matchMarked(pattern, resource, holes) !== UNKNOWN) return []
  const passes = ({ fill }: Filling) => fill(resource).startsWith('role/aws-service-role/')
  const test = comparison('service-linked role', pattern, resource, passes, holes)
  return [askTest(test, (holds) => fitRequirement(pattern, resource, holds, holes))]
}

const SERVICE_LINKED: Question = {
  id: 'service-linked role',
  keys: ['aws:PrincipalArn'],
  answer: (state) => state !== 'absent' && state.values[0]?.includes(':role/aws-service-role/') === true,
  requirements: (holds) => [
    {
      kind: 'key',
      key: 'aws:PrincipalArn',
      operator: 'ArnLike',
      values: ['arn:*:iam::*:role/aws-service-role/*'],
      holds,
    },
  ],
  probe: textProbe('service-linked role', ['*:role/aws-service-role/*'], 'stringLike'),
  samples: ['arn:aws:iam::111122223333:role/aws-service-role/service.amazonaws.com/Role'],
}
