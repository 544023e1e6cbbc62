import { parseArn } from '../iam/arn'
import { parsePrincipal } from '../iam/principal'
import type { FoundPolicy } from '../policy/found-policy'
import { PRINCIPAL_LAYERS, type CaseLayer } from '../iam/layers'

/** Why a policy of a paste is not put anywhere before somebody says so. */
export type AskReason =
  'layer-unknown' | 'other-principal' | 'principal-unknown' | 'request-unknown' | 'other-service' | 'other-resource'

/** Where a found policy goes by itself, or why it must be asked. */
export type Placement = { readonly layer: CaseLayer } | { readonly ask: AskReason }

/** The parts of a request that tell whether a policy concerns it; empty where unknown. */
export interface PlacedRequest {
  readonly principal: string
  readonly action: string
  readonly resource: string
}

/** A user or role, by account and name; the account is null where the paste does not give it. */
interface Holder {
  readonly kind: string
  readonly account: string | null
  readonly name: string
}

/** The user or role whose policies a principal has: of a role session, its role. */
function holderOfPrincipal(principal: string): Holder | null {
  const parsed = parsePrincipal(principal)
  if (parsed === null) return null
  const kind = parsed.kind === 'roleSession' ? 'role' : parsed.kind
  return { kind, account: parsed.account, name: parsed.name }
}

/** Reads "role/NAME", or an ARN of a user or role, whose path does not count: names are unique in an account. */
function holderOfOwner(owner: string): Holder | null {
  const arn = parseArn(owner)
  const [kind, ...path] = (arn?.resource ?? owner).split('/')
  const name = path.at(-1)
  return kind === undefined || name === undefined ? null : { kind, account: arn?.account ?? null, name }
}

function sameHolder(one: Holder | null, other: Holder | null): boolean {
  if (one === null || other === null) return false
  const sameAccount = one.account === null || other.account === null || one.account === other.account
  return one.kind === other.kind && one.name === other.name && sameAccount
}

/** Are two principals of different users or roles? False where one of them is not known. */
export function isAnotherCaller(one: string, other: string): boolean {
  const [before, after] = [holderOfPrincipal(one), holderOfPrincipal(other)]
  return before !== null && after !== null && !sameHolder(before, after)
}

/** Does a policy hang on the request's principal? "unknown" where the paste does not say. */
function hangsOn(policy: FoundPolicy, principal: string): 'yes' | 'no' | 'unknown' {
  const holder = holderOfPrincipal(principal)
  const isGroup = policy.source?.startsWith('group:') ?? false
  if (isGroup && policy.members.length === 0) return 'unknown'
  const owners = isGroup ? policy.members : policy.owner === null ? [] : [policy.owner]
  if (owners.length === 0 || holder === null) return 'unknown'
  return owners.some((owner) => sameHolder(holderOfOwner(owner), holder)) ? 'yes' : 'no'
}

/** Is the policy attached to another resource than the request's? Only where both ARNs are known. */
function isOfOtherResource({ owner, service }: FoundPolicy, resource: string): boolean {
  if (owner === null || resource === '' || resource === '*') return false
  if (service === 'sts') return !sameHolder(holderOfOwner(owner), holderOfOwner(resource))
  return parseArn(owner) !== null && parseArn(resource)?.service === service && owner !== resource
}

const prefixOf = (action: string): string => action.split(':', 1)[0]!.toLowerCase()

interface PlacementRule {
  readonly ask: AskReason
  readonly when: (policy: FoundPolicy, request: PlacedRequest, severalOwners: boolean) => boolean
}

const OF_A_PRINCIPAL: ReadonlySet<CaseLayer | null> = new Set(PRINCIPAL_LAYERS)

/** The first rule that fits asks; a policy that none speaks of goes where the paste says it belongs. */
const PLACEMENT_RULES: readonly PlacementRule[] = [
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
    when: ({ layer, service }, { action }) => layer === 'resource' && service !== null && action === '',
  },
  {
    ask: 'other-service',
    when: ({ layer, service }, { action }) => layer === 'resource' && service !== null && service !== prefixOf(action),
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
