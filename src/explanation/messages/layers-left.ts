import type { Layer } from '../../iam/layers'
import { list, say, type Phrase } from '../../text/phrase'
import { LAYER_PHRASES } from './layers'

/** The one finding of a case of which no policy is given. */
export const LAYERS_LEFT = ({ layers }: { readonly layers: readonly Layer[] }): Phrase =>
  say`Not checked yet: ${list(
    layers.map((layer) => say`${LAYER_PHRASES[layer].all}`),
    'and',
    8,
  )}. ${layers.length === 1 ? 'It' : 'Any of them'} could still block the call.`

/** AWS's page for it. */
export const LAYERS_LEFT_PAGE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html'
