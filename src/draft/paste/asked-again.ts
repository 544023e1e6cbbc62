import { NOTHING_BESIDE } from '../../policy/found-policy'
import { likelyLayers, shapeOf } from '../../policy/policy-shape'
import { parseJson } from '../../text/parse-json'
import type { Draft } from '../draft'
import { assumedIn, type AssumedPolicy } from './apply-found-policy'
import type { UnplacedPolicy } from './place-policies'

const askedOf = ({ policy: { name, text, source }, ref: { layer } }: AssumedPolicy): UnplacedPolicy => {
  const { root } = parseJson(text)
  const shape = root === null ? null : shapeOf(root)
  const candidates = shape?.candidates ?? likelyLayers([layer])
  return {
    policy: {
      ...NOTHING_BESIDE,
      name,
      text,
      layer,
      candidates,
      source: source ?? null,
      service: candidates.includes('resource') ? (shape?.service ?? null) : null,
      span: [0, text.length],
      recognisedAs: 'document',
    },
    reason: 'layer-assumed',
  }
}

/** What is asked beside a draft that comes from outside: of each policy that counts by its look, where it belongs. */
export const askedAgain = ({ layers }: Draft): readonly UnplacedPolicy[] => assumedIn(layers).map(askedOf)
