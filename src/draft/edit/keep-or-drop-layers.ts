import { CASE_LAYERS } from '../../iam/layers'
import { EMPTY_DRAFT, type Draft, type DraftLayers } from '../draft'

/** Is anything known of any layer? */
export const isAnythingKnown = (layers: DraftLayers): boolean =>
  CASE_LAYERS.some((layer) => layers[layer].state !== 'notGiven')

/** Brings back what was set aside, but for layers of which something else is known since. */
export function bringBack(draft: Draft, before: DraftLayers): Draft {
  const back = CASE_LAYERS.filter((layer) => draft.layers[layer].state === 'notGiven')
  return { ...draft, layers: { ...draft.layers, ...Object.fromEntries(back.map((layer) => [layer, before[layer]])) } }
}

/** A new case of the error alone, with the policies that came with it. */
export const startAnew = ({ paste, chosen, layers }: Draft): Draft => ({ ...EMPTY_DRAFT, paste, chosen, layers })
