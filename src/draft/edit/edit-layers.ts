import type { DraftLayer, DraftLayers, DraftLevel, DraftLevels, DraftPolicy, LayerState } from '../draft'
import type { PolicyContainer, PolicyRef } from '../../case/policy-ref'
import { hasLevels, type CaseLayer, type LevelledLayer } from '../../iam/layers'

/** The policies in one container; none where there is no such container. */
export function policiesOn(layers: DraftLayers, { layer, level }: PolicyContainer): readonly DraftPolicy[] {
  if (hasLevels(layer)) return layers[layer].levels[level ?? 0]?.policies ?? []
  return layers[layer].policies
}

/** One policy of the draft, if it is there. */
export function policyAt(layers: DraftLayers, ref: PolicyRef): DraftPolicy | undefined {
  return policiesOn(layers, ref)[ref.policy]
}

/** Every container of a layer, in order. */
export function containersOf(layers: DraftLayers, layer: CaseLayer): readonly PolicyContainer[] {
  return hasLevels(layer) ? layers[layer].levels.map((_, level) => ({ layer, level })) : [{ layer, level: null }]
}

/** The policies of a layer, over all its levels. */
export function draftPoliciesOf(layers: DraftLayers, layer: CaseLayer): readonly DraftPolicy[] {
  return containersOf(layers, layer).flatMap((container) => policiesOn(layers, container))
}

/** How many policies a layer holds, over all its levels. */
export function countPolicies(layers: DraftLayers, layer: CaseLayer): number {
  return draftPoliciesOf(layers, layer).length
}

function replace(layers: DraftLayers, layer: CaseLayer, value: DraftLayer | DraftLevels): DraftLayers {
  return { ...layers, [layer]: value }
}

/** Sets what is known of a layer. The policies typed so far stay, so that a change of mind loses nothing. */
export function setState(layers: DraftLayers, layer: CaseLayer, state: LayerState): DraftLayers {
  return replace(layers, layer, { ...layers[layer], state })
}

function setPolicies(layers: DraftLayers, container: PolicyContainer, policies: readonly DraftPolicy[]): DraftLayers {
  if (!hasLevels(container.layer)) {
    const state = policies.length > 0 ? 'given' : 'notGiven'
    return replace(layers, container.layer, { state, policies })
  }
  const levels = layers[container.layer].levels.map((level, index) =>
    index === (container.level ?? 0) ? { ...level, policies } : level,
  )
  return replace(layers, container.layer, { state: 'given', levels })
}

/** Adds a policy at the end of a container under a name that is free there; the layer becomes given. */
export function addPolicy(layers: DraftLayers, container: PolicyContainer, policy: DraftPolicy): DraftLayers {
  const there = policiesOn(layers, container)
  return setPolicies(layers, container, [...there, { ...policy, name: freeName(there, policy.name) }])
}

/** Replaces one policy, for its text, its name or where it hangs. */
export function changePolicy(layers: DraftLayers, ref: PolicyRef, change: Partial<DraftPolicy>): DraftLayers {
  const policies = policiesOn(layers, ref).map((policy, index) =>
    index === ref.policy ? { ...policy, ...change } : policy,
  )
  return setPolicies(layers, ref, policies)
}

/** Takes a policy away. A layer without levels that loses its last policy is no longer given: nobody said "none". */
export function removePolicy(layers: DraftLayers, ref: PolicyRef): DraftLayers {
  return setPolicies(
    layers,
    ref,
    policiesOn(layers, ref).filter((_, index) => index !== ref.policy),
  )
}

function setLevels(layers: DraftLayers, layer: LevelledLayer, levels: readonly DraftLevel[]): DraftLayers {
  return replace(layers, layer, { state: levels.length > 0 ? 'given' : 'notGiven', levels })
}

/** Puts a level into the tree; the account stays last, so a new OU stands before it. */
export function addLevel(layers: DraftLayers, layer: LevelledLayer, at: number, level: DraftLevel): DraftLayers {
  return setLevels(layers, layer, layers[layer].levels.toSpliced(at, 0, level))
}

/** Renames a level. */
export function renameLevel(layers: DraftLayers, layer: LevelledLayer, at: number, target: string): DraftLayers {
  return setLevels(
    layers,
    layer,
    layers[layer].levels.map((level, index) => (index === at ? { ...level, target } : level)),
  )
}

/** Takes a level and its policies out of the tree. */
export function removeLevel(layers: DraftLayers, layer: LevelledLayer, at: number): DraftLayers {
  return setLevels(layers, layer, layers[layer].levels.toSpliced(at, 1))
}

/** A name that no policy of the list has yet: "Policy", "Policy 2", … */
export function freeName(policies: readonly DraftPolicy[], name: string): string {
  const taken = new Set(policies.map((policy) => policy.name))
  if (!taken.has(name)) return name
  let number = 2
  while (taken.has(`${name} ${number}`)) number += 1
  return `${name} ${number}`
}
