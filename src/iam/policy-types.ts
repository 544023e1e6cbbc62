import { READING_ORDER, type Layer } from './layers'

/** What the record of a denial calls the policies of a layer: https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_PolicyInfo.html */
const POLICY_TYPES: Readonly<Record<Layer, string | null>> = {
  identity: 'IDENTITY_BASED_POLICY',
  resource: 'RESOURCE_BASED_POLICY',
  // A trust policy is the resource-based policy of its role.
  trust: null,
  boundary: 'PERMISSIONS_BOUNDARY',
  session: 'SESSION_POLICY',
  scp: 'SERVICE_CONTROL_POLICY',
  rcp: 'RESOURCE_CONTROL_POLICY',
  endpoint: 'VPC_ENDPOINT_POLICY',
}

/** The layer that a type of policy is of, as the record of a denial names it; null where it is none. */
export const layerOfPolicyType = (type: string | null): Layer | null =>
  READING_ORDER.find((layer) => POLICY_TYPES[layer] === type && type !== null) ?? null
