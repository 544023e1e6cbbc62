import { splitArn } from './arn'

/** Which fields every ARN of a service names, but those of these types of resources, by how they begin. */
interface NamedFields {
  readonly region: boolean
  readonly exceptAccount?: readonly string[]
  readonly exceptRegion?: readonly string[]
}

const BOTH: NamedFields = { region: true }
const ACCOUNT_ONLY: NamedFields = { region: false }

/** Services of which every ARN has account and Region. */
const WITH_BOTH =
  'acm acm-pca application-autoscaling athena autoscaling backup batch codecommit codedeploy codepipeline cognito-identity ' +
  'cognito-idp codebuild ecr ecs elasticfilesystem elasticloadbalancing es firehose glue kinesis kms logs ' +
  'redshift sagemaker secretsmanager sns sqs states xray'

/**
 * Services of which every ARN names its account, and with it perhaps its Region; S3's buckets, Route 53's zones and API
 * Gateway's APIs name neither. Those of AWS's own resources leave the account blank.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const NAMED: ReadonlyMap<string, NamedFields> = new Map<string, NamedFields>([
  ...WITH_BOTH.split(' ').map((service): [string, NamedFields] => [service, BOTH]),
  ['iam', ACCOUNT_ONLY],
  ['sts', ACCOUNT_ONLY],
  ['cloudfront', ACCOUNT_ONLY],
  ['organizations', ACCOUNT_ONLY],
  ['cloudformation', { region: true, exceptAccount: ['type/'] }],
  ['cloudwatch', { region: true, exceptRegion: ['dashboard/'] }],
  ['dynamodb', { region: true, exceptRegion: ['global-table/'] }],
  ['ec2', { region: true, exceptAccount: ['image/', 'snapshot/'], exceptRegion: ['ipam', 'verified-access'] }],
  ['eks', { region: true, exceptRegion: ['cluster-access-policy/'] }],
  ['elasticache', { region: true, exceptRegion: ['globalreplicationgroup:'] }],
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-saas.html
  ['events', { region: true, exceptAccount: ['event-source/'] }],
  // https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html
  ['lambda', { region: true, exceptAccount: ['runtime:', 'awslayer:'] }],
  ['rds', { region: true, exceptRegion: ['global-cluster:'] }],
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html
  ['ssm', { region: true, exceptAccount: ['document/', 'parameter/aws/', 'automation-definition/', 'patchbaseline/'] }],
])

/** A field of an ARN that can be left blank. */
export type BlankField = 'account' | 'region'

/** What is put where an account or Region is left blank between the colons of a request's ARN. */
export const BLANKS: Readonly<Record<BlankField, string>> = {
  account: '<account left blank>',
  region: '<Region left blank>',
}

/** The holes of a case for the blanks in ARNs of its policies, each of which may be another text, or blank indeed. */
export const POLICY_BLANKS: Readonly<Record<BlankField, string>> = {
  account: '<account left blank in a policy>',
  region: '<Region left blank in a policy>',
}

/** A text with something in each field that is left blank, where that service's ARNs always have an account or Region. */
export function fillBlanks(text: string, fill: (field: BlankField) => string): string {
  const parts = text.startsWith('arn:') && text.includes('::') ? splitArn(text) : null
  if (parts === null) return text
  const [arn, partition, service, region, account, resource] = parts
  const named = NAMED.get(service)
  if (named === undefined) return text
  const isOne = (types: readonly string[] = []): boolean => types.some((type) => resource.startsWith(type))
  const isRegionBlank = region === '' && named.region && !isOne(named.exceptRegion)
  const isAccountBlank = account === '' && !isOne(named.exceptAccount)
  if (!isRegionBlank && !isAccountBlank) return text
  return [
    arn,
    partition,
    service,
    isRegionBlank ? fill('region') : region,
    isAccountBlank ? fill('account') : account,
    resource,
  ].join(':')
}

/** A request's ARN with a hole where its account or Region is left blank. */
export const withoutBlanks = (text: string): string => fillBlanks(text, (field) => BLANKS[field])

/** The holes that the blanks of a policy's text are. */
export function blanksIn(text: string): readonly string[] {
  const found: string[] = []
  fillBlanks(text, (field) => {
    found.push(POLICY_BLANKS[field])
    return ''
  })
  return found
}
