import type { PolicyLayer } from '../case/access-case'
import type { YamlReader } from '../policy/yaml-policies'
import type { FoundPolicy } from '../policy/found-policy'
import { applyFoundPolicy, isPlaced } from './apply-found-policy'
import { requestOf } from './build-case'
import type { Draft } from './draft'
import { setPaste } from './set-paste'
import { placementOf, type AskReason } from './place-policy'
import { readPaste, type PasteReading } from './read-paste'

/** A policy that was put into a layer. */
export interface PlacedPolicy {
  readonly policy: FoundPolicy
  readonly layer: PolicyLayer
}

/** A policy that was put nowhere, and why. */
export interface AskedPolicy {
  readonly policy: FoundPolicy
  readonly reason: AskReason
}

/** What became of found policies. */
export interface PlacingOutcome {
  readonly draft: Draft
  readonly placed: readonly PlacedPolicy[]
  readonly asked: readonly AskedPolicy[]
}

/** What became of a paste. */
export interface PasteOutcome extends PlacingOutcome {
  readonly reading: PasteReading
}

const ownersOf = (policies: readonly FoundPolicy[]): ReadonlySet<string> =>
  new Set(policies.flatMap(({ owner, layer }) => (owner !== null && layer !== 'resource' ? [owner] : [])))

/** Puts each policy into the layer it belongs to; those that nobody can tell are handed back to be asked. */
export function placePolicies(draft: Draft, policies: readonly FoundPolicy[]): PlacingOutcome {
  const request = requestOf(draft)
  const severalOwners = ownersOf(policies).size > 1
  const placed: PlacedPolicy[] = []
  const asked: AskedPolicy[] = []
  let next = draft
  for (const policy of policies) {
    const placement = placementOf(policy, request, severalOwners)
    if ('ask' in placement) {
      const isThere = policy.candidates.some(
        (layer) => next.layers[layer].state === 'given' && isPlaced(next.layers, policy, layer),
      )
      if (!isThere) asked.push({ policy, reason: placement.ask })
    } else {
      next = applyFoundPolicy(next, policy, placement.layer, request)
      placed.push({ policy, layer: placement.layer })
    }
  }
  return { draft: next, placed, asked }
}

/**
 * Takes a paste into a draft. A case takes the place of everything. An error takes the place of the error before it;
 * policies are added to their layers, whether they come with an error or alone. A paste of policies alone leaves the
 * error, and one in which nothing is recognised is shown only where there is no error yet. A link is for the link room
 * to open: it changes nothing here. https:// links and credentials are never put into the draft.
 */
export function takePaste(draft: Draft, paste: string, readYaml?: YamlReader): PasteOutcome {
  const reading = readPaste(paste, readYaml)
  const nothing = { placed: [], asked: [], reading }
  if (reading.caseDraft !== null) return { ...nothing, draft: reading.caseDraft }
  if (reading.link !== null) return { ...nothing, draft }
  const isError = reading.denials.length > 0
  const isAlone = reading.policies.length === 0 && draft.paste === ''
  const withError = isError || isAlone ? setPaste(draft, reading.text) : draft
  return { ...placePolicies(withError, reading.policies), reading }
}
