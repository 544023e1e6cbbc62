import { isArnOf } from '../iam/arn'
import { isInRegistryOfAws } from '../facts/registries-of-aws'
import { LAYERS, type Layer } from '../iam/layers'
import { policyLength } from './checks/document-checks'
import { IAM_DOCS } from '../iam/aws-docs'

/** What the `Resource` of a statement says in the policies of one kind. */
export type DocumentResource = 'ARN of the resource' | 'every resource, which is this one' | 'no element'

/** What one kind of policy document may hold. */
export interface DocumentRow {
  readonly layer: Layer
  /** The IAM prefixes of the services whose policies it is about; null: all others of the layer. */
  readonly services: readonly string[] | null
  readonly resource: DocumentResource
  /** The most characters of a document, white space included; null: another table says it, or it is not documented. */
  readonly limit: number | null
  /** What a change of it takes to have an effect. */
  readonly takesEffect?: 'with-deployment'
  readonly page: string
}

const ofLayer = (layer: Layer): DocumentRow => ({
  layer,
  services: null,
  resource: LAYERS[layer].resource === 'forbidden' ? 'no element' : 'ARN of the resource',
  limit: null,
  page: LAYERS[layer].page,
})

/** Policies of resources whose documents differ from what most hold; those of the other layers hold what `LAYERS` says. */
const OF_RESOURCES: readonly DocumentRow[] = [
  {
    ...ofLayer('resource'),
    services: ['ecr'],
    // A statement with Resource is refused.
    resource: 'no element',
    limit: 10_240,
    page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
  },
  {
    ...ofLayer('resource'),
    services: ['kms'],
    resource: 'every resource, which is this one',
    limit: 32_768,
    page: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html',
  },
  {
    ...ofLayer('resource'),
    services: ['secretsmanager'],
    resource: 'every resource, which is this one',
    limit: 20_480,
    page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html',
  },
  {
    ...ofLayer('resource'),
    services: ['s3', 's3-object-lambda', 's3express'],
    limit: 20_480,
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html',
  },
  {
    ...ofLayer('resource'),
    services: ['lambda'],
    limit: 20_480,
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
  },
  {
    ...ofLayer('resource'),
    services: ['codeartifact'],
    resource: 'every resource, which is this one',
    page: 'https://docs.aws.amazon.com/codeartifact/latest/ug/repo-policies.html',
  },
  {
    ...ofLayer('resource'),
    services: ['execute-api'],
    takesEffect: 'with-deployment',
    page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html',
  },
  {
    ...ofLayer('resource'),
    services: ['events'],
    limit: 10_240,
    page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-permissions-manage.html',
  },
]

/** What a policy may hold, by its layer and the service of its resource. */
export const documentRow = (layer: Layer, service: string): DocumentRow =>
  OF_RESOURCES.find((row) => row.layer === layer && row.services?.includes(service.toLowerCase())) ?? ofLayer(layer)

/** Is a document longer than its kind may be? False where nothing is known of a limit. */
export const isTooLong = (text: string, layer: Layer, service: string): boolean => {
  const { limit } = documentRow(layer, service)
  if (limit !== null) return text.length > limit
  const counted = policyLength(text, layer)
  return counted !== null && counted.length > counted.limit
}

/** What nobody but AWS, or nobody in the account, can edit, and what to do in its place. */
export type NotEditable =
  | 'aws-managed-policy'
  | 'aws-managed-key'
  | 'registry-of-aws'
  | 'takes-no-policy'
  | 'service-linked-role'
  | 'role-of-control-tower'
  | 'policy-of-control-tower'
  | 'session-of-a-service'
  | 'managed-session-policy'

/** Policies that AWS manages, by ARN or name; in brackets may follow how much of one is here. */
const AWS_MANAGED =
  /^(?:[\w -]{1,40}:\s)?(?:arn:aws[\w-]*:iam::aws:policy\/.*|(?:RCP)?FullAWSAccess|p-FullAWSAccess|AdministratorAccess|PowerUserAccess|ReadOnlyAccess|ViewOnlyAccess|SecurityAudit|(?:AWS|Amazon)[A-Z]\w+)(?:\s\([^()]{1,40}\))?(?:,\s[a-z][a-z ]{1,30})?$/

/** Is it the name or the ARN of a policy that AWS manages? */
export const isAwsManaged = (name: string): boolean => AWS_MANAGED.test(name)

/** Where a policy is, and what is known of who it belongs to. */
export interface PolicyPlaceFacts {
  readonly layer: Layer
  /** What the policy is called. */
  readonly name: string
  readonly resource: string
  /** The name of the calling role, where it is one. */
  readonly role: string | null
  /** The service that writes the session policy, where one does. */
  readonly limiter?: string | null
  /** Managed policies that whoever made the session passed for it, as a text says. */
  readonly passed?: readonly string[]
  /** Does the thing take no policy of its own for the action? */
  readonly takesNoPolicy?: boolean
  /** Does KMS itself keep the key? */
  readonly isAwsKey: boolean
}

interface NotEditableRow {
  readonly id: NotEditable
  readonly layers: readonly Layer[]
  readonly is: (facts: PolicyPlaceFacts) => boolean
  readonly page: string
}

const NOT_EDITABLE: readonly NotEditableRow[] = [
  {
    id: 'aws-managed-key',
    layers: ['resource'],
    is: ({ isAwsKey, resource }) => isAwsKey || isArnOf(resource, 'kms', 'alias/aws/'),
    page: 'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key',
  },
  {
    id: 'registry-of-aws',
    layers: ['resource'],
    is: ({ resource }) => isInRegistryOfAws(resource),
    page: 'https://aws.github.io/deep-learning-containers/reference/region_availability/',
  },
  {
    id: 'takes-no-policy',
    layers: ['resource'],
    is: ({ takesNoPolicy = false }) => takesNoPolicy,
    page: `${IAM_DOCS}reference_aws-services-that-work-with-iam.html`,
  },
  {
    id: 'service-linked-role',
    layers: ['identity', 'boundary', 'trust'],
    is: ({ role, layer, resource }) =>
      layer === 'trust' ? /:role\/aws-service-role\//.test(resource) : role?.startsWith('AWSServiceRoleFor') === true,
    page: `${IAM_DOCS}id_roles_create-service-linked-role.html`,
  },
  {
    // It trusts the management account alone, and a mandatory control keeps others from changing it.
    id: 'role-of-control-tower',
    layers: ['trust'],
    is: ({ role, resource }) =>
      /:role\/AWSControlTowerExecution$/.test(resource) && role?.startsWith('AWSControlTower') !== true,
    page: 'https://docs.aws.amazon.com/controltower/latest/userguide/roles-how.html',
  },
  {
    // An SCP that a control made. What is changed in it by hand is drift, and the next update writes it anew.
    id: 'policy-of-control-tower',
    layers: ['scp'],
    is: ({ name }) => /\baws-guardrails-[A-Za-z\d]{4,12}\b/.test(name),
    page: 'https://docs.aws.amazon.com/controltower/latest/userguide/governance-drift.html',
  },
  {
    id: 'session-of-a-service',
    layers: ['session'],
    is: ({ limiter = null }) => limiter !== null,
    page: `${IAM_DOCS}access_policies.html#policies_session`,
  },
  {
    id: 'managed-session-policy',
    layers: ['session'],
    is: ({ passed = [] }) => passed.length > 0 && passed.every(isAwsManaged),
    page: `${IAM_DOCS}access_policies.html#policies_session`,
  },
  {
    id: 'aws-managed-policy',
    layers: ['identity', 'boundary', 'session', 'scp', 'rcp'],
    is: ({ name }) => isAwsManaged(name),
    page: `${IAM_DOCS}access_policies_managed-vs-inline.html#aws-managed-policies`,
  },
]

/** Why a policy cannot be edited; null where somebody can edit it. */
export const whyNotEditable = (facts: PolicyPlaceFacts): NotEditable | null =>
  NOT_EDITABLE.find(({ layers, is }) => layers.includes(facts.layer) && is(facts))?.id ?? null
