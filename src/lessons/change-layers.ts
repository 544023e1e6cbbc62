import type { Draft, DraftLayer, DraftLevels } from '../draft/draft'
import { byCaseLayer } from '../iam/layers'
import type { LayerChange } from './lesson'

/** A draft with the policies of some layers replaced; a layer without policies has none attached. */
export function changeLayers(draft: Draft, change: LayerChange): Draft {
  const stateOf = (list: readonly unknown[]) => (list.length > 0 ? 'given' : 'none')
  const layers = byCaseLayer<DraftLayer, DraftLevels>(
    (layer) => {
      const policies = change[layer]
      return policies === undefined ? draft.layers[layer] : { state: stateOf(policies), policies }
    },
    (layer) => {
      const levels = change[layer]
      return levels === undefined ? draft.layers[layer] : { state: stateOf(levels), levels }
    },
  )
  return { ...draft, layers }
}
