/** AWS's policy types, each a layer of a case; `trust` is a role's resource-based policy. */
export type PolicyType = 'identity' | 'boundary' | 'session' | 'scp' | 'rcp' | 'resource' | 'endpoint' | 'trust'

/** May, must or must not an element stand in a policy of this type? */
export type Presence = 'required' | 'optional' | 'forbidden'

/** What AWS calls a policy type, and which elements are legal in it. */
export interface PolicyTypeRow {
  readonly name: string
  readonly plural: string
  readonly page: string
  readonly principal: Presence
  readonly notPrincipal: Presence
  readonly resource: Presence
  /** Are ARNs with fewer than six fields completed with `*`? Documented for identity-based policies only. */
  readonly completesArns: boolean
}

const GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'
const ORGANIZATIONS = 'https://docs.aws.amazon.com/organizations/latest/userguide'

/** The policy types by layer. */
export const POLICY_TYPES: Readonly<Record<PolicyType, PolicyTypeRow>> = {
  identity: {
    name: 'identity-based policy',
    plural: 'identity-based policies',
    page: `${GUIDE}/access_policies_identity-vs-resource.html`,
    principal: 'forbidden',
    notPrincipal: 'forbidden',
    resource: 'required',
    completesArns: true,
  },
  boundary: {
    name: 'permissions boundary',
    plural: 'permissions boundaries',
    page: `${GUIDE}/access_policies_boundaries.html`,
    principal: 'forbidden',
    notPrincipal: 'forbidden',
    resource: 'required',
    completesArns: true,
  },
  session: {
    name: 'session policy',
    plural: 'session policies',
    page: `${GUIDE}/access_policies.html#policies_session`,
    principal: 'forbidden',
    notPrincipal: 'forbidden',
    resource: 'required',
    completesArns: false,
  },
  scp: {
    name: 'service control policy',
    plural: 'service control policies',
    page: `${ORGANIZATIONS}/orgs_manage_policies_scps.html`,
    principal: 'forbidden',
    notPrincipal: 'forbidden',
    resource: 'required',
    completesArns: false,
  },
  rcp: {
    name: 'resource control policy',
    plural: 'resource control policies',
    page: `${ORGANIZATIONS}/orgs_manage_policies_rcps.html`,
    principal: 'required',
    notPrincipal: 'forbidden',
    resource: 'required',
    completesArns: false,
  },
  resource: {
    name: 'resource-based policy',
    plural: 'resource-based policies',
    page: `${GUIDE}/access_policies_identity-vs-resource.html`,
    principal: 'required',
    notPrincipal: 'optional',
    resource: 'optional',
    completesArns: false,
  },
  endpoint: {
    name: 'VPC endpoint policy',
    plural: 'VPC endpoint policies',
    page: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    principal: 'required',
    notPrincipal: 'optional',
    resource: 'required',
    completesArns: false,
  },
  trust: {
    name: 'role trust policy',
    plural: 'role trust policies',
    page: `${GUIDE}/id_roles_update-role-trust-policy.html`,
    principal: 'required',
    notPrincipal: 'optional',
    resource: 'forbidden',
    completesArns: false,
  },
}
