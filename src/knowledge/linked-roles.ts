import type { KnowledgeRow } from './knowledge'

/** A service-linked role, and the calls that make it the first time in an account. */
export interface LinkedRole {
  /** The service principal, as `iam:AWSServiceName` has it. */
  readonly service: string
  readonly role: string
  /** Calls that can make it, in lower case; `*` as in a policy. */
  readonly calls: readonly string[]
  /** What AWS's message calls the service, in lower case, where it names no role. */
  readonly called?: string
}

/**
 * The roles on whose creation people run aground.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
export const LINKED_ROLES: readonly LinkedRole[] = [
  {
    service: 'elasticloadbalancing.amazonaws.com',
    role: 'AWSServiceRoleForElasticLoadBalancing',
    calls: ['elasticloadbalancing:createloadbalancer'],
  },
  { service: 'events.amazonaws.com', role: 'AWSServiceRoleForCloudWatchEvents', calls: ['cloudwatch:putmetricalarm'] },
  {
    service: 'autoscaling.amazonaws.com',
    role: 'AWSServiceRoleForAutoScaling',
    calls: ['autoscaling:createautoscalinggroup', 'autoscaling:createlaunchconfiguration'],
  },
  {
    service: 'spot.amazonaws.com',
    role: 'AWSServiceRoleForEC2Spot',
    calls: ['ec2:requestspotinstances', 'ec2:runinstances'],
    called: 'ec2 spot instances',
  },
  {
    service: 'spotfleet.amazonaws.com',
    role: 'AWSServiceRoleForEC2SpotFleet',
    calls: ['ec2:requestspotfleet'],
    called: 'ec2 spot fleet',
  },
  { service: 'ec2fleet.amazonaws.com', role: 'AWSServiceRoleForEC2Fleet', calls: ['ec2:createfleet'] },
  { service: 'ecs.amazonaws.com', role: 'AWSServiceRoleForECS', calls: ['ecs:createcluster', 'ecs:createservice'] },
  {
    service: 'ecs.application-autoscaling.amazonaws.com',
    role: 'AWSServiceRoleForApplicationAutoScaling_ECSService',
    calls: ['application-autoscaling:registerscalabletarget'],
  },
  {
    service: 'dynamodb.application-autoscaling.amazonaws.com',
    role: 'AWSServiceRoleForApplicationAutoScaling_DynamoDBTable',
    calls: ['application-autoscaling:registerscalabletarget'],
  },
  {
    service: 'rds.amazonaws.com',
    role: 'AWSServiceRoleForRDS',
    calls: ['rds:createdbinstance', 'rds:createdbcluster', 'rds:createdbsubnetgroup'],
  },
  {
    service: 'elasticache.amazonaws.com',
    role: 'AWSServiceRoleForElastiCache',
    calls: [
      'elasticache:createcachecluster',
      'elasticache:createreplicationgroup',
      'elasticache:createcachesubnetgroup',
    ],
  },
  {
    service: 'es.amazonaws.com',
    role: 'AWSServiceRoleForAmazonElasticsearchService',
    calls: ['es:createelasticsearchdomain'],
  },
  {
    service: 'opensearchservice.amazonaws.com',
    role: 'AWSServiceRoleForAmazonOpenSearchService',
    calls: ['es:createdomain'],
  },
  { service: 'eks.amazonaws.com', role: 'AWSServiceRoleForAmazonEKS', calls: ['eks:createcluster'] },
  {
    service: 'eks-nodegroup.amazonaws.com',
    role: 'AWSServiceRoleForAmazonEKSNodegroup',
    calls: ['eks:createnodegroup'],
  },
  {
    service: 'eks-fargate.amazonaws.com',
    role: 'AWSServiceRoleForAmazonEKSForFargate',
    calls: ['eks:createfargateprofile'],
  },
  { service: 'redshift.amazonaws.com', role: 'AWSServiceRoleForRedshift', calls: ['redshift:createcluster'] },
  { service: 'kafka.amazonaws.com', role: 'AWSServiceRoleForKafka', calls: ['kafka:createcluster*'] },
  {
    service: 'elasticmapreduce.amazonaws.com',
    role: 'AWSServiceRoleForEMRCleanup',
    calls: ['elasticmapreduce:runjobflow'],
  },
  { service: 'ops.apigateway.amazonaws.com', role: 'AWSServiceRoleForAPIGateway', calls: ['apigateway:*'] },
  {
    service: 'replicator.lambda.amazonaws.com',
    role: 'AWSServiceRoleForLambdaReplicator',
    calls: ['cloudfront:createdistribution*', 'cloudfront:updatedistribution'],
  },
  {
    service: 'organizations.amazonaws.com',
    role: 'AWSServiceRoleForOrganizations',
    calls: ['organizations:createorganization', 'organizations:accepthandshake'],
  },
  { service: 'config.amazonaws.com', role: 'AWSServiceRoleForConfig', calls: ['config:putconfigurationrecorder'] },
  { service: 'guardduty.amazonaws.com', role: 'AWSServiceRoleForAmazonGuardDuty', calls: ['guardduty:createdetector'] },
  {
    service: 'securityhub.amazonaws.com',
    role: 'AWSServiceRoleForSecurityHub',
    calls: ['securityhub:enablesecurityhub'],
  },
  {
    service: 'access-analyzer.amazonaws.com',
    role: 'AWSServiceRoleForAccessAnalyzer',
    calls: ['access-analyzer:createanalyzer'],
  },
  {
    service: 'transitgateway.amazonaws.com',
    role: 'AWSServiceRoleForVPCTransitGateway',
    calls: ['ec2:createtransitgatewayvpcattachment'],
  },
  {
    service: 'backup.amazonaws.com',
    role: 'AWSServiceRoleForBackup',
    calls: ['backup:createbackupvault', 'backup:startbackupjob', 'backup:createbackupselection'],
  },
  { service: 'batch.amazonaws.com', role: 'AWSServiceRoleForBatch', calls: ['batch:createcomputeenvironment'] },
  {
    service: 'replication.dynamodb.amazonaws.com',
    role: 'AWSServiceRoleForDynamoDBReplication',
    calls: ['dynamodb:createtablereplica', 'dynamodb:updatetable', 'dynamodb:createglobaltable'],
  },
  {
    service: 'ssm.amazonaws.com',
    role: 'AWSServiceRoleForAmazonSSM',
    calls: ['ssm:updateservicesetting', 'ssm:createassociation'],
  },
  { service: 'wafv2.amazonaws.com', role: 'AWSServiceRoleForWAFV2Logging', calls: ['wafv2:putloggingconfiguration'] },
  { service: 'fis.amazonaws.com', role: 'AWSServiceRoleForFIS', calls: ['fis:startexperiment'] },
  {
    service: 'globalaccelerator.amazonaws.com',
    role: 'AWSServiceRoleForGlobalAccelerator',
    calls: ['globalaccelerator:createendpointgroup'],
  },
]

const PAGE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html'

/** The rows on them: AWS asked for the creation, or the call can have been refused for it. */
export const LINKED_ROLE_ROWS = {
  'service-linked-role-to-be-made': {
    page: PAGE,
    checked: null,
    check: ['aws', 'iam', 'get-role', '--role-name', '{linkedRole}', '--output', 'json'],
  },
} as const satisfies Readonly<Record<string, KnowledgeRow>>

/** The id of the row. */
export type LinkedRoleRowId = keyof typeof LINKED_ROLE_ROWS
