import type { PolicyReaders } from '../policy/policy-readers'
import type { FoundPolicy } from '../policy/found-policy'
import { applyFoundPolicy, clearNamedLevels, documentKey, isPlaced } from './apply-found-policy'
import { requestOf } from './build-case'
import { chosenDenial, isDetail, isSameRequest } from './chosen-denial'
import type { Draft } from './draft'
import { editLayers } from './edit-draft'
import { checksOf, editOfCheck, isOnSameResource } from './edit-checks'
import { setPaste } from './set-paste'
import { fillFoundPolicy } from './fill-found-policy'
import { placementOf, type AskReason } from './place-policy'
import { readPaste, type PasteReading } from './read-paste'
import { CASE_LAYERS, type CaseLayer } from '../iam/layers'
import { denialsOf } from './known-denials'

/** A policy that was put into a layer. */
export interface PlacedPolicy {
  readonly policy: FoundPolicy
  readonly layer: CaseLayer
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

/** Puts each policy into the layer it belongs to; those that nobody can tell are handed back to be asked, each once. */
export function placePolicies(draft: Draft, policies: readonly FoundPolicy[]): PlacingOutcome {
  const request = requestOf(draft)
  const severalOwners = ownersOf(policies).size > 1
  const placed: PlacedPolicy[] = []
  const asked = new Map<string, UnplacedPolicy>()
  let next = editLayers(draft, (layers) => clearNamedLevels(layers, policies))
  for (const found of policies) {
    const policy = found.layer === null ? found : fillFoundPolicy(found, found.layer, request)
    const placement = placementOf(policy, request, severalOwners)
    const check = 'ask' in placement && placement.ask === 'other-service' ? checkOf(next, policy) : null
    if ('layer' in placement) {
      next = applyFoundPolicy(next, policy, placement.layer, request)
      placed.push({ policy, layer: placement.layer })
    } else if (check !== null) {
      next = editOfCheck(next, check, (seen) => applyFoundPolicy(seen, policy, 'resource', request))
      placed.push({ policy, layer: 'resource' })
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

/** Do all errors of a paste only tell more of the denial that is there: its decoded message, its details? */
function tellsMore(draft: Draft, { denials }: PasteReading): boolean {
  const chosen = chosenDenial(draft, denialsOf(draft.paste))
  return chosen !== null && denials.every((denial) => isDetail(denial) && isSameRequest(denial, chosen))
}

/** The text of the box after a paste, see takePaste. */
function textAfter(draft: Draft, reading: PasteReading): string {
  // A policy can hold words of an error that is none of AWS's, such as the name of a service account.
  const isPolicy = reading.policies.length > 0 && reading.denials.every(({ kind }) => kind === 'not-authorization')
  if (isPolicy && draft.paste !== '') return draft.paste
  if (reading.denials.length > 0) return tellsMore(draft, reading) ? `${draft.paste}\n\n${reading.text}` : reading.text
  return draft.paste === '' && reading.policies.length === 0 ? reading.text : draft.paste
}

/**
 * Takes what was read of a paste into a draft. A case takes the place of everything. An error takes the place of the
 * error before it, unless it only tells more of it, as a decoded message does: then it stands below it. Policies are
 * added to their layers, whether they come with an error or alone; those that were asked before (`waiting`) are tried
 * again, since a new error may tell where they belong. A paste of policies alone leaves the error, and one in which
 * nothing is recognised is shown only where there is no error yet. A link is for its reader to open: it changes nothing
 * here.
 */
export function takeReading(draft: Draft, reading: PasteReading, waiting: readonly FoundPolicy[] = []): PlacingOutcome {
  if (reading.caseDraft !== null) return { draft: reading.caseDraft, placed: [], asked: [] }
  if (reading.link !== null) return { draft, placed: [], asked: [] }
  return placePolicies(setPaste(draft, textAfter(draft, reading)), [...waiting, ...reading.policies])
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
