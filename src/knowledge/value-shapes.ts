import type { KnowledgeRow } from './knowledge'

/** What the values of a condition key look like, so that a value of another kind can never be met. */
export interface ValueShape {
  /** In lower case. */
  readonly key: string
  /** Forms with gaps, of which a value has to be one. */
  readonly forms: readonly string[]
  /** Names in a template's reference that tell of another kind: `data.aws_vpc_endpoint_service.x.id`. */
  readonly otherKinds?: readonly string[]
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const VALUE_SHAPES: readonly ValueShape[] = [
  {
    key: 'aws:sourcevpce',
    forms: ['vpce-{anything}'],
    otherKinds: ['vpc_endpoint_service', 'aws_vpc.', 'servicename', 'service_name'],
  },
  { key: 'aws:sourcevpc', forms: ['vpc-{anything}'], otherKinds: ['vpc_endpoint', 'vpcendpoint', 'subnet'] },
  { key: 'aws:principalorgid', forms: ['o-{anything}'], otherKinds: ['organizational_unit', 'organizations_account'] },
  { key: 'aws:resourceorgid', forms: ['o-{anything}'], otherKinds: ['organizational_unit'] },
  { key: 'aws:sourceorgid', forms: ['o-{anything}'], otherKinds: ['organizational_unit'] },
  { key: 'aws:principalorgpaths', forms: ['o-{anything}/{anything}'] },
  { key: 'aws:sourceaccount', forms: ['{number}'] },
  { key: 'aws:principalaccount', forms: ['{number}'] },
  { key: 'aws:resourceaccount', forms: ['{number}'] },
  { key: 'aws:sourcearn', forms: ['arn:{anything}'] },
  { key: 'aws:principalarn', forms: ['arn:{anything}'] },
  { key: 'iam:permissionsboundary', forms: ['arn:{anything}:policy/{anything}'] },
  { key: 'iam:policyarn', forms: ['arn:{anything}:policy/{anything}'] },
  { key: 'iam:passedtoservice', forms: ['{anything}.amazonaws.com', '{anything}.amazonaws.com.cn'] },
  { key: 'iam:awsservicename', forms: ['{anything}.amazonaws.com', '{anything}.amazonaws.com.cn'] },
  { key: 'kms:viaservice', forms: ['{anything}.{anything}.amazonaws.com', '{anything}.{anything}.amazonaws.com.cn'] },
  { key: 'ec2:vpc', forms: ['arn:{anything}:vpc/{anything}'] },
  { key: 'ec2:subnet', forms: ['arn:{anything}:subnet/{anything}'] },
  { key: 'ec2:createaction', forms: ['{operation}'] },
  { key: 'elasticloadbalancing:createaction', forms: ['{operation}'] },
  { key: 'aws:requestedregion', forms: ['{anything}-{anything}-{anything}'] },
]

/** The row on them. */
export const VALUE_SHAPE_ROWS = {
  'condition-value-of-another-kind': {
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    checked: null,
    check: null,
  },
} as const satisfies Readonly<Record<string, KnowledgeRow>>

/** The id of the row. */
export type ValueShapeRowId = keyof typeof VALUE_SHAPE_ROWS
