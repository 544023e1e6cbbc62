import { findPolicies } from '../../policy/find-policies'
import type { PolicyReaders } from '../../policy/policy-readers'
import type { FoundPolicy } from '../../policy/found-policy'
import { applyFoundPolicy, calledIn, clearNamedLevels, documentKey, isPlaced } from './apply-found-policy'
import { requestOf } from '../build/request-fields'
import { chosenDenial, isDetail, isSameRequest } from '../build/chosen-denial'
import { EMPTY_DRAFT, type Draft, type DraftLayers } from '../draft'
import { editLayers } from '../edit/edit-draft'
import { checksOf, editOfCheck, isOnSameResource } from '../checks/edit-checks'
import { setPaste } from './set-paste'
import { emptiedBy, failedReads, withEmpty } from './failed-reads'
import { fillFoundPolicy } from './fill-found-policy'
import { isAnotherResource, isOfOtherResource } from './policy-owner'
import { isAnotherCaller, placementOf } from './place-policy'
import type { AskReason } from '../messages/paste-messages'
import { isAnythingKnown } from '../edit/keep-or-drop-layers'
import { takePrincipal } from './take-principal'
import { denialsOf } from '../build/known-denials'
import { readPaste, type PasteReading } from './read-paste'
import type { Denial } from '../../denial/denial'
import { CASE_LAYERS, caseLayerOf, type CaseLayer } from '../../iam/layers'

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

/** What became of found policies. */
export interface PlacingOutcome {
  readonly draft: Draft
  readonly placed: readonly PlacedPolicy[]
  readonly asked: readonly UnplacedPolicy[]
  /** The context keys that a description of the caller tells. */
  readonly keys: readonly string[]
  /** Is it only another resource that the error is about, of the same caller? Then its layer alone is set aside. */
  readonly isOfResource: boolean
  /** The layers as they were before an error of another caller or resource came, where anything was known of them; else null. */
  readonly setAside: DraftLayers | null
  /** The errors of the paste that only say how the fetching of policies went: the error that stands is kept. */
  readonly failedReads: readonly Denial[]
  /** The layers of which the commands said that they hold nothing. */
  readonly empty: readonly CaseLayer[]
}

/** What became of a paste. */
export interface PasteOutcome extends PlacingOutcome {
  readonly reading: PasteReading
}

const ownersOf = (policies: readonly FoundPolicy[]): ReadonlySet<string> =>
  new Set(policies.flatMap(({ owner, layer }) => (owner !== null && layer !== 'resource' ? [owner] : [])))

/** What tells one found policy from another, wherever it stands in which paste. */
const identityOf = ({ name, owner, source, text }: FoundPolicy): string =>
  JSON.stringify([name, owner, source, documentKey(text)])

/** The layer that all denials of a paste name; null where they name none, or several. */
function claimedLayer(denials: readonly Denial[]): CaseLayer | null {
  const layers = new Set(
    denials
      .filter(({ kind }) => kind !== 'not-authorization')
      .map(({ layer }) => (layer === 'unknown' ? null : caseLayerOf(layer))),
  )
  const [layer = null] = layers
  return layers.size === 1 ? layer : null
}

/**
 * The one policy that comes with an error belongs into the layer that AWS names there, where it also looks like a policy
 * of that layer. Of several, or of another shape, nothing tells which it is.
 */
function withClaim(policies: readonly FoundPolicy[], denials: readonly Denial[]): FoundPolicy | null {
  const claimed = claimedLayer(denials)
  const [open, ...others] = policies.filter(({ layer }) => layer === null)
  if (claimed === null || open === undefined || others.length > 0) return null
  return open.candidates[0] === claimed ? { ...open, layer: claimed } : null
}

/**
 * Puts each policy into the layer it belongs to; those that nobody can tell are handed back to be asked, each once.
 * `denials`: those that came in the same paste.
 */
export function placePolicies(
  draft: Draft,
  policies: readonly FoundPolicy[],
  denials: readonly Denial[] = [],
): PlacingOutcome {
  const claimed = withClaim(policies, denials)
  const request = requestOf(draft)
  const severalOwners = ownersOf(policies).size > 1
  const placed: PlacedPolicy[] = []
  const asked = new Map<string, UnplacedPolicy>()
  let next = editLayers(draft, (layers) => clearNamedLevels(layers, policies))
  for (const each of policies) {
    const isByClaim = claimed !== null && each.layer === null
    const found = isByClaim ? claimed : each
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
  return {
    draft: next,
    placed,
    asked: [...asked.values()],
    keys: [],
    setAside: null,
    isOfResource: false,
    failedReads: [],
    empty: [],
  }
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

/** The policy in the layer of the resource that plainly belongs to another one than the request's. */
function strayPolicy(draft: Draft): FoundPolicy | null {
  const { state, policies } = draft.layers.resource
  const [policy] = state === 'given' ? policies : []
  const found = policy === undefined ? [] : findPolicies(policy.text)
  const [only] = found.length === 1 ? found : []
  if (policy === undefined || only === undefined) return null
  const placed: FoundPolicy = { ...only, name: policy.name, layer: 'resource' }
  return isOfOtherResource(placed, requestOf(draft).resource) ? placed : null
}

const joined = (before: string, text: string): string => `${before}\n\n${text}`

/** Do all errors of a paste only tell more of the denial that is there: its decoded message, its details? */
function tellsMore({ paste, chosen: at }: Draft, { denials, text }: PasteReading): boolean {
  const before = denialsOf(paste)
  const chosen = chosenDenial({ chosen: at }, before)
  if (chosen === null || !denials.every(isDetail)) return false
  if (denials.every((denial) => isSameRequest(denial, chosen))) return true
  // An error that names nothing is the one that its encoded message tells of.
  return chosen.encodedMessage !== null && denialsOf(joined(paste, text)).length === before.length
}

/** A longer text is looked at alone, and not below the error. */
const LONGEST_ADDITION = 20_000

const partsOf = ({ principal, action, resource, inferred }: Denial): readonly (string | undefined)[] =>
  [inferred.principal ?? principal, inferred.action ?? action, inferred.resource ?? resource].map(
    (part) => part ?? undefined,
  )

/** The error with a text below it, where that text tells a part of the request that the error does not; else null. */
function withAddition(draft: Draft, text: string): string | null {
  const denials = denialsOf(draft.paste)
  const before = chosenDenial(draft, denials)
  if (before === null || text.length > LONGEST_ADDITION) return null
  const whole = joined(draft.paste, text)
  const read = denialsOf(whole)
  const after = read.length === denials.length ? chosenDenial(draft, read) : null
  if (after === null) return null
  const pairs = partsOf(before).map((part, at) => [part, partsOf(after)[at]] as const)
  const isSame = pairs.every(([was, is]) => was === undefined || was === is)
  return isSame && pairs.some(([was, is]) => was !== is) ? whole : null
}

/** The text of the box after a paste, see takePaste. */
function textAfter(draft: Draft, reading: PasteReading): string {
  if (failedReads(draft, reading).length > 0) return draft.paste
  // A policy can hold words of an error that is none of AWS's, such as the name of a service account.
  const isPolicy = reading.policies.length > 0 && reading.denials.every(({ kind }) => kind === 'not-authorization')
  if (isPolicy && draft.paste !== '') return draft.paste
  const isBelow = tellsMore(draft, reading) && !reading.text.includes(draft.paste.trim())
  if (reading.denials.length > 0) return isBelow ? joined(draft.paste, reading.text) : reading.text
  if (reading.policies.length > 0) return draft.paste
  return draft.paste === '' ? reading.text : (withAddition(draft, reading.text) ?? draft.paste)
}

/**
 * Takes what was read of a paste into a draft. A case takes the place of everything. An error takes the place of the
 * error before it, unless it only tells more of it, as a decoded message does: then it stands below it. What was known of
 * another caller's layers, or of another resource's, is set aside then: it says nothing of this one. Policies are
 * added to their layers, whether they come with an error or alone; the errors of the commands that fetch policies leave
 * the one that stands; those that were asked before (`waiting`) are tried
 * again, since a new error may tell where they belong. A paste of policies alone leaves the error. One in which nothing
 * is recognised is put below the error where it tells a part of the request that the error does not, such as who calls;
 * else it is shown only where there is no error yet. A link is for its reader to open: it changes nothing
 * here.
 */
export function takeReading(draft: Draft, reading: PasteReading, waiting: readonly FoundPolicy[] = []): PlacingOutcome {
  const nothing = { placed: [], asked: [], keys: [], setAside: null, isOfResource: false, failedReads: [], empty: [] }
  if (reading.caseDraft !== null) return { draft: reading.caseDraft, ...nothing }
  if (reading.link !== null) return { draft, ...nothing }
  const next = setPaste(draft, textAfter(draft, reading))
  const isOfAnother = next !== draft && isAnotherCaller(requestOf(draft).principal, requestOf(next).principal)
  const ofCaller = isOfAnother && isAnythingKnown(next.layers) ? next.layers : null
  const ofAny = ofCaller === null ? next : { ...next, layers: EMPTY_DRAFT.layers }
  const stray = next === draft ? null : strayPolicy(ofAny)
  const isElsewhere = next !== draft && isAnotherResource(requestOf(draft).resource, requestOf(next).resource)
  const ofResource = isElsewhere && stray === null && ofAny.layers.resource.state !== 'notGiven' ? ofAny.layers : null
  const setAside = ofCaller ?? ofResource
  const counted: Draft =
    ofResource === null ? ofAny : { ...ofAny, layers: { ...ofAny.layers, resource: EMPTY_DRAFT.layers.resource } }
  const kept =
    stray === null ? counted : { ...counted, layers: { ...counted.layers, resource: EMPTY_DRAFT.layers.resource } }
  const found = [...(stray === null ? [] : [stray]), ...waiting, ...reading.policies]
  const reads = failedReads(draft, reading)
  const placed = placePolicies(kept, found, reads.length > 0 ? [] : reading.denials)
  const empty = reads.length > 0 ? emptiedBy(placed.draft, reading.text) : []
  const told = takePrincipal(withEmpty(placed.draft, empty), reading.principals)
  const keys = Object.keys(told.context).filter((key) => !Object.hasOwn(placed.draft.context, key))
  return {
    ...placed,
    draft: told,
    keys,
    setAside,
    failedReads: reads,
    empty,
    isOfResource: setAside !== null && ofCaller === null,
  }
}

/** Reads a paste and takes it into a draft, see takeReading. */
export function takePaste(
  draft: Draft,
  paste: string,
  readers?: PolicyReaders,
  waiting: readonly FoundPolicy[] = [],
): PasteOutcome {
  const reading = readPaste(paste, readers)
  return { ...takeReading(draft, reading, waiting), reading }
}
