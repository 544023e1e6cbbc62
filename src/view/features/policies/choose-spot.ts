import type { DraftLayers } from '../../../draft/draft'
import type { OpenedAt } from '../../../diagnosis/diagnosis'
import type { Evaluation } from '../../../evaluation/evaluation'
import { policiesOn, containersOf } from '../../../draft/edit/edit-layers'
import { POLICY_TABS, type PolicyTab } from '../../shared/policy-tabs'
import type { CaseLayer } from '../../../iam/layers'
import type { PolicyContainer, PolicyRef } from '../../../case/policy-ref'

/** The policy of a layer that the editor shows: the one asked for if it exists, else the nearest, else the layer's first. */
export function chooseSpot(layers: DraftLayers, layer: CaseLayer, wanted: PolicyRef | undefined): PolicyRef | null {
  const shelves = containersOf(layers, layer)
  const same = shelves.find(({ level }) => level === (wanted?.level ?? null))
  const filled = shelves.find((shelf) => policiesOn(layers, shelf).length > 0)
  const shelf = same && policiesOn(layers, same).length > 0 ? same : filled
  if (!shelf) return null
  const last = policiesOn(layers, shelf).length - 1
  return { ...shelf, policy: shelf === same ? Math.min(wanted?.policy ?? 0, last) : 0 }
}

/** The policy of a layer that the reader should see first: the one that decides, else the first that denies, else one in doubt. */
function tellingSpot(evaluation: Evaluation, { layer, evaluated }: PolicyTab): PolicyRef | null {
  const { decisive } = evaluation
  if (decisive !== null && evaluation.layer !== 'none' && evaluated.includes(evaluation.layer)) {
    return { layer, level: decisive.level, policy: decisive.policy }
  }
  const statements = evaluation.layers.flatMap((result) => (evaluated.includes(result.layer) ? result.statements : []))
  const found =
    statements.find(({ effect, matches }) => effect === 'Deny' && matches === 'yes') ??
    statements.find(({ matches }) => matches === 'unknown')
  return found ? { layer, level: found.level, policy: found.policy } : null
}

/** The policies that the reader should see first, of each layer that has one that stands out: above all the one that the answer is about. */
export function tellingSpots(opening: OpenedAt | null): Partial<Record<CaseLayer, PolicyRef>> {
  if (opening === null) return {}
  const { evaluation, shown } = opening
  const spots = POLICY_TABS.flatMap((tab) => tellingSpot(evaluation, tab) ?? [])
  const about = shown && { layer: shown.layer, level: shown.place.level, policy: shown.place.policy }
  return Object.fromEntries([...spots, ...(about ? [about] : [])].map((spot) => [spot.layer, spot]))
}

/** The last policy of a layer that an edit brought; null where it brought none. */
export function newestSpot(before: DraftLayers, after: DraftLayers, layer: CaseLayer): PolicyRef | null {
  const known = new Set(containersOf(before, layer).flatMap((shelf) => policiesOn(before, shelf)))
  const spots = containersOf(after, layer).flatMap((shelf) =>
    policiesOn(after, shelf).map((_, policy) => ({ ...shelf, policy })),
  )
  return spots.findLast((spot) => !known.has(policiesOn(after, spot)[spot.policy]!)) ?? null
}

/** Names a policy for the editor, so that its undo stays with it while others come and go. */
export function spotKey(layers: DraftLayers, spot: PolicyRef): string {
  const shelf = policiesOn(layers, spot)
  const { name = '' } = shelf[spot.policy] ?? {}
  const namesakes = shelf.slice(0, spot.policy).filter((policy) => policy.name === name).length
  return JSON.stringify([spot.layer, spot.level, name, namesakes])
}

/** The keys of all policies of the draft. */
export function allSpotKeys(layers: DraftLayers): ReadonlySet<string> {
  const shelves: readonly PolicyContainer[] = (Object.keys(layers) as CaseLayer[]).flatMap((layer) =>
    containersOf(layers, layer),
  )
  return new Set(
    shelves.flatMap((shelf) => policiesOn(layers, shelf).map((_, policy) => spotKey(layers, { ...shelf, policy }))),
  )
}
