import type { KnowledgeRow } from './knowledge'

/** A resource that people write where AWS asks for another one: both as `service:resource` of their ARNs. */
export interface ArnTrap extends KnowledgeRow {
  /** What the policy names, with gaps; each gap is one character or more. */
  readonly written: string
  /** What it would have to name, with the same gaps, and wildcards. */
  readonly meant: string
  /** Only for these actions, where it holds for some of the service's alone. */
  readonly actions?: readonly string[]
  /** Do Region and account of the two differ by their kind? */
  readonly hasOtherFields?: boolean
  /** Is the resource that AWS asks for alone enough to think of it, where no policy is given? */
  readonly isTelling: boolean
}

const CHECKED = '2026-11-25'
const DOCS = 'https://docs.aws.amazon.com/'
const LISTS = 'service-authorization/latest/reference/list_'

const row = (written: string, meant: string, page: string, isTelling = true): ArnTrap => ({
  written,
  meant,
  isTelling,
  page: `${DOCS}${page}`,
  // What the service authorization reference says of ARNs is compared by a test.
  checked: page.startsWith(LISTS) ? CHECKED : null,
  check: null,
})

const list = (name: string): string => `${LISTS}${name}.html`

/** The rows, by what goes wrong. */
export const ARN_TRAPS = {
  'bucket-is-not-its-objects': row(
    's3:{bucket}',
    's3:{bucket}/*',
    'AmazonS3/latest/userguide/security_iam_service-with-iam.html',
    false,
  ),
  'objects-are-not-their-bucket': row(
    's3:{bucket}/*',
    's3:{bucket}',
    'AmazonS3/latest/userguide/security_iam_service-with-iam.html',
    false,
  ),
  'bucket-is-not-its-access-point': {
    ...row('s3:{bucket}/*', 's3:accesspoint/*', 'AmazonS3/latest/userguide/access-points-policies.html', false),
    hasOtherFields: true,
  },
  'log-group-without-star': row('logs:log-group:{group}', 'logs:log-group:{group}:*', list('amazoncloudwatchlogs')),
  'log-group-with-star': row('logs:log-group:{group}:*', 'logs:log-group:{group}', list('amazoncloudwatchlogs'), false),
  'secret-without-suffix': row(
    'secretsmanager:secret:{secret}',
    'secretsmanager:secret:{secret}-??????',
    'secretsmanager/latest/userguide/auth-and-access_iam-policies.html',
  ),
  'secret-asked-without-suffix': {
    ...row(
      'secretsmanager:secret:{secret}-??????',
      'secretsmanager:secret:{secret}',
      'secretsmanager/latest/userguide/auth-and-access_iam-policies.html',
      false,
    ),
    isOfRequest: true,
  },
  'table-is-not-its-index': row(
    'dynamodb:table/{table}',
    'dynamodb:table/{table}/index/*',
    'amazondynamodb/latest/developerguide/using-identity-based-policies.html',
  ),
  'table-is-not-its-stream': row(
    'dynamodb:table/{table}',
    'dynamodb:table/{table}/stream/*',
    'amazondynamodb/latest/developerguide/using-identity-based-policies.html',
  ),
  'alias-is-not-its-key': row('kms:alias/{alias}', 'kms:key/*', 'kms/latest/developerguide/alias-authorization.html'),
  'role-below-a-path': row(
    'iam:role/{role}',
    'iam:role/*/{role}',
    'IAM/latest/UserGuide/reference_identifiers.html',
    false,
  ),
  'policy-below-a-path': row(
    'iam:policy/{policy}',
    'iam:policy/*/{policy}',
    'IAM/latest/UserGuide/reference_identifiers.html',
    false,
  ),
  'session-is-not-its-role': row(
    'sts:assumed-role/{role}/{session}',
    'iam:role/{role}',
    'IAM/latest/UserGuide/reference_identifiers.html',
    false,
  ),
  'parameter-with-two-slashes': row(
    'ssm:parameter//{parameter}',
    'ssm:parameter/{parameter}',
    'systems-manager/latest/userguide/sysman-paramstore-access.html',
    false,
  ),
  'parameter-with-colon': row(
    'ssm:parameter:{parameter}',
    'ssm:parameter/{parameter}',
    'systems-manager/latest/userguide/sysman-paramstore-access.html',
    false,
  ),
  'topic-is-not-its-subscription': row('sns:{topic}', 'sns:{topic}:*', list('amazonsns')),
  'function-with-qualifier': row(
    'lambda:function:{function}',
    'lambda:function:{function}:*',
    'lambda/latest/dg/lambda-api-permissions-ref.html',
  ),
  'function-without-qualifier': row(
    'lambda:function:{function}:{qualifier}',
    'lambda:function:{function}',
    'lambda/latest/dg/lambda-api-permissions-ref.html',
    false,
  ),
  'domain-is-not-its-addresses': row('ses:identity/{domain}', 'ses:identity/*@{domain}', list('amazonses')),
  'identity-is-not-the-configuration-set': row('ses:identity/{identity}', 'ses:configuration-set/*', list('amazonses')),
  'task-definition-without-revision': row(
    'ecs:task-definition/{family}',
    'ecs:task-definition/{family}:*',
    list('amazonelasticcontainerservice'),
  ),
  'service-without-cluster': row(
    'ecs:service/{service}',
    'ecs:service/*/{service}',
    'AmazonECS/latest/developerguide/ecs-account-settings.html',
  ),
  'task-without-cluster': row(
    'ecs:task/{task}',
    'ecs:task/*/{task}',
    'AmazonECS/latest/developerguide/ecs-account-settings.html',
  ),
  'rule-of-another-bus': row('events:rule/{rule}', 'events:rule/*/{rule}', list('amazoneventbridge'), false),
  'state-machine-is-not-its-execution': row(
    'states:stateMachine:{machine}',
    'states:execution:{machine}:*',
    list('awsstepfunctions'),
  ),
  'stream-is-not-its-consumer': row(
    'kinesis:stream/{stream}',
    'kinesis:stream/{stream}/consumer/*',
    list('amazonkinesisdatastreams'),
  ),
  'cluster-is-not-its-node-group': row(
    'eks:cluster/{cluster}',
    'eks:nodegroup/{cluster}/*',
    list('amazonelastickubernetesservice'),
  ),
  'stack-without-id': row(
    'cloudformation:stack/{stack}',
    'cloudformation:stack/{stack}/*',
    list('awscloudformation'),
    false,
  ),
  'load-balancer-is-not-its-listener': row(
    'elasticloadbalancing:loadbalancer/{loadBalancer}',
    'elasticloadbalancing:listener*/{loadBalancer}/*',
    list('elasticloadbalancingv2'),
  ),
  'repository-is-not-those-below': row(
    'ecr:repository/{repository}',
    'ecr:repository/{repository}/*',
    list('amazonelasticcontainerregistry'),
    false,
  ),
  'model-is-not-its-inference-profile': {
    ...row(
      'bedrock:foundation-model/{model}',
      'bedrock:inference-profile/*{model}',
      'bedrock/latest/userguide/inference-profiles-prereq.html',
    ),
    hasOtherFields: true,
  },
  'inference-profile-is-not-its-model': {
    ...row(
      'bedrock:inference-profile/{profile}',
      'bedrock:foundation-model/*',
      'bedrock/latest/userguide/inference-profiles-prereq.html',
      false,
    ),
    hasOtherFields: true,
  },
  'job-definition-without-revision': row(
    'batch:job-definition/{definition}',
    'batch:job-definition/{definition}:*',
    list('awsbatch'),
  ),
  'instance-is-not-all-of-a-launch': {
    ...row('ec2:instance/{instance}', 'ec2:*/*', 'AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html', false),
    actions: ['ec2:RunInstances'],
  },
  'database-is-not-its-cluster': row('rds:db:{database}', 'rds:cluster*:*', list('amazonrds'), false),
} as const satisfies Readonly<Record<string, ArnTrap>>

/** The id of a row. */
export type ArnTrapId = keyof typeof ARN_TRAPS
