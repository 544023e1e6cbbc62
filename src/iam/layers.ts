import { eachOf } from './each-of'
import { IAM_DOCS } from './aws-docs'

/**
 * What a layer can do to a request. "grants": what it allows lets the request pass. "bounds": it caps what the
 * identity-based policies grant. "limits": whoever grants, it must allow too.
 */
export type LayerRole = 'grants' | 'bounds' | 'limits'

/** Whose account the policies of a layer stand in: the caller's or the resource's. */
export type LayerSide = 'caller' | 'resource'

/** Who can change the policies of a layer. */
export type PolicyOwner = 'accountAdmin' | 'organizationAdmin' | 'resourceOwner' | 'sessionCreator'

/** May, must or must not an element stand in a policy of this layer? */
export type Presence = 'required' | 'optional' | 'forbidden'

/** One layer: all policies of one type that bear on a request. */
export interface LayerRow {
  readonly id: string
  /** The layer under whose name a case and a draft hold its policies: its own, but for a trust policy. */
  readonly heldIn: string
  /** Under which key of `policies` they stand in a case file. */
  readonly key: string
  readonly role: LayerRole
  readonly side: LayerSide
  /** One list a level of the organization, several policies side by side, or one policy. */
  readonly holds: 'levels' | 'list' | 'one'
  /** Does it allow everything by itself, so that only its Deny statements matter? */
  readonly impliesAllow?: true
  readonly owner: PolicyOwner
  /** What sentences call one policy of it, in AWS's words, as in "an identity-based policy", and several. */
  readonly name: string
  readonly plural: string
  /** What people call one policy of it, where it has no name of its own. */
  readonly policy: string
  /** The title of its tab, and what it is called where there is little room. */
  readonly tab: string
  readonly short: string
  /** AWS's page on how it is evaluated. */
  readonly page: string
  readonly principal: Presence
  readonly notPrincipal: Presence
  readonly resource: Presence
  /** Are ARNs with fewer than six fields completed with `*`? Documented for identity-based policies only. */
  readonly completesArns: boolean
}

const ORGANIZATIONS = 'https://docs.aws.amazon.com/organizations/latest/userguide/'

/**
 * One row a layer, in the order in which denials are reported. AWS does not say which of several denying layers it
 * names: the order is ours. All that is known of a layer in general stands here; whatever else is a matter of layers
 * is a `Record<Layer, …>` or a list made with `eachOf`, so that it does not compile while a layer is missing.
 */
const ROWS = [
  {
    id: 'rcp',
    heldIn: 'rcp',
    key: 'rcps',
    role: 'limits',
    side: 'resource',
    holds: 'levels',
    // RCPFullAWSAccess is attached at every level and cannot be detached.
    impliesAllow: true,
    owner: 'organizationAdmin',
    name: 'RCP',
    plural: 'RCPs',
    policy: 'RCP',
    tab: 'Resource control (RCP)',
    short: 'RCP',
    page: `${ORGANIZATIONS}orgs_manage_policies_rcps_evaluation.html`,
    principal: 'required',
    notPrincipal: 'forbidden',
    resource: 'required',
    completesArns: false,
  },
  {
    id: 'scp',
    heldIn: 'scp',
    key: 'scps',
    role: 'limits',
    side: 'caller',
    holds: 'levels',
    owner: 'organizationAdmin',
    name: 'SCP',
    plural: 'SCPs',
    policy: 'SCP',
    tab: 'Service control (SCP)',
    short: 'SCP',
    page: `${ORGANIZATIONS}orgs_manage_policies_scps_evaluation.html`,
    principal: 'forbidden',
    notPrincipal: 'forbidden',
    resource: 'required',
    completesArns: false,
  },
  {
    id: 'endpoint',
    heldIn: 'endpoint',
    key: 'endpoint',
    role: 'limits',
    side: 'caller',
    holds: 'one',
    owner: 'accountAdmin',
    name: 'VPC endpoint policy',
    plural: 'VPC endpoint policies',
    policy: 'endpoint policy',
    tab: 'VPC endpoint',
    short: 'Endpoint',
    page: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    principal: 'required',
    notPrincipal: 'optional',
    resource: 'required',
    completesArns: false,
  },
  {
    id: 'resource',
    heldIn: 'resource',
    key: 'resource',
    role: 'grants',
    side: 'resource',
    holds: 'one',
    owner: 'resourceOwner',
    name: 'resource-based policy',
    plural: 'resource-based policies',
    policy: 'resource policy',
    tab: 'Resource-based',
    short: 'Resource',
    page: `${IAM_DOCS}access_policies_identity-vs-resource.html`,
    principal: 'required',
    notPrincipal: 'optional',
    resource: 'optional',
    completesArns: false,
  },
  {
    // The resource-based policy of a role, for sts:AssumeRole and its kin.
    id: 'trust',
    heldIn: 'resource',
    key: 'resource',
    role: 'grants',
    side: 'resource',
    holds: 'one',
    owner: 'resourceOwner',
    name: 'role trust policy',
    plural: 'role trust policies',
    policy: 'trust policy',
    tab: 'Role trust',
    short: 'Trust',
    page: `${IAM_DOCS}id_roles_update-role-trust-policy.html`,
    principal: 'required',
    notPrincipal: 'optional',
    resource: 'forbidden',
    completesArns: false,
  },
  {
    id: 'identity',
    heldIn: 'identity',
    key: 'identity',
    role: 'grants',
    side: 'caller',
    holds: 'list',
    owner: 'accountAdmin',
    name: 'identity-based policy',
    plural: 'identity-based policies',
    policy: 'identity-based policy',
    tab: 'Identity-based',
    short: 'Identity',
    page: `${IAM_DOCS}access_policies_identity-vs-resource.html`,
    principal: 'forbidden',
    notPrincipal: 'forbidden',
    resource: 'required',
    completesArns: true,
  },
  {
    id: 'boundary',
    heldIn: 'boundary',
    key: 'boundary',
    role: 'bounds',
    side: 'caller',
    holds: 'one',
    owner: 'accountAdmin',
    name: 'permissions boundary',
    plural: 'permissions boundaries',
    policy: 'permissions boundary',
    tab: 'Permissions boundary',
    short: 'Boundary',
    page: `${IAM_DOCS}access_policies_boundaries.html`,
    principal: 'forbidden',
    notPrincipal: 'forbidden',
    resource: 'required',
    completesArns: true,
  },
  {
    id: 'session',
    heldIn: 'session',
    key: 'session',
    role: 'bounds',
    side: 'caller',
    holds: 'list',
    owner: 'sessionCreator',
    name: 'session policy',
    plural: 'session policies',
    policy: 'session policy',
    tab: 'Session',
    short: 'Session',
    page: `${IAM_DOCS}access_policies.html#policies_session`,
    principal: 'forbidden',
    notPrincipal: 'forbidden',
    resource: 'required',
    completesArns: false,
  },
] as const satisfies readonly LayerRow[]

type Row = (typeof ROWS)[number]

/** A layer as an evaluation names it; `trust` is the resource layer of a request to assume a role. */
export type Layer = Row['id']

/** A layer that a case and a draft hold policies of; `resource` holds a role's trust policy where one is assumed. */
export type CaseLayer = Row['heldIn']

/** The keys of `policies` in a case file of version 1. */
export type LayerKey = Row['key']

/** Layers whose policies stand on levels: the root, the OUs, the account. Each level must allow. */
export type LevelledLayer = Extract<Row, { readonly holds: 'levels' }>['id']

/** Layers of a case without levels. */
export type FlatLayer = Exclude<CaseLayer, LevelledLayer>

/** Layers by what they can do. */
export type LayerThat<Role extends LayerRole> = Extract<Row, { readonly role: Role }>['id']

/** What is known of each layer. */
export const LAYERS = Object.fromEntries(ROWS.map((row) => [row.id, row])) as {
  readonly [L in Layer]: LayerRow & Pick<Extract<Row, { readonly id: L }>, 'id' | 'heldIn' | 'key' | 'holds'>
}

/** The layers in the order in which a reader looks at them: what grants first, then what caps it, then what limits all. */
export const READING_ORDER: readonly Layer[] = eachOf<Layer>()([
  'identity',
  'resource',
  'trust',
  'boundary',
  'session',
  'scp',
  'rcp',
  'endpoint',
])

/** Can what this layer allows let a request pass? */
export const canGrant = (layer: Layer): boolean => LAYERS[layer].role === 'grants'

/** The layers of which something holds, where each is asked. */
export const layersWhere = (holds: Readonly<Record<Layer, boolean>>): readonly Layer[] =>
  READING_ORDER.filter((layer) => holds[layer])

/** The layer that holds the policies of a layer in a case and a draft. */
export const caseLayerOf = (layer: Layer): CaseLayer => LAYERS[layer].heldIn

const isCaseLayer = (layer: Layer): layer is CaseLayer => LAYERS[layer].heldIn === layer

/** The layers of a case, in the order in which denials are reported. */
export const REPORTING_ORDER: readonly CaseLayer[] = ROWS.map(({ id }) => id).filter(isCaseLayer)

/** The layers of a case that must allow, whoever grants, in the order of reporting. */
export const LIMITING_LAYERS: readonly CaseLayer[] = REPORTING_ORDER.filter((layer) => LAYERS[layer].role === 'limits')

/** The layers of a case, in the order in which a reader looks at them. */
export const CASE_LAYERS: readonly CaseLayer[] = READING_ORDER.filter(isCaseLayer)

/** Layers whose policies belong to a user or role, or to a session of one: those can be AWS managed policies. */
export const PRINCIPAL_LAYERS: readonly CaseLayer[] = CASE_LAYERS.filter(
  (layer) => LAYERS[layer].side === 'caller' && LAYERS[layer].role !== 'limits',
)

/** Do the policies of this layer name who they are about? */
export const namesPrincipals = (layer: Layer): boolean => LAYERS[layer].principal !== 'forbidden'

/** Layers whose policies hang on an identity or an organization. */
export const WITHOUT_PRINCIPAL: readonly Layer[] = READING_ORDER.filter((layer) => !namesPrincipals(layer))

/** Do the policies of this layer stand on levels? */
export const hasLevels = (layer: Layer): layer is LevelledLayer => LAYERS[layer].holds === 'levels'

/** Is there at most one policy of this layer? */
export const holdsOne = (layer: Layer): boolean => LAYERS[layer].holds === 'one'

/** Something for each layer of a case: of one type where it has levels, of another where it has none. */
export type ByCaseLayer<Flat, Levelled = Flat> = {
  readonly [L in CaseLayer]: L extends LevelledLayer ? Levelled : Flat
}

/** Makes something for each layer of a case. */
export const byCaseLayer = <Flat, Levelled>(
  flat: (layer: FlatLayer) => Flat,
  levelled: (layer: LevelledLayer) => Levelled,
): ByCaseLayer<Flat, Levelled> => ({
  identity: flat('identity'),
  resource: flat('resource'),
  boundary: flat('boundary'),
  session: flat('session'),
  scp: levelled('scp'),
  rcp: levelled('rcp'),
  endpoint: flat('endpoint'),
})
