import type { FoundPolicy } from '../../policy/found-policy'
import type { FindPolicies } from '../../policy/policy-readers'
import { EMPTY_DRAFT, type DraftLayers } from '../draft'
import { isAnythingKnown } from '../edit/keep-or-drop-layers'
import { isOfOtherResource } from './policy-owner'
import type { ErrorRelation } from './relation'

/** What of the layers still counts after a paste. */
interface KeptLayers {
  readonly layers: DraftLayers
  /** The layers as they were, where some of them are dropped; else null. */
  readonly dropped: DraftLayers | null
  /** A policy of the resource before that is asked about again: it plainly belongs to another resource than this one. */
  readonly stray: FoundPolicy | null
}

/** The error that came. */
interface Arrived {
  readonly related: ErrorRelation
  /** What is asked for now. */
  readonly resource: string
  /** Reads the policy of the resource again. Null where that layer holds none. */
  readonly findPolicies: FindPolicies | null
}

const NO_LAYERS = EMPTY_DRAFT.layers

/** The one policy in the layer of the resource, where it plainly belongs to another resource. */
function strayPolicy(
  { resource: { state, policies } }: DraftLayers,
  { resource: asked, findPolicies }: Arrived,
): FoundPolicy | null {
  const [policy] = state === 'given' ? policies : []
  const [found, ...others] = policy === undefined ? [] : (findPolicies?.(policy.text) ?? [])
  if (policy === undefined || found === undefined || others.length > 0) return null
  const placed: FoundPolicy = { ...found, name: policy.name, layer: 'resource' }
  return isOfOtherResource(placed, asked) ? placed : null
}

/** What was known of another caller's layers says nothing of this one, nor does the layer of another resource. */
export function keepLayers(layers: DraftLayers, arrived: Arrived): KeptLayers {
  const { related } = arrived
  const all: KeptLayers = { layers, dropped: null, stray: null }
  if (related === 'same') return all
  if (related === 'otherCaller') return isAnythingKnown(layers) ? { ...all, layers: NO_LAYERS, dropped: layers } : all
  const withoutResource = { ...layers, resource: NO_LAYERS.resource }
  const stray = strayPolicy(layers, arrived)
  if (stray !== null) return { ...all, layers: withoutResource, stray }
  const isDropped = related === 'otherResource' && layers.resource.state !== 'notGiven'
  return isDropped ? { ...all, layers: withoutResource, dropped: layers } : all
}
