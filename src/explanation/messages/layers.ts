import type { LayerStatus } from '../../evaluation/evaluation'
import { LAYERS, READING_ORDER, holdsOne, type Layer } from '../../iam/layers'
import { layerTitle } from '../../iam/layer-titles'

/** How sentences speak of one layer. */
export interface LayerPhrases {
  /** The gate's name in the diagram. */
  readonly gate: string
  /** "Denied by …" */
  readonly one: string
  /** "… allows it": what is missing when nothing allows. */
  readonly no: string
  /** "… are not given". */
  readonly all: string
  readonly areOne: boolean
  /** AWS's page on this policy type. */
  readonly page: string
}

/** Does it sound so? "an SCP", "an RCP". */
const startsWithVowel = (text: string): boolean => /^(?:[aeiou]|[RS]CP)/.test(text)

const phrasesOf = (layer: Layer): LayerPhrases => {
  const { name, plural, page } = LAYERS[layer]
  const areOne = holdsOne(layer)
  return {
    gate: layerTitle(layer),
    one: areOne ? `the ${name}` : `${startsWithVowel(name) ? 'an' : 'a'} ${name}`,
    no: `no ${name}`,
    all: `the ${areOne ? name : plural}`,
    areOne,
    page,
  }
}

/** The layers in AWS's words. */
export const LAYER_PHRASES = Object.fromEntries(READING_ORDER.map((layer) => [layer, phrasesOf(layer)])) as Readonly<
  Record<Layer, LayerPhrases>
>

/** What a gate's label says of its state: "SCPs: explicit deny". */
export const STATUS_TEXT: Readonly<Record<LayerStatus, string>> = {
  allows: 'allows',
  explicitDeny: 'explicit deny',
  implicitDeny: 'implicit deny',
  depends: 'depends',
  notGiven: 'not given',
  none: 'none attached',
  notApplicable: 'does not apply',
}
