import type { KnowledgeRow } from './knowledge'
import type { RowSource } from '../iam/row-source'

/** What the values of a condition key look like, so that a value of another kind can never be met. */
export interface ValueShape extends RowSource {
  /** In lower case. */
  readonly key: string
  /** Forms with gaps, of which a value has to be one. */
  readonly forms: readonly string[]
  /** Names in a template's reference that tell of another kind: `data.aws_vpc_endpoint_service.x.id`. */
  readonly otherKinds?: readonly string[]
}

const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/'

/** The keys whose values are of one kind. */
export const VALUE_SHAPES: readonly ValueShape[] = [
  {
    key: 'aws:sourcevpce',
    page: `${IAM}reference_policies_condition-keys.html#condition-keys-sourcevpce`,
    confirmed: '2026-11-26',
    forms: ['vpce-{anything}'],
    otherKinds: ['vpc_endpoint_service', 'aws_vpc.', 'servicename', 'service_name'],
  },
  {
    key: 'aws:sourcevpc',
    page: `${IAM}reference_policies_condition-keys.html#condition-keys-sourcevpc`,
    confirmed: '2026-11-26',
    forms: ['vpc-{anything}'],
    otherKinds: ['vpc_endpoint', 'vpcendpoint', 'subnet'],
  },
  {
    key: 'aws:principalorgid',
    page: `${IAM}reference_policies_condition-keys.html#condition-keys-principalorgid`,
    confirmed: '2026-11-26',
    forms: ['o-{anything}'],
    otherKinds: ['organizational_unit', 'organizations_account'],
  },
  {
    key: 'aws:resourceorgid',
    page: `${IAM}reference_policies_condition-keys.html#condition-keys-resourceorgid`,
    confirmed: '2026-11-26',
    forms: ['o-{anything}'],
    otherKinds: ['organizational_unit'],
  },
  {
    key: 'aws:sourceorgid',
    page: `${IAM}reference_policies_condition-keys.html#condition-keys-sourceorgid`,
    confirmed: '2026-11-26',
    forms: ['o-{anything}'],
    otherKinds: ['organizational_unit'],
  },
  {
    key: 'aws:principalorgpaths',
    page: `${IAM}reference_policies_condition-keys.html#condition-keys-principalorgpaths`,
    confirmed: '2026-11-26',
    forms: ['o-{anything}/{anything}'],
  },
  {
    key: 'aws:sourceaccount',
    page: `${IAM}reference_policies_condition-keys.html#condition-keys-sourceaccount`,
    confirmed: '2026-11-26',
    forms: ['{number}'],
  },
  {
    key: 'aws:principalaccount',
    page: `${IAM}reference_policies_condition-keys.html#condition-keys-principalaccount`,
    confirmed: '2026-11-26',
    forms: ['{number}'],
  },
  {
    key: 'aws:resourceaccount',
    page: `${IAM}reference_policies_condition-keys.html#condition-keys-resourceaccount`,
    confirmed: '2026-11-26',
    forms: ['{number}'],
  },
  {
    key: 'aws:sourcearn',
    page: `${IAM}reference_policies_condition-keys.html#condition-keys-sourcearn`,
    confirmed: '2026-11-26',
    forms: ['arn:{anything}'],
  },
  {
    key: 'aws:principalarn',
    page: `${IAM}reference_policies_condition-keys.html#condition-keys-principalarn`,
    confirmed: '2026-11-26',
    forms: ['arn:{anything}'],
  },
  {
    key: 'iam:permissionsboundary',
    page: `${IAM}reference_policies_iam-condition-keys.html`,
    confirmed: '2026-11-26',
    forms: ['arn:{anything}:policy/{anything}'],
  },
  {
    key: 'iam:policyarn',
    page: `${IAM}reference_policies_iam-condition-keys.html`,
    confirmed: '2026-11-26',
    forms: ['arn:{anything}:policy/{anything}'],
  },
  {
    key: 'iam:passedtoservice',
    page: `${IAM}reference_policies_iam-condition-keys.html`,
    confirmed: '2026-11-26',
    forms: ['{anything}.amazonaws.com', '{anything}.amazonaws.com.cn'],
  },
  {
    key: 'iam:awsservicename',
    page: `${IAM}reference_policies_iam-condition-keys.html`,
    confirmed: '2026-11-26',
    forms: ['{anything}.amazonaws.com', '{anything}.amazonaws.com.cn'],
  },
  {
    key: 'kms:viaservice',
    page: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service',
    confirmed: '2026-11-26',
    forms: ['{anything}.{anything}.amazonaws.com', '{anything}.{anything}.amazonaws.com.cn'],
  },
  {
    key: 'ec2:vpc',
    page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html',
    confirmed: '2026-11-26',
    forms: ['arn:{anything}:vpc/{anything}'],
  },
  {
    key: 'ec2:subnet',
    page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html',
    confirmed: '2026-11-26',
    forms: ['arn:{anything}:subnet/{anything}'],
  },
  {
    key: 'ec2:createaction',
    page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html',
    confirmed: '2026-11-26',
    forms: ['{operation}'],
  },
  {
    key: 'elasticloadbalancing:createaction',
    page: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/tagging-resources-during-creation.html',
    confirmed: '2026-11-26',
    forms: ['{operation}'],
  },
  {
    key: 'aws:requestedregion',
    page: `${IAM}reference_policies_condition-keys.html#condition-keys-requestedregion`,
    confirmed: '2026-11-26',
    forms: ['{anything}-{anything}-{anything}'],
  },
]

/** The row on them. */
export const VALUE_SHAPE_ROWS = {
  'condition-value-of-another-kind': {
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    confirmed: '2026-11-26',
    check: null,
  },
} as const satisfies Readonly<Record<string, KnowledgeRow>>

/** The id of the row. */
export type ValueShapeRowId = keyof typeof VALUE_SHAPE_ROWS
