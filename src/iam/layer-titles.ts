import { holdsOne, LAYERS, type Layer } from './layers'
import { capital } from '../text/letter-case'

/** A layer by name, at the start of a sentence: "SCPs", "Permissions boundary". */
export const layerTitle = (layer: Layer): string => capital(holdsOne(layer) ? LAYERS[layer].name : LAYERS[layer].plural)

/** One policy of a layer by its type, at the start of a sentence: "SCP". */
export const policyTitle = (layer: Layer): string => capital(LAYERS[layer].name)
