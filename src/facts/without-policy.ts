import { parseArn } from '../iam/arn'
import { own } from '../text/own'

/**
 * Types of resources, by the service in their ARN, that take no resource-based policy and that nobody can share; null: all
 * of the service. What is not here may take one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 * https://docs.aws.amazon.com/ram/latest/userguide/shareable.html
 */
const WITHOUT: Readonly<Record<string, readonly string[] | null>> = {
  autoscaling: null,
  batch: null,
  cloudformation: ['stack', 'stackset', 'changeSet'],
  codecommit: null,
  codedeploy: null,
  codepipeline: null,
  'cognito-identity': null,
  'cognito-idp': null,
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
  firehose: null,
  guardduty: null,
  iam: null,
  lightsail: null,
  mq: null,
  rds: ['db', 'og', 'pg', 'secgrp', 'subgrp', 'snapshot', 'cluster-pg', 'es'],
  route53: ['hostedzone', 'healthcheck', 'change'],
  scheduler: null,
  states: null,
}

/** Does a thing take no policy of its own for an action? The trust policy of a role is one for AWS STS alone. */
export const takesNoPolicy = (arn: string, action: string): boolean => {
  const { service = '', resource = '' } = parseArn(arn) ?? {}
  if (service === 'iam' && /^sts:/i.test(action)) return false
  const types = own<readonly string[] | null>(WITHOUT, service)
  if (types === undefined || types === null) return types === null
  return types.includes(/^[\w-]*/.exec(resource)?.[0] ?? '')
}
