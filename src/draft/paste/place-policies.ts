import type { Denial } from '../../denial/denial'
import { isDeviceCall } from '../../facts/device-calls'
import { CASE_LAYERS, type CaseLayer } from '../../iam/layers'
import type { FoundPolicy } from '../../policy/found-policy'
import { parsePolicy } from '../../policy/parse-policy'
import { actionsOfRow, decidingRow } from '../build/row-question'
import { requestOf, type RequestParts } from '../build/request-fields'
import { checksOf, editOfCheck, isOnSameResource } from '../checks/edit-checks'
import type { Draft, DraftLayers } from '../draft'
import { editLayers } from '../edit/edit-draft'
import type { AskReason } from '../messages/paste-messages'
import {
  applyFoundPolicy,
  assumedIn,
  assumedOf,
  calledIn,
  clearNamedLevels,
  withoutAssumed,
  documentKey,
  isPlaced,
} from './apply-found-policy'
import { fillFoundPolicy } from './fill-found-policy'
import { layersOfOpen, mayBeOfPolicies, type PlacedBy } from './open-layers'
import { placementOf } from './placement-rules'

/** A policy that was put into a layer. */
export interface PlacedPolicy {
  readonly policy: FoundPolicy
  readonly layer: CaseLayer
  /** Who says that it belongs there. */
  readonly by: PlacedBy
  /** The action of the further check whose resource it is the policy of; null where it is of the request's. */
  readonly checked: string | null
}

/** A policy that waits for somebody to say where it belongs, and why. It counts nowhere, or where it most likely is. */
export interface UnplacedPolicy {
  readonly policy: FoundPolicy
  readonly reason: AskReason
}

/** A policy that was asked about, as it counts now: somebody may have edited it since. Null where it counts no more. */
export function asItStands(layers: DraftLayers, { policy, reason }: UnplacedPolicy): FoundPolicy | null {
  if (reason !== 'layer-assumed') return policy
  const now = assumedOf(layers, policy) ?? assumedIn(layers).find((one) => one.policy.name === policy.name)
  return now === undefined ? null : { ...policy, text: now.policy.text }
}

/** A draft with found policies in their layers, and those that nobody can tell. */
export interface PlacedPolicies {
  readonly draft: Draft
  readonly placed: readonly PlacedPolicy[]
  readonly asked: readonly UnplacedPolicy[]
}

/** Do the words of a service say that the policy of a resource decided, and is this one of such a resource? */
const speaksOf =
  (denials: readonly Denial[]) =>
  ({ text, service }: FoundPolicy): boolean =>
    denials.some((denial) => {
      const row = decidingRow(denial)
      if (row?.layer !== 'resource') return false
      if (row.decides === 'trust') return service === 'sts'
      return actionsOfRow(row, parsePolicy(text, 'resource').statements).length > 0
    })

/** A policy of AWS IoT decides where a device called: its certificate has it, as a role has others. */
const ofDevice = (policy: FoundPolicy, { action, principal }: RequestParts): FoundPolicy =>
  policy.layer === null && policy.candidates.length === 0 && isDeviceCall(action, principal)
    ? { ...policy, layer: 'identity', candidates: ['identity'], source: 'certificate' }
    : policy

const ownersOf = (policies: readonly FoundPolicy[]): ReadonlySet<string> =>
  new Set(policies.flatMap(({ owner, layer }) => (owner !== null && layer !== 'resource' ? [owner] : [])))

/** What tells one found policy from another, wherever it stands in which paste. */
const identityOf = ({ name, owner, source, text }: FoundPolicy): string =>
  JSON.stringify([name, owner, source, documentKey(text)])

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
  const severalOwners = ownersOf(policies).size > 1
  const placed: PlacedPolicy[] = []
  const asked = new Map<string, UnplacedPolicy>()
  const put = (policy: FoundPolicy, layer: CaseLayer, by: PlacedBy) => {
    const called = calledIn(next.layers, policy, layer, by)
    next = applyFoundPolicy(next, policy, layer, request, by)
    placed.push({ policy: called, layer, by, checked: null })
    if (by === 'look' && assumedOf(next.layers, policy) !== undefined)
      asked.set(identityOf(policy), { policy: called, reason: 'layer-assumed' })
  }
  let next = editLayers(draft, (layers) => clearNamedLevels(withoutAssumed(layers, policies), policies))
  const isDenied = denials.some(mayBeOfPolicies)
  const asking = { ...request, speaksOf: speaksOf(denials) }
  const open = layersOfOpen(policies, next.layers, denials, request)
  for (const each of policies) {
    const told = open.get(each)
    const found = told === undefined ? ofDevice(each, request) : { ...each, layer: told.layer }
    const policy = found.layer === null ? found : fillFoundPolicy(found, found.layer, request)
    const placement = placementOf(policy, asking, severalOwners)
    const check = 'ask' in placement && placement.ask === 'other-service' ? checkOf(next, policy) : null
    const isSecond =
      request.action === '' && policy.layer === 'resource' && placed.some(({ layer }) => layer === 'resource')
    if (isSecond) asked.set(identityOf(policy), { policy, reason: 'request-unknown' })
    else if ('layer' in placement) put(policy, placement.layer, told?.by ?? 'paste')
    // Something was denied, and this is the one policy of a resource that is here.
    else if (placement.ask === 'request-unknown' && isDenied) put(policy, 'resource', 'look')
    else if (check !== null) {
      next = editOfCheck(next, check, (seen) => applyFoundPolicy(seen, policy, 'resource', request))
      placed.push({ policy, layer: 'resource', by: 'paste', checked: checksOf(next)[check]?.action ?? null })
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
