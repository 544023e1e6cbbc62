import { serviceOfAction } from '../../iam/action'
import type { FoundPolicy } from '../../policy/found-policy'
import type { AskReason } from '../messages/paste-messages'
import { PRINCIPAL_LAYERS, type CaseLayer } from '../../iam/layers'
import {
  canBeNamed,
  type PolicyHolder,
  holderOfOwner,
  holderOfPrincipal,
  isMadeFor,
  isOfOtherResource,
  sameHolder,
} from './policy-owner'

const SET_ASIDE: ReadonlySet<AskReason> = new Set([
  'other-principal',
  'other-service',
  'not-assumed',
  'other-resource',
  'other-kind',
])

/** Does the policy plainly belong to another user, role or resource than the request's? */
export const isSetAside = (reason: AskReason): boolean => SET_ASIDE.has(reason)

/** Where a found policy goes by itself, or why it must be asked. */
export type Placement = { readonly layer: CaseLayer } | { readonly ask: AskReason }

/** The parts of a request that tell whether a policy concerns it; empty where unknown. */
export interface PlacedRequest {
  readonly principal: string
  readonly action: string
  readonly resource: string
  /** Do the words of a service, which name no action, speak of what a policy of a resource allows? */
  readonly speaksOf?: (policy: FoundPolicy) => boolean
}

/** Are two principals of different users or roles? False where one of them is not known. */
export function isAnotherCaller(one: string, other: string): boolean {
  const [before, after] = [holderOfPrincipal(one), holderOfPrincipal(other)]
  return before !== null && after !== null && !sameHolder(before, after)
}

/** Is it a policy of a role while a user calls, or the other way round? */
const isOfOtherKind = ({ source }: FoundPolicy, kind: string | undefined): boolean =>
  (source === 'role' && kind === 'user') || (source === 'user' && kind === 'role')

/** Can the request's principal be what a policy is attached to, as far as the name of that is written out? */
const canBeOwner = (owner: string, holder: PolicyHolder): boolean =>
  owner.startsWith('arn:') || holderOfOwner(owner) !== null || canBeNamed(owner, holder)

/** Does a policy hang on the request's principal? "unknown" where the paste does not say. */
export function hangsOn(policy: FoundPolicy, principal: string): 'yes' | 'no' | 'unknown' {
  const holder = holderOfPrincipal(principal)
  const isGroup = policy.source?.startsWith('group:') ?? false
  if (isGroup && policy.members.length === 0) return 'unknown'
  if (isOfOtherKind(policy, holder?.kind)) return 'no'
  const isOfMade =
    policy.madeFor === undefined || holder?.kind !== 'role' ? null : isMadeFor(policy.madeFor, holder.name)
  if (isOfMade !== null) return isOfMade ? 'yes' : 'no'
  const owners = isGroup ? policy.members : policy.owner === null ? [] : [policy.owner]
  const holders = owners.map(holderOfOwner)
  if (holder !== null && owners.length > 0 && !owners.some((owner) => canBeOwner(owner, holder))) return 'no'
  if (holders.length === 0 || holder === null || holders.includes(null)) return 'unknown'
  return holders.some((one) => sameHolder(one, holder)) ? 'yes' : 'no'
}

interface PlacementRule {
  readonly ask: AskReason
  readonly when: (policy: FoundPolicy, request: PlacedRequest, severalOwners: boolean) => boolean
}

const OF_A_PRINCIPAL: ReadonlySet<CaseLayer | null> = new Set(PRINCIPAL_LAYERS)

/** The first rule that fits asks; a policy that none speaks of goes where the paste says it belongs. */
const PLACEMENT_RULES: readonly PlacementRule[] = [
  { ask: 'other-kind', when: ({ layer, candidates }) => layer === null && candidates.length === 0 },
  { ask: 'layer-unknown', when: ({ layer }) => layer === null },
  {
    ask: 'other-principal',
    when: (policy, { principal }) => OF_A_PRINCIPAL.has(policy.layer) && hangsOn(policy, principal) === 'no',
  },
  {
    ask: 'principal-unknown',
    when: (policy, { principal }, severalOwners) =>
      OF_A_PRINCIPAL.has(policy.layer) && severalOwners && hangsOn(policy, principal) === 'unknown',
  },
  {
    ask: 'request-unknown',
    when: (policy, { action, speaksOf }) =>
      policy.layer === 'resource' && policy.service !== null && action === '' && speaksOf?.(policy) !== true,
  },
  {
    ask: 'not-assumed',
    when: ({ layer, service }, { action }) =>
      layer === 'resource' && service === 'sts' && action !== '' && serviceOfAction(action) !== 'sts',
  },
  {
    ask: 'other-service',
    when: ({ layer, service }, { action }) =>
      layer === 'resource' && service !== null && action !== '' && service !== serviceOfAction(action),
  },
  {
    ask: 'other-resource',
    when: (policy, { resource }) => policy.layer === 'resource' && isOfOtherResource(policy, resource),
  },
]

/** Where a found policy goes. `severalOwners`: the paste holds policies of several users and roles. */
export function placementOf(policy: FoundPolicy, request: PlacedRequest, severalOwners: boolean): Placement {
  const rule = PLACEMENT_RULES.find(({ when }) => when(policy, request, severalOwners))
  return rule || policy.layer === null ? { ask: rule?.ask ?? 'layer-unknown' } : { layer: policy.layer }
}
