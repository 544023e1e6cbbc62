import { holdsOne, LAYERS, type Layer } from './layers'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A layer by name, at the start of a sentence: "SCPs", "Permissions boundary". */
export const layerTitle = (layer: Layer): string => capital(holdsOne(layer) ? LAYERS[layer].name : LAYERS[layer].plural)

/** One policy of a layer by its type, at the start of a sentence: "SCP". */
export const policyTitle = (layer: Layer): string => capital(LAYERS[layer].name)
