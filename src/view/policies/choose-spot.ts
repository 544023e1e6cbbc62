import type { PolicyLayer } from '../../case/access-case'
import type { DraftLayers } from '../../draft/draft'
import type { Evaluation } from '../../evaluation/evaluation'
import { policiesOn, shelvesOf, type PolicySpot, type Shelf } from '../../draft/edit-layers'
import { tabOf } from './policy-tabs'

/** The policy of a layer that the editor shows: the one asked for if it exists, else the nearest, else the layer's first. */
export function chooseSpot(layers: DraftLayers, layer: PolicyLayer, wanted: PolicySpot | undefined): PolicySpot | null {
  const shelves = shelvesOf(layers, layer)
  const same = shelves.find(({ level }) => level === (wanted?.level ?? null))
  const filled = shelves.find((shelf) => policiesOn(layers, shelf).length > 0)
  const shelf = same && policiesOn(layers, same).length > 0 ? same : filled
  if (!shelf) return null
  const last = policiesOn(layers, shelf).length - 1
  return { ...shelf, policy: shelf === same ? Math.min(wanted?.policy ?? 0, last) : 0 }
}

/** The policy of a layer that the reader should see first: the one that decides, else the first that denies or allows. */
export function tellingSpot(evaluation: Evaluation | null, layer: PolicyLayer): PolicySpot | undefined {
  if (evaluation === null) return undefined
  const { evaluated } = tabOf(layer)
  const { decisive } = evaluation
  if (decisive !== null && evaluation.layer !== 'none' && evaluated.includes(evaluation.layer)) {
    return { layer, level: decisive.level, policy: decisive.policy }
  }
  const statements = evaluation.layers.flatMap((result) => (evaluated.includes(result.layer) ? result.statements : []))
  const found =
    statements.find(({ effect, matches }) => effect === 'Deny' && matches === 'yes') ??
    statements.find(({ matches }) => matches === 'unknown')
  return found && { layer, level: found.level, policy: found.policy }
}

/** Names a policy for the editor, so that its undo stays with it while others come and go. */
export function spotKey(layers: DraftLayers, spot: PolicySpot): string {
  const shelf = policiesOn(layers, spot)
  const { name = '' } = shelf[spot.policy] ?? {}
  const namesakes = shelf.slice(0, spot.policy).filter((policy) => policy.name === name).length
  return JSON.stringify([spot.layer, spot.level, name, namesakes])
}

/** The keys of all policies of the draft. */
export function allSpotKeys(layers: DraftLayers): ReadonlySet<string> {
  const shelves: readonly Shelf[] = (Object.keys(layers) as PolicyLayer[]).flatMap((layer) => shelvesOf(layers, layer))
  return new Set(
    shelves.flatMap((shelf) => policiesOn(layers, shelf).map((_, policy) => spotKey(layers, { ...shelf, policy }))),
  )
}
