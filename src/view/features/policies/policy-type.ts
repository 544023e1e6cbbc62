import type { PolicyLayer } from '../../../case/access-case'
import { isTrustAction } from '../../../evaluation/services/service-rules'
import type { PolicyType } from '../../../iam/policy-types'

const TYPES: Readonly<Record<PolicyLayer, PolicyType>> = {
  identity: 'identity',
  boundary: 'boundary',
  session: 'session',
  scps: 'scp',
  rcps: 'rcp',
  resource: 'resource',
  endpoint: 'endpoint',
}

/** The type of the policies in a layer: where a role is assumed, the resource-based policy is its trust policy. */
export function policyTypeOf(layer: PolicyLayer, action: string): PolicyType {
  return layer === 'resource' && isTrustAction(action.toLowerCase()) ? 'trust' : TYPES[layer]
}
