import { isTrustAction } from '../../evaluation/services/service-rules'
import type { CaseLayer, Layer } from '../../iam/layers'

/** The type of the policies in a layer: where a role is assumed, the resource-based policy is its trust policy. */
export function policyTypeOf(layer: CaseLayer, action: string): Layer {
  return layer === 'resource' && isTrustAction(action.toLowerCase()) ? 'trust' : layer
}
