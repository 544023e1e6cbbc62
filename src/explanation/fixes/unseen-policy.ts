import type { AccessCase } from '../../case/access-case'
import { LAYERS, type Layer } from '../../iam/layers'
import { INTO_UNSEEN } from '../messages/fixes'

/**
 * Is there, or may there be, a policy that a new one of this layer would take the place of? One that is given but belongs
 * to another resource leaves it open too.
 */
export const isUnseen = ({ policies }: AccessCase, layer: Layer): boolean => {
  const { key } = LAYERS[layer]
  const isKnownNone =
    policies.noneAttached?.includes(key) === true || (policies[key] === undefined && policies.otherLayers !== 'unknown')
  return INTO_UNSEEN[layer] !== null && !isKnownNone
}
