import type { Outlook } from '../../../evaluation/decide/decide'
import type { Layer } from '../../../iam/layers'
import { layerTitle } from '../../../iam/layer-titles'

/** The decisions in words. */
export const DECISION_WORDS: Readonly<Record<Outlook, string>> = {
  allowed: 'Allowed',
  explicitDeny: 'Explicit deny',
  implicitDeny: 'Implicit deny',
  depends: 'Depends',
  denied: 'Denied either way',
}

/** A layer in words; nothing where no layer stands in the way. */
export const layerWords = (layer: Layer | 'none'): string => (layer === 'none' ? '' : layerTitle(layer))
