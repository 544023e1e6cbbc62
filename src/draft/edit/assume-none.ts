import { CASE_LAYERS, LAYERS, type CaseLayer } from '../../iam/layers'
import type { DraftLayers, LayerState } from '../draft'
import { setState } from './edit-layers'

const setAll = (layers: DraftLayers, which: readonly CaseLayer[], state: LayerState): DraftLayers =>
  which.reduce((all, layer) => setState(all, layer, state), layers)

const inState = (layers: DraftLayers, state: LayerState): readonly CaseLayer[] =>
  CASE_LAYERS.filter((layer) => layers[layer].state === state)

/**
 * The layers of which nothing is given and which can well be empty: those that only limit, and the policy of a resource.
 * What grants to the caller is left out: a principal without any policy can do nothing, which nobody means.
 */
export const layersToAssume = (layers: DraftLayers): readonly CaseLayer[] =>
  inState(layers, 'notGiven').filter((layer) => LAYERS[layer].role !== 'grants' || LAYERS[layer].side === 'resource')

/** Takes for granted that nothing is attached in these layers. */
export const assumeNone = (layers: DraftLayers, which: readonly CaseLayer[]): DraftLayers =>
  setAll(layers, which, 'none')

/** The layers in which nothing is said to be attached. */
export const assumedLayers = (layers: DraftLayers): readonly CaseLayer[] => inState(layers, 'none')

/** Takes back that nothing is attached anywhere: those layers are not given. */
export const takeBackNone = (layers: DraftLayers): DraftLayers => setAll(layers, assumedLayers(layers), 'notGiven')
