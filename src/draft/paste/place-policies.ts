import type { Denial } from '../../denial/denial'
import { CASE_LAYERS, caseLayerOf, LAYERS, type CaseLayer } from '../../iam/layers'
import type { FoundPolicy } from '../../policy/found-policy'
import { parsePolicy } from '../../policy/parse-policy'
import type { ValuesElement } from '../../policy/policy'
import { requestOf, type RequestParts } from '../build/request-fields'
import { checksOf, editOfCheck, isOnSameResource } from '../checks/edit-checks'
import type { Draft } from '../draft'
import { editLayers } from '../edit/edit-draft'
import type { AskReason } from '../messages/paste-messages'
import { applyFoundPolicy, calledIn, clearNamedLevels, documentKey, isPlaced } from './apply-found-policy'
import { fillFoundPolicy } from './fill-found-policy'
import { placementOf } from './placement-rules'

/** A policy that was put into a layer. */
export interface PlacedPolicy {
  readonly policy: FoundPolicy
  readonly layer: CaseLayer
  /** Only AWS's message tells the layer: the paste does not say where the policy is attached. */
  readonly isByClaim: boolean
  /** The action of the further check whose resource it is the policy of; null where it is of the request's. */
  readonly checked: string | null
}

/** A policy that was put nowhere, and why. */
export interface UnplacedPolicy {
  readonly policy: FoundPolicy
  readonly reason: AskReason
}

/** A draft with found policies in their layers, and those that nobody can tell. */
export interface PlacedPolicies {
  readonly draft: Draft
  readonly placed: readonly PlacedPolicy[]
  readonly asked: readonly UnplacedPolicy[]
}

const ownersOf = (policies: readonly FoundPolicy[]): ReadonlySet<string> =>
  new Set(policies.flatMap(({ owner, layer }) => (owner !== null && layer !== 'resource' ? [owner] : [])))

/** What tells one found policy from another, wherever it stands in which paste. */
const identityOf = ({ name, owner, source, text }: FoundPolicy): string =>
  JSON.stringify([name, owner, source, documentKey(text)])

/** What all denials that name a layer say alike: the layer, and how it denied; null where they name none, or several. */
function claimOf(denials: readonly Denial[]): Claim | null {
  const claims = denials
    .filter(({ kind }) => kind !== 'not-authorization')
    .map(({ layer, decision }): Claim | null => (layer === 'unknown' ? null : { layer: caseLayerOf(layer), decision }))
  const [claim = null] = claims
  return claims.every((one) => one?.layer === claim?.layer) ? claim : null
}

interface Claim {
  readonly layer: CaseLayer
  readonly decision: Denial['decision']
}

const isEverything = (element: ValuesElement | null): boolean =>
  element !== null && element.values.every(({ text }) => text === '*')

/**
 * Can a policy be the one that denied explicitly? An SCP denies, and allows nothing but everything beside that; what
 * denies and names nobody can be an identity-based policy. Of the other layers only the shape tells.
 */
function canDeny({ text }: FoundPolicy, layer: CaseLayer): boolean {
  const { statements } = parsePolicy(text)
  if (!statements.some(({ effect }) => effect === 'Deny')) return false
  const allows = statements.filter(({ effect }) => effect !== 'Deny')
  return (
    layer === 'identity' ||
    (layer === 'scp' && allows.every(({ action, resource }) => isEverything(action) && isEverything(resource)))
  )
}

/** Do AWS's words and the shape of a policy agree? */
const agrees = (policy: FoundPolicy, { layer, decision }: Claim): boolean =>
  policy.candidates[0] === layer ||
  (decision === 'explicit' && policy.candidates.includes(layer) && canDeny(policy, layer))

/**
 * Policies of which nothing tells the layer belong into the one that AWS names, where they look like policies of that
 * layer: all of them where it holds a list, the only one where it does not. Else nobody can tell, and each is asked.
 */
function claimedLayerOf(policies: readonly FoundPolicy[], denials: readonly Denial[]): CaseLayer | null {
  const claim = claimOf(denials)
  const open = policies.filter(({ layer }) => layer === null)
  if (claim === null || open.length === 0 || !open.every((policy) => agrees(policy, claim))) return null
  return open.length === 1 || LAYERS[claim.layer].holds !== 'one' ? claim.layer : null
}

/**
 * Puts each policy into the layer it belongs to; those that nobody can tell are handed back to be asked, each once.
 * `denials`: the errors that stand now.
 */
export function placePolicies(
  draft: Draft,
  policies: readonly FoundPolicy[],
  request: RequestParts = requestOf(draft),
  denials: readonly Denial[] = [],
): PlacedPolicies {
  const claimed = claimedLayerOf(policies, denials)
  const severalOwners = ownersOf(policies).size > 1
  const placed: PlacedPolicy[] = []
  const asked = new Map<string, UnplacedPolicy>()
  let next = editLayers(draft, (layers) => clearNamedLevels(layers, policies))
  for (const each of policies) {
    const isByClaim = claimed !== null && each.layer === null
    const found = isByClaim ? { ...each, layer: claimed } : each
    const policy = found.layer === null ? found : fillFoundPolicy(found, found.layer, request)
    const placement = placementOf(policy, request, severalOwners)
    const check = 'ask' in placement && placement.ask === 'other-service' ? checkOf(next, policy) : null
    if ('layer' in placement) {
      const { layer } = placement
      placed.push({ policy: calledIn(next.layers, policy, layer), layer, isByClaim, checked: null })
      next = applyFoundPolicy(next, policy, layer, request)
    } else if (check !== null) {
      next = editOfCheck(next, check, (seen) => applyFoundPolicy(seen, policy, 'resource', request))
      placed.push({ policy, layer: 'resource', isByClaim: false, checked: checksOf(next)[check]?.action ?? null })
    } else if (!isThere(next, policy)) asked.set(identityOf(policy), { policy, reason: placement.ask })
  }
  return { draft: next, placed, asked: [...asked.values()] }
}

/**
 * The further check that a policy of a resource belongs to: the paste says of which service it is, and the checks of
 * that service are on one resource.
 */
function checkOf(draft: Draft, { layer, service }: FoundPolicy): number | null {
  if (layer !== 'resource' || service === null) return null
  const checks = checksOf(draft)
  const own = checks.filter(({ action, policy }) => policy !== undefined && action.startsWith(`${service}:`))
  const [first] = own
  return first && own.every((other) => isOnSameResource(first, other)) ? checks.indexOf(first) : null
}

const isThere = ({ layers }: Draft, policy: FoundPolicy): boolean =>
  CASE_LAYERS.some((layer) => layers[layer].state === 'given' && isPlaced(layers, policy, layer))
