import type { KnowledgeRow } from './knowledge'
import type { RowSource } from '../iam/row-source'
import { DOCS } from '../iam/aws-docs'

/** A resource that people write where AWS asks for another one: both as `service:resource` of their ARNs. */
export interface ArnTrap extends KnowledgeRow {
  /** What the policy names, with gaps; each gap is one character or more. */
  readonly written: string
  /** What it would have to name, with the same gaps, and wildcards. */
  readonly meant: string
  /** Only for these actions, where it holds for some of the service's alone. */
  readonly actions?: readonly string[]
  /** Is what it would have to name all parts of the very thing that the policy names: its objects, its streams, its versions? */
  readonly isOfParts?: true
  /** Do Region and account of the two differ by their kind? */
  readonly hasOtherFields?: boolean
  /** Is the resource that AWS asks for alone enough to think of it, where no policy is given? */
  readonly isTelling: boolean
  /** Does no call of its actions ever ask for what the policy names, so that the policy alone shows it? */
  readonly isNeverAsked?: true
  /** Other ends of what the policy names that come to the same, and how the row writes them. */
  readonly ends?: readonly [end: RegExp, as: string]
  /** Is it of every service, so that a row of one comes in its place? */
  readonly isOfAll?: true
  /** Do most calls of its actions ask for another resource, so that the one that AWS asks for shows it without a policy? */
  readonly isShown?: true
}

const row = (written: string, meant: string, source: RowSource, isTelling = true): ArnTrap => ({
  written,
  meant,
  isTelling,
  ...source,
  check: null,
})

/** A thing, and all parts of it: whoever names the one for an action on the other means them all. */
const partsRow = (written: string, meant: string, source: RowSource, isTelling = true): ArnTrap => ({
  ...row(written, meant, source, isTelling),
  isOfParts: true,
})

/** What the service authorization reference says of ARNs; a test compares it with its data. */
const list = (name: string): RowSource => ({
  page: `${DOCS}service-authorization/latest/reference/list_${name}.html`,
  confirmed: '2026-11-25',
})

/** The rows, by what goes wrong. */
export const ARN_TRAPS = {
  'bucket-is-not-its-objects': partsRow('s3:{bucket}', 's3:{bucket}/*', list('amazons3'), false),
  'objects-are-not-their-bucket': row('s3:{bucket}/*', 's3:{bucket}', list('amazons3'), false),
  'bucket-is-not-its-access-point': {
    ...row(
      's3:{bucket}/*',
      's3:accesspoint/*',
      { page: `${DOCS}AmazonS3/latest/userguide/access-points-policies.html`, confirmed: '2026-11-26' },
      false,
    ),
    hasOtherFields: true,
  },
  'access-point-without-object': {
    ...partsRow(
      's3:accesspoint/{bucket}/{anything}',
      's3:accesspoint/{bucket}/object/{anything}',
      { page: `${DOCS}AmazonS3/latest/userguide/using-access-points.html`, confirmed: '2026-12-01' },
      false,
    ),
    // What has it is the access point’s as it should be.
    ends: [/^(s3:accesspoint\/[^/]{1,63})\/object\/.{1,1024}$/, '$1'],
  },
  'log-group-without-star': partsRow(
    'logs:log-group:{group}',
    'logs:log-group:{group}:*',
    list('amazoncloudwatchlogs'),
  ),
  'log-group-with-star': row('logs:log-group:{group}:*', 'logs:log-group:{group}', list('amazoncloudwatchlogs'), false),
  'secret-without-suffix': partsRow('secretsmanager:secret:{secret}', 'secretsmanager:secret:{secret}-??????', {
    page: `${DOCS}secretsmanager/latest/userguide/auth-and-access_iam-policies.html`,
    confirmed: '2026-11-26',
  }),
  'secret-asked-without-suffix': {
    ...row(
      'secretsmanager:secret:{secret}-??????',
      'secretsmanager:secret:{secret}',
      {
        page: `${DOCS}secretsmanager/latest/apireference/API_GetSecretValue.html`,
        confirmed: '2026-11-26',
      },
      false,
    ),
    isOfRequest: true,
    ends: [/-(?:\*|[a-z\d]{6})$/i, '-??????'],
  },
  'table-is-not-its-index': {
    ...partsRow('dynamodb:table/{table}', 'dynamodb:table/{table}/index/*', list('amazondynamodb')),
    isShown: true,
  },
  'table-is-not-its-stream': partsRow(
    'dynamodb:table/{table}',
    'dynamodb:table/{table}/stream/*',
    list('amazondynamodb'),
  ),
  'database-by-its-name': {
    ...row(
      'rds-db:dbuser:{database}/{user}',
      'rds-db:dbuser:*/{user}',
      { page: `${DOCS}AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html`, confirmed: '2026-11-26' },
      false,
    ),
    actions: ['rds-db:connect'],
    isNeverAsked: true,
    // What has the id of one, or of any, is as it should be.
    ends: [/^rds-db:dbuser:(?=(?:db|cluster|prx)-|[^/]{0,80}[*?$<{[])/, 'rds-db:'],
  },
  'resolver-is-not-its-field': {
    ...row(
      'appsync:apis/{api}/types/{type}/resolvers/{field}',
      'appsync:apis/{api}/types/{type}/fields/{field}',
      { page: `${DOCS}cdk/api/v2/docs/aws-cdk-lib.aws_appsync.IamResource.html`, confirmed: '2026-12-01' },
      false,
    ),
    actions: ['appsync:GraphQL'],
    isNeverAsked: true,
  },
  'alias-is-not-its-key': {
    ...row('kms:alias/{alias}', 'kms:key/*', {
      page: `${DOCS}kms/latest/developerguide/alias-authorization.html`,
      confirmed: '2026-11-26',
    }),
    isNeverAsked: true,
  },
  'domain-is-not-its-paths': row('es:domain/{domain}', 'es:domain/{domain}/*', {
    page: `${DOCS}opensearch-service/latest/developerguide/ac.html`,
    confirmed: '2026-11-29',
  }),
  'domain-without-its-paths': partsRow(
    'es:domain/{domain}/',
    'es:domain/{domain}/*',
    { page: `${DOCS}opensearch-service/latest/developerguide/ac.html`, confirmed: '2026-11-26' },
    false,
  ),
  'role-below-a-path': row(
    'iam:role/{role}',
    'iam:role/*/{role}',
    { page: `${DOCS}IAM/latest/UserGuide/reference_identifiers.html`, confirmed: '2026-11-26' },
    false,
  ),
  'role-asked-without-path': {
    ...row(
      'iam:role/{path}/{role}',
      'iam:role/{role}',
      { page: `${DOCS}IAM/latest/UserGuide/reference_identifiers.html`, confirmed: '2026-11-26' },
      false,
    ),
    isOfRequest: true,
  },
  'policy-below-a-path': row(
    'iam:policy/{policy}',
    'iam:policy/*/{policy}',
    { page: `${DOCS}IAM/latest/UserGuide/reference_identifiers.html`, confirmed: '2026-11-26' },
    false,
  ),
  'session-is-not-its-role': row(
    'sts:assumed-role/{role}/{session}',
    'iam:role/{role}',
    { page: `${DOCS}IAM/latest/UserGuide/reference_identifiers.html`, confirmed: '2026-11-26' },
    false,
  ),
  'parameter-with-two-slashes': row(
    'ssm:parameter//{parameter}',
    'ssm:parameter/{parameter}',
    list('awssystemsmanager'),
    false,
  ),
  'object-with-two-slashes': row(
    's3:{bucket}//{key}',
    's3:{bucket}/{key}',
    { page: `${DOCS}AmazonS3/latest/userguide/object-keys.html`, confirmed: '2026-12-01' },
    false,
  ),
  'star-behind-an-arn': {
    ...row(
      '{service}:{thing}:*',
      '{service}:{thing}',
      { page: `${DOCS}IAM/latest/UserGuide/reference-arns.html`, confirmed: '2026-12-01' },
      false,
    ),
    isOfAll: true,
  },
  'parameter-with-colon': row(
    'ssm:parameter:{parameter}',
    'ssm:parameter/{parameter}',
    list('awssystemsmanager'),
    false,
  ),
  'topic-is-not-its-subscription': partsRow('sns:{topic}', 'sns:{topic}:*', list('amazonsns')),
  'function-with-qualifier': partsRow('lambda:function:{function}', 'lambda:function:{function}:*', {
    page: `${DOCS}lambda/latest/dg/lambda-api-permissions-ref.html`,
    confirmed: '2026-11-26',
  }),
  'function-without-qualifier': row(
    'lambda:function:{function}:{qualifier}',
    'lambda:function:{function}',
    { page: `${DOCS}lambda/latest/dg/lambda-api-permissions-ref.html`, confirmed: '2026-11-26' },
    false,
  ),
  'domain-is-not-its-addresses': row('ses:identity/{domain}', 'ses:identity/*@{domain}', list('amazonses')),
  'identity-is-not-the-configuration-set': {
    ...row('ses:identity/{identity}', 'ses:configuration-set/*', list('amazonses')),
    isShown: true,
  },
  'task-definition-without-revision': partsRow(
    'ecs:task-definition/{family}',
    'ecs:task-definition/{family}:*',
    list('amazonelasticcontainerservice'),
  ),
  'service-without-cluster': row('ecs:service/{service}', 'ecs:service/*/{service}', {
    page: `${DOCS}AmazonECS/latest/developerguide/ecs-account-settings.html`,
    confirmed: '2026-11-26',
  }),
  'task-without-cluster': row('ecs:task/{task}', 'ecs:task/*/{task}', {
    page: `${DOCS}AmazonECS/latest/developerguide/ecs-account-settings.html`,
    confirmed: '2026-11-26',
  }),
  'rule-of-another-bus': row('events:rule/{rule}', 'events:rule/*/{rule}', list('amazoneventbridge'), false),
  'state-machine-is-not-its-execution': partsRow(
    'states:stateMachine:{machine}',
    'states:execution:{machine}:*',
    list('awsstepfunctions'),
  ),
  'stream-is-not-its-consumer': row(
    'kinesis:stream/{stream}',
    'kinesis:stream/{stream}/consumer/*',
    list('amazonkinesisdatastreams'),
  ),
  'profile-is-not-one-of-applications': {
    ...row('bedrock:inference-profile/{profile}', 'bedrock:application-inference-profile/*', list('amazonbedrock')),
    isShown: true,
  },
  'cluster-is-not-its-node-group': partsRow(
    'eks:cluster/{cluster}',
    'eks:nodegroup/{cluster}/*',
    list('amazonelastickubernetesservice'),
  ),
  'stack-without-id': partsRow(
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
  'repository-is-not-those-below': partsRow(
    'ecr:repository/{repository}',
    'ecr:repository/{repository}/*',
    list('amazonelasticcontainerregistry'),
    false,
  ),
  'model-is-not-its-inference-profile': {
    ...row('bedrock:foundation-model/{model}', 'bedrock:inference-profile/*{model}', {
      page: `${DOCS}bedrock/latest/userguide/inference-profiles-prereq.html`,
      confirmed: '2026-11-26',
    }),
    hasOtherFields: true,
  },
  'inference-profile-is-not-its-model': {
    ...row(
      'bedrock:inference-profile/{profile}',
      'bedrock:foundation-model/*',
      { page: `${DOCS}bedrock/latest/userguide/inference-profiles-prereq.html`, confirmed: '2026-11-26' },
      false,
    ),
    hasOtherFields: true,
  },
  'model-is-not-its-application-profile': {
    ...row(
      'bedrock:foundation-model/{model}',
      'bedrock:application-inference-profile/*',
      {
        page: `${DOCS}bedrock/latest/userguide/inference-profiles-prereq.html`,
        confirmed: '2026-11-26',
      },
      false,
    ),
    hasOtherFields: true,
  },
  'table-bucket-is-not-its-tables': partsRow(
    's3tables:bucket/{bucket}',
    's3tables:bucket/{bucket}/table/*',
    list('amazons3tables'),
  ),
  'vector-bucket-is-not-its-indexes': partsRow(
    's3vectors:bucket/{bucket}',
    's3vectors:bucket/{bucket}/index/*',
    list('amazons3vectors'),
  ),
  'job-definition-without-revision': partsRow(
    'batch:job-definition/{definition}',
    'batch:job-definition/{definition}:*',
    list('awsbatch'),
  ),
  'instance-is-not-all-of-a-launch': {
    ...row('ec2:instance/{instance}', 'ec2:*/*', list('amazonec2'), false),
    actions: ['ec2:RunInstances'],
  },
  'database-is-not-its-cluster': row('rds:db:{database}', 'rds:cluster*:*', list('amazonrds'), false),
} as const satisfies Readonly<Record<string, ArnTrap>>

/** The id of a row. */
export type ArnTrapId = keyof typeof ARN_TRAPS
