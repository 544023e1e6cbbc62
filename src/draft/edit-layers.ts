import type { PolicyLayer } from '../case/access-case'
import type { DraftLayer, DraftLayers, DraftLevel, DraftLevels, DraftPolicy, LayerState } from './draft'

/** Where policies hang: a layer, and for SCPs and RCPs one level of it. */
export interface Shelf {
  readonly layer: PolicyLayer
  readonly level: number | null
}

/** One policy on its shelf. */
export interface PolicySpot extends Shelf {
  readonly policy: number
}

/** Do policies of this layer hang on levels? */
export function hasLevels(layer: PolicyLayer): layer is 'scps' | 'rcps' {
  return layer === 'scps' || layer === 'rcps'
}

/** The policies on one shelf; none where there is no such shelf. */
export function policiesOn(layers: DraftLayers, shelf: Shelf): readonly DraftPolicy[] {
  if (hasLevels(shelf.layer)) return layers[shelf.layer].levels[shelf.level ?? 0]?.policies ?? []
  return layers[shelf.layer].policies
}

/** One policy of the draft, if it is there. */
export function policyAt(layers: DraftLayers, spot: PolicySpot): DraftPolicy | undefined {
  return policiesOn(layers, spot)[spot.policy]
}

/** Every shelf of a layer, in order. */
export function shelvesOf(layers: DraftLayers, layer: PolicyLayer): readonly Shelf[] {
  return hasLevels(layer) ? layers[layer].levels.map((_, level) => ({ layer, level })) : [{ layer, level: null }]
}

/** How many policies a layer holds, over all levels. */
export function countPolicies(layers: DraftLayers, layer: PolicyLayer): number {
  return shelvesOf(layers, layer).reduce((sum, shelf) => sum + policiesOn(layers, shelf).length, 0)
}

function replace(layers: DraftLayers, layer: PolicyLayer, value: DraftLayer | DraftLevels): DraftLayers {
  return { ...layers, [layer]: value }
}

/** Sets what is known of a layer. The policies typed so far stay, so that a change of mind loses nothing. */
export function setState(layers: DraftLayers, layer: PolicyLayer, state: LayerState): DraftLayers {
  return replace(layers, layer, { ...layers[layer], state })
}

function setPolicies(layers: DraftLayers, shelf: Shelf, policies: readonly DraftPolicy[]): DraftLayers {
  if (!hasLevels(shelf.layer)) {
    const state = policies.length > 0 ? 'given' : 'notGiven'
    return replace(layers, shelf.layer, { state, policies })
  }
  const levels = layers[shelf.layer].levels.map((level, index) =>
    index === (shelf.level ?? 0) ? { ...level, policies } : level,
  )
  return replace(layers, shelf.layer, { state: 'given', levels })
}

/** Adds a policy at the end of a shelf under a name that is free there; the layer becomes given. */
export function addPolicy(layers: DraftLayers, shelf: Shelf, policy: DraftPolicy): DraftLayers {
  const there = policiesOn(layers, shelf)
  return setPolicies(layers, shelf, [...there, { ...policy, name: freeName(there, policy.name) }])
}

/** Replaces one policy, for its text, its name or where it hangs. */
export function changePolicy(layers: DraftLayers, spot: PolicySpot, change: Partial<DraftPolicy>): DraftLayers {
  const policies = policiesOn(layers, spot).map((policy, index) =>
    index === spot.policy ? { ...policy, ...change } : policy,
  )
  return setPolicies(layers, spot, policies)
}

/** Takes a policy away. A layer without levels that loses its last policy is no longer given: nobody said "none". */
export function removePolicy(layers: DraftLayers, spot: PolicySpot): DraftLayers {
  return setPolicies(
    layers,
    spot,
    policiesOn(layers, spot).filter((_, index) => index !== spot.policy),
  )
}

function setLevels(layers: DraftLayers, layer: 'scps' | 'rcps', levels: readonly DraftLevel[]): DraftLayers {
  return replace(layers, layer, { state: levels.length > 0 ? 'given' : 'notGiven', levels })
}

/** Puts a level into the tree; the account stays last, so a new OU stands before it. */
export function addLevel(layers: DraftLayers, layer: 'scps' | 'rcps', at: number, level: DraftLevel): DraftLayers {
  return setLevels(layers, layer, layers[layer].levels.toSpliced(at, 0, level))
}

/** Renames a level. */
export function renameLevel(layers: DraftLayers, layer: 'scps' | 'rcps', at: number, target: string): DraftLayers {
  return setLevels(
    layers,
    layer,
    layers[layer].levels.map((level, index) => (index === at ? { ...level, target } : level)),
  )
}

/** Moves a level up or down in the tree, as far as the tree goes. */
export function moveLevel(layers: DraftLayers, layer: 'scps' | 'rcps', at: number, by: number): DraftLayers {
  const { levels } = layers[layer]
  const to = Math.min(Math.max(at + by, 0), levels.length - 1)
  const level = levels[at]
  if (level === undefined || to === at) return layers
  return setLevels(layers, layer, levels.toSpliced(at, 1).toSpliced(to, 0, level))
}

/** Takes a level and its policies out of the tree. */
export function removeLevel(layers: DraftLayers, layer: 'scps' | 'rcps', at: number): DraftLayers {
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
