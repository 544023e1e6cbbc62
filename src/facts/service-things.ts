import { once } from '../text/once'

/**
 * Things that only AWS has, as sentences name them, each with the IAM prefix of its service: who may not use one of them was
 * refused by AWS, also where the sentence names no service. https://docs.aws.amazon.com/service-authorization/latest/reference/
 */
const THINGS: readonly (readonly [words: string, service: string])[] = [
  [
    'launch templates?|security groups?|network interfaces?|VPCs?|VPC endpoints?|elastic ips?|elastic ip address(?:es)?|AMIs?|Amazon Machine Images?|EBS (?:volumes?|snapshots?)|transit gateways?|spot fleets?|placement groups?',
    'ec2',
  ],
  ['Auto Scaling groups?|launch configurations?', 'autoscaling'],
  ['target groups?', 'elasticloadbalancing'],
  ['log groups?|log streams?|CloudWatch logs', 'logs'],
  ['event data stores?', 'cloudtrail'],
  ['hosted zones?', 'route53'],
  ['task definitions?|container instances?|capacity providers?', 'ecs'],
  ['state machines?', 'states'],
  ['delivery streams?', 'firehose'],
  ['Kinesis (?:data )?streams?', 'kinesis'],
  ['user pools?', 'cognito-idp'],
  ['identity pools?', 'cognito-identity'],
  ['Lambda functions?|event source mappings?', 'lambda'],
  ['S3 buckets?|S3 objects?', 's3'],
  ['KMS keys?|customer managed keys?|customer master keys?|CMKs?', 'kms'],
  ['Data Catalogs?|Glue (?:crawlers?|jobs?|tables?|databases?)', 'glue'],
  ['maintenance windows?|parameter store|automation runbooks?', 'ssm'],
  ['stack ?sets?|change ?sets?', 'cloudformation'],
  ['node ?groups?|fargate profiles?', 'eks'],
  [
    'instance profiles?|service linked roles?|permissions? boundar(?:y|ies)|IAM (?:roles?|users?|groups?|polic(?:y|ies)|identit(?:y|ies)|principals?|entit(?:y|ies)|permissions?)',
    'iam',
  ],
  ['event bus(?:es)?', 'events'],
  ['backup vaults?|recovery points?', 'backup'],
  ['DB (?:instances?|clusters?|snapshots?|prox(?:y|ies))', 'rds'],
  ['resource shares?', 'ram'],
  ['organizational units?|service control polic(?:y|ies)', 'organizations'],
  ['landing zones?', 'controltower'],
  ['permission sets?', 'sso'],
  ['provisioned products?', 'servicecatalog'],
  ['notebook instances?|training jobs?', 'sagemaker'],
  ['foundation models?|inference profiles?', 'bedrock'],
  ['web ACLs?', 'wafv2'],
  ['origin access (?:control|identity|identities)', 'cloudfront'],
  ['replication instances?', 'dms'],
  ['private CAs?', 'acm-pca'],
  ['savings plans?', 'savingsplans'],
  ['deployment groups?', 'codedeploy'],
]

const compiled = once(() =>
  THINGS.map(([words, service]) => [new RegExp(`\\b(?:${words.replaceAll(' ', '[\\s-]')})\\b`, 'i'), service] as const),
)

/** The services of the things that a sentence names, in the order of the table. */
export const servicesOfThings = (words: string): readonly string[] =>
  compiled().flatMap(([pattern, service]) => (pattern.test(words) ? [service] : []))
