import { parseArn } from '../iam/arn'
import { own } from '../text/own'
import { serviceOfAction } from '../iam/action'

/**
 * Types of resources, by the service in their ARN, that take no resource-based policy; null: all of the service. What is not
 * here may take one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 * https://docs.aws.amazon.com/ram/latest/userguide/shareable.html
 */
export const WITHOUT: Readonly<Record<string, readonly string[] | null>> = {
  airflow: null,
  amplify: null,
  'application-autoscaling': null,
  apprunner: null,
  appstream: null,
  autoscaling: null,
  batch: null,
  budgets: null,
  cloudformation: ['stack', 'stackset', 'changeSet'],
  codecommit: null,
  codedeploy: null,
  codepipeline: null,
  'cognito-identity': null,
  'cognito-idp': null,
  datasync: null,
  dax: null,
  directconnect: null,
  dms: null,
  ds: null,
  ec2: [
    'instance',
    'volume',
    'snapshot',
    'image',
    'key-pair',
    'network-interface',
    'launch-template',
    'natgateway',
    'internet-gateway',
    'route-table',
    'network-acl',
    'vpc',
  ],
  ecs: null,
  eks: null,
  elasticache: null,
  elasticbeanstalk: null,
  elasticloadbalancing: ['loadbalancer', 'targetgroup', 'listener', 'listener-rule'],
  elasticmapreduce: null,
  'emr-containers': null,
  'emr-serverless': null,
  firehose: null,
  guardduty: null,
  iam: null,
  iot: null,
  kinesisanalytics: null,
  lightsail: null,
  memorydb: null,
  mq: null,
  quicksight: null,
  rds: ['db', 'og', 'pg', 'secgrp', 'subgrp', 'snapshot', 'cluster-pg', 'es'],
  'rds-db': null,
  route53: ['hostedzone', 'healthcheck', 'change'],
  scheduler: null,
  servicequotas: null,
  states: null,
  textract: null,
  transfer: null,
  workspaces: null,
}

/** Does a thing take no policy of its own for an action? The trust policy of a role is one for AWS STS alone. */
export const takesNoPolicy = (arn: string, action: string): boolean => {
  const { service = '', resource = '' } = parseArn(arn) ?? {}
  if (service === 'iam' && serviceOfAction(action) === 'sts') return false
  const types = own<readonly string[] | null>(WITHOUT, service)
  if (types === undefined || types === null) return types === null
  return types.includes(/^[\w-]*/.exec(resource)?.[0] ?? '')
}

/** Are there things of a service, by its IAM prefix, that take no policy of their own? */
const hasPolicyless = (service: string): boolean => own<readonly string[] | null>(WITHOUT, service) !== undefined

/** Does what is asked for most likely take no policy of its own: the thing, or where nobody names it, those of its service? */
export const likelyTakesNoPolicy = (resource: string, action: string): boolean =>
  resource === '' ? hasPolicyless(serviceOfAction(action).toLowerCase()) : takesNoPolicy(resource, action)

/** Things without a policy that their owner shares by an attribute: for which calls of others, and the command that does it. */
const SHARED: readonly {
  readonly arn: RegExp
  readonly actions: RegExp
  readonly command: readonly string[]
  readonly page: string
}[] = [
  {
    arn: /:ec2:[^:]*:\d{0,12}:image\/(?<id>ami-[\da-f]+)$/,
    actions: /^ec2:(?:RunInstances|CopyImage|CreateFleet|RequestSpot\w+)$/i,
    command: ['ec2', 'modify-image-attribute', '--image-id', '{id}', '--launch-permission', 'Add=[{UserId={account}}]'],
    page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-explicit.html',
  },
  {
    arn: /:ec2:[^:]*:\d{0,12}:snapshot\/(?<id>snap-[\da-f]+)$/,
    actions: /^ec2:(?:CreateVolume|CopySnapshot|RunInstances)$/i,
    command: [
      ...['ec2', 'modify-snapshot-attribute', '--snapshot-id', '{id}', '--attribute', 'createVolumePermission'],
      ...['--operation-type', 'add', '--user-ids', '{account}'],
    ],
    page: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html',
  },
  {
    arn: /:rds:[^:]*:\d{12}:snapshot:(?<id>[\w:.-]+)$/,
    actions: /^rds:(?:RestoreDBInstanceFromDBSnapshot|CopyDBSnapshot)$/i,
    command: [
      ...['rds', 'modify-db-snapshot-attribute', '--db-snapshot-identifier', '{id}', '--attribute-name', 'restore'],
      ...['--values-to-add', '{account}'],
    ],
    page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html',
  },
]

/** The command by which the owner of a thing shares it with another account for a call, and its page; null: nothing does. */
export function sharingOf(
  arn: string,
  action: string,
  account: string,
): { readonly command: readonly string[]; readonly page: string } | null {
  for (const row of SHARED) {
    const id = row.arn.exec(arn)?.groups?.['id']
    if (id === undefined || !row.actions.test(action)) continue
    const filled = row.command.map((word) => word.replace('{id}', () => id).replace('{account}', () => account))
    return { command: ['aws', ...filled], page: row.page }
  }
  return null
}
