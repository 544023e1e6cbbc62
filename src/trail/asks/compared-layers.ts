import type { AccessQuestion } from '../../comparison/comparison'
import { layerAlone } from '../../comparison/layer-alone'
import { LAYERS } from '../../iam/layers'
import type { PolicySets } from '../change/policy-sets'
import { CHANGED_LAYERS, type ChangedLayer } from './changed-layers'

/** What a change does to one layer, whatever the calls of a log were. */
export interface LayerQuestion extends AccessQuestion {
  readonly layer: ChangedLayer
}

/** The layers that a change is about, each to be compared by itself. */
export const comparedLayers = ({ before, after }: PolicySets): readonly LayerQuestion[] =>
  CHANGED_LAYERS.filter((layer) => {
    const { key } = LAYERS[layer]
    return JSON.stringify(before[key]) !== JSON.stringify(after[key])
  }).map((layer) => ({ layer, before: layerAlone(before, layer), after: layerAlone(after, layer) }))
