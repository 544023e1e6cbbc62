import type { KnowledgeRow } from './knowledge'

/**
 * Actions that take no resource, so that only `"Resource": "*"` covers them: those on which people run aground. The whole
 * list stands in the service authorization reference.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const NO_RESOURCE_ACTIONS: readonly string[] = [
  ...['ssm:DescribeParameters', 's3:ListAllMyBuckets', 'ecr:GetAuthorizationToken', 'sts:GetCallerIdentity'],
  ...['logs:DescribeLogGroups', 'secretsmanager:ListSecrets', 'secretsmanager:GetRandomPassword', 'kms:ListKeys'],
  ...['kms:ListAliases', 'kms:CreateKey', 'kms:GenerateRandom', 'iam:ListRoles', 'iam:ListUsers', 'iam:ListPolicies'],
  ...['iam:GetAccountSummary', 'iam:ListAccountAliases', 'dynamodb:ListTables', 'lambda:ListFunctions'],
  ...['lambda:GetAccountSettings', 'sqs:ListQueues', 'sns:ListTopics', 'route53:ListHostedZones'],
  ...['route53:ListHostedZonesByName', 'elasticloadbalancing:DescribeLoadBalancers'],
  ...['elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth'],
  ...['ecs:ListClusters', 'eks:ListClusters', 'cloudformation:ListStacks', 'cloudformation:ValidateTemplate'],
  ...['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'tag:GetResources', 'acm:ListCertificates'],
  ...['cloudtrail:LookupEvents', 'autoscaling:DescribeAutoScalingGroups', 'autoscaling:DescribeScalingActivities'],
  ...['ec2:DescribeInstances', 'ec2:DescribeImages', 'ec2:DescribeVpcs', 'ec2:DescribeSubnets'],
  ...['ec2:DescribeSecurityGroups', 'ec2:DescribeRegions', 'ec2:DescribeAvailabilityZones', 'ec2:DescribeVolumes'],
  ...['ec2:DescribeSnapshots', 'ec2:DescribeTags', 'ec2:DescribeNetworkInterfaces', 'ec2:DescribeKeyPairs'],
  ...['ec2:DescribeRouteTables', 'ec2:DescribeInstanceStatus', 'ec2:DescribeLaunchTemplates'],
  ...['organizations:ListAccounts', 'organizations:DescribeOrganization', 'ssmmessages:CreateControlChannel'],
  ...['ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel', 'ssmmessages:OpenDataChannel'],
  ...['ec2messages:GetMessages', 'lambda:ListEventSourceMappings', 'lambda:CreateEventSourceMapping'],
  ...['textract:DetectDocumentText', 'textract:AnalyzeDocument', 'rekognition:DetectLabels'],
  ...['comprehend:DetectSentiment'],
  ...[
    'ecr:DescribeRegistry',
    'ecr-public:GetAuthorizationToken',
    'sts:GetServiceBearerToken',
    'bedrock:ListFoundationModels',
  ],
  ...['pricing:GetProducts', 'wafv2:ListWebACLs', 'rds:DescribeOrderableDBInstanceOptions', 'events:ListEventBuses'],
]

/** The row on them. */
export const NO_RESOURCE = {
  'action-takes-no-resource': {
    page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    checked: '2026-11-25',
    check: null,
  },
} as const satisfies Readonly<Record<string, KnowledgeRow>>

/** The id of the row. */
export type NoResourceId = keyof typeof NO_RESOURCE
