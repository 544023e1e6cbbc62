import type { Layer, LayerStatus } from '../../evaluation/evaluation'

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

const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/'
const ORGANIZATIONS = 'https://docs.aws.amazon.com/organizations/latest/userguide/'

/** The layers in AWS's words. */
export const LAYER_PHRASES: Readonly<Record<Layer, LayerPhrases>> = {
  identity: {
    gate: 'Identity-based policies',
    one: 'an identity-based policy',
    no: 'no identity-based policy',
    all: 'the identity-based policies',
    areOne: false,
    page: `${IAM}access_policies_identity-vs-resource.html`,
  },
  boundary: {
    gate: 'Permissions boundary',
    one: 'the permissions boundary',
    no: 'no permissions boundary',
    all: 'the permissions boundary',
    areOne: true,
    page: `${IAM}access_policies_boundaries.html`,
  },
  session: {
    gate: 'Session policies',
    one: 'a session policy',
    no: 'no session policy',
    all: 'the session policies',
    areOne: false,
    page: `${IAM}access_policies.html#policies_session`,
  },
  scp: {
    gate: 'Service control policies',
    one: 'a service control policy',
    no: 'no service control policy',
    all: 'the service control policies',
    areOne: false,
    page: `${ORGANIZATIONS}orgs_manage_policies_scps_evaluation.html`,
  },
  rcp: {
    gate: 'Resource control policies',
    one: 'a resource control policy',
    no: 'no resource control policy',
    all: 'the resource control policies',
    areOne: false,
    page: `${ORGANIZATIONS}orgs_manage_policies_rcps_evaluation.html`,
  },
  resource: {
    gate: 'Resource-based policy',
    one: 'the resource-based policy',
    no: 'no resource-based policy',
    all: 'the resource-based policy',
    areOne: true,
    page: `${IAM}access_policies_identity-vs-resource.html`,
  },
  trust: {
    gate: 'Role trust policy',
    one: 'the role trust policy',
    no: 'no role trust policy',
    all: 'the role trust policy',
    areOne: true,
    page: `${IAM}id_roles_update-role-trust-policy.html`,
  },
  endpoint: {
    gate: 'VPC endpoint policy',
    one: 'the VPC endpoint policy',
    no: 'no VPC endpoint policy',
    all: 'the VPC endpoint policy',
    areOne: true,
    page: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  },
}

/** What a gate's label says of its state: "Service control policies: explicit deny". */
export const STATUS_TEXT: Readonly<Record<LayerStatus, string>> = {
  allows: 'allows',
  explicitDeny: 'explicit deny',
  implicitDeny: 'implicit deny',
  depends: 'depends',
  notGiven: 'not given',
  none: 'none attached',
  notApplicable: 'does not apply',
}
