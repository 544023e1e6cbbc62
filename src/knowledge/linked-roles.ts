import type { KnowledgeRow } from './knowledge'
import type { RowSource } from '../iam/row-source'
import { DOCS, LINKED_ROLE_PAGE } from '../iam/aws-docs'

/** A service-linked role, and the calls that make it the first time in an account. */
export interface LinkedRole extends RowSource {
  /** The service principal, as `iam:AWSServiceName` has it. */
  readonly service: string
  readonly role: string
  /** Calls that can make it, in lower case; `*` as in a policy. */
  readonly calls: readonly string[]
  /** What AWS's message calls the service, in lower case, where it names no role. */
  readonly called?: string
}

/** The roles on whose creation people run aground. */
export const LINKED_ROLES: readonly LinkedRole[] = [
  {
    service: 'elasticloadbalancing.amazonaws.com',
    role: 'AWSServiceRoleForElasticLoadBalancing',
    calls: ['elasticloadbalancing:createloadbalancer', 'elasticloadbalancing:createtargetgroup'],
    page: `${DOCS}elasticloadbalancing/latest/userguide/elb-service-linked-roles.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'events.amazonaws.com',
    role: 'AWSServiceRoleForCloudWatchEvents',
    calls: ['cloudwatch:putmetricalarm'],
    page: `${DOCS}AmazonCloudWatch/latest/monitoring/using-service-linked-roles.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'autoscaling.amazonaws.com',
    role: 'AWSServiceRoleForAutoScaling',
    calls: ['autoscaling:createautoscalinggroup', 'autoscaling:createlaunchconfiguration'],
    page: `${DOCS}autoscaling/ec2/userguide/autoscaling-service-linked-role.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'spot.amazonaws.com',
    role: 'AWSServiceRoleForEC2Spot',
    calls: ['ec2:requestspotinstances', 'ec2:runinstances'],
    page: `${DOCS}AWSEC2/latest/UserGuide/service-linked-roles-spot-instance-requests.html`,
    confirmed: '2026-11-26',
    called: 'ec2 spot instances',
  },
  {
    service: 'spotfleet.amazonaws.com',
    role: 'AWSServiceRoleForEC2SpotFleet',
    calls: ['ec2:requestspotfleet'],
    page: `${DOCS}AWSEC2/latest/UserGuide/spot-fleet-prerequisites.html`,
    confirmed: '2026-11-26',
    called: 'ec2 spot fleet',
  },
  {
    service: 'ec2fleet.amazonaws.com',
    role: 'AWSServiceRoleForEC2Fleet',
    calls: ['ec2:createfleet'],
    page: `${DOCS}AWSEC2/latest/UserGuide/ec2-fleet-prerequisites.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'ecs.amazonaws.com',
    role: 'AWSServiceRoleForECS',
    calls: ['ecs:createcluster', 'ecs:createservice'],
    page: `${DOCS}AmazonECS/latest/developerguide/using-service-linked-roles.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'ecs.application-autoscaling.amazonaws.com',
    role: 'AWSServiceRoleForApplicationAutoScaling_ECSService',
    calls: ['application-autoscaling:registerscalabletarget'],
    page: `${DOCS}AmazonECS/latest/developerguide/service-auto-scaling.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'dynamodb.application-autoscaling.amazonaws.com',
    role: 'AWSServiceRoleForApplicationAutoScaling_DynamoDBTable',
    calls: ['application-autoscaling:registerscalabletarget'],
    page: `${DOCS}amazondynamodb/latest/developerguide/AutoScaling.CLI.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'rds.amazonaws.com',
    role: 'AWSServiceRoleForRDS',
    calls: ['rds:createdbinstance', 'rds:createdbcluster', 'rds:createdbsubnetgroup'],
    page: `${DOCS}AmazonRDS/latest/UserGuide/UsingWithRDS.IAM.ServiceLinkedRoles.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'elasticache.amazonaws.com',
    role: 'AWSServiceRoleForElastiCache',
    calls: [
      'elasticache:createcachecluster',
      'elasticache:createreplicationgroup',
      'elasticache:createcachesubnetgroup',
    ],
    page: `${DOCS}AmazonElastiCache/latest/dg/using-service-linked-roles.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'es.amazonaws.com',
    role: 'AWSServiceRoleForAmazonElasticsearchService',
    calls: ['es:createelasticsearchdomain'],
    page: `${DOCS}opensearch-service/latest/developerguide/slr-aos.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'opensearchservice.amazonaws.com',
    role: 'AWSServiceRoleForAmazonOpenSearchService',
    calls: ['es:createdomain'],
    page: `${DOCS}opensearch-service/latest/developerguide/slr-aos.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'eks.amazonaws.com',
    role: 'AWSServiceRoleForAmazonEKS',
    calls: ['eks:createcluster'],
    page: `${DOCS}eks/latest/userguide/using-service-linked-roles-eks.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'eks-nodegroup.amazonaws.com',
    role: 'AWSServiceRoleForAmazonEKSNodegroup',
    calls: ['eks:createnodegroup'],
    page: `${DOCS}eks/latest/userguide/using-service-linked-roles-eks-nodegroups.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'eks-fargate.amazonaws.com',
    role: 'AWSServiceRoleForAmazonEKSForFargate',
    calls: ['eks:createfargateprofile'],
    page: `${DOCS}eks/latest/userguide/using-service-linked-roles-eks-fargate.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'redshift.amazonaws.com',
    role: 'AWSServiceRoleForRedshift',
    calls: ['redshift:createcluster'],
    page: `${DOCS}redshift/latest/mgmt/using-service-linked-roles.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'kafka.amazonaws.com',
    role: 'AWSServiceRoleForKafka',
    calls: ['kafka:createcluster*'],
    page: `${DOCS}msk/latest/developerguide/using-service-linked-roles.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'elasticmapreduce.amazonaws.com',
    role: 'AWSServiceRoleForEMRCleanup',
    calls: ['elasticmapreduce:runjobflow'],
    page: `${DOCS}emr/latest/ManagementGuide/using-service-linked-roles.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'ops.apigateway.amazonaws.com',
    role: 'AWSServiceRoleForAPIGateway',
    calls: [
      ...['createrestapi', 'createapi', 'createdomainname', 'createvpclink', 'post'].map(
        (name) => `apigateway:${name}`,
      ),
    ],
    page: `${DOCS}apigateway/latest/developerguide/using-service-linked-roles.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'replicator.lambda.amazonaws.com',
    role: 'AWSServiceRoleForLambdaReplicator',
    calls: ['cloudfront:createdistribution*', 'cloudfront:updatedistribution'],
    page: `${DOCS}AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'cloudtrail.amazonaws.com',
    role: 'AWSServiceRoleForCloudTrail',
    calls: ['cloudtrail:registerorganizationdelegatedadmin'],
    page: `${DOCS}awscloudtrail/latest/userguide/using-service-linked-roles.html`,
    confirmed: 'unconfirmed',
  },
  {
    service: 'organizations.amazonaws.com',
    role: 'AWSServiceRoleForOrganizations',
    calls: ['organizations:createorganization', 'organizations:accepthandshake'],
    page: `${DOCS}organizations/latest/userguide/orgs_manage_accounts.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'config.amazonaws.com',
    role: 'AWSServiceRoleForConfig',
    calls: ['config:putconfigurationrecorder'],
    page: `${DOCS}config/latest/developerguide/using-service-linked-roles.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'guardduty.amazonaws.com',
    role: 'AWSServiceRoleForAmazonGuardDuty',
    calls: ['guardduty:createdetector'],
    page: `${DOCS}organizations/latest/userguide/services-that-can-integrate-guardduty.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'securityhub.amazonaws.com',
    role: 'AWSServiceRoleForSecurityHub',
    calls: ['securityhub:enablesecurityhub'],
    page: `${DOCS}organizations/latest/userguide/services-that-can-integrate-securityhub.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'access-analyzer.amazonaws.com',
    role: 'AWSServiceRoleForAccessAnalyzer',
    calls: ['access-analyzer:createanalyzer'],
    page: `${DOCS}IAM/latest/UserGuide/access-analyzer-using-service-linked-roles.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'transitgateway.amazonaws.com',
    role: 'AWSServiceRoleForVPCTransitGateway',
    calls: ['ec2:createtransitgatewayvpcattachment'],
    page: `${DOCS}vpc/latest/tgw/service-linked-roles.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'backup.amazonaws.com',
    role: 'AWSServiceRoleForBackup',
    calls: ['backup:createbackupvault', 'backup:startbackupjob', 'backup:createbackupselection'],
    page: `${DOCS}efs/latest/ug/using-service-linked-roles.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'batch.amazonaws.com',
    role: 'AWSServiceRoleForBatch',
    calls: ['batch:createcomputeenvironment'],
    page: `${DOCS}batch/latest/userguide/using-service-linked-roles.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'replication.dynamodb.amazonaws.com',
    role: 'AWSServiceRoleForDynamoDBReplication',
    calls: ['dynamodb:createtablereplica', 'dynamodb:updatetable', 'dynamodb:createglobaltable'],
    page: `${DOCS}amazondynamodb/latest/developerguide/gt_IAM.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'ssm.amazonaws.com',
    role: 'AWSServiceRoleForAmazonSSM',
    calls: ['ssm:updateservicesetting', 'ssm:createassociation'],
    page: `${DOCS}systems-manager/latest/userguide/using-service-linked-roles.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'wafv2.amazonaws.com',
    role: 'AWSServiceRoleForWAFV2Logging',
    calls: ['wafv2:putloggingconfiguration'],
    page: `${DOCS}waf/latest/developerguide/using-service-linked-roles.html`,
    confirmed: '2026-11-26',
  },
  {
    service: 'fis.amazonaws.com',
    role: 'AWSServiceRoleForFIS',
    calls: ['fis:startexperiment'],
    page: `${DOCS}fis/latest/userguide/using-service-linked-roles.html`,
    confirmed: 'unconfirmed',
  },
  {
    service: 'globalaccelerator.amazonaws.com',
    role: 'AWSServiceRoleForGlobalAccelerator',
    calls: ['globalaccelerator:createendpointgroup'],
    page: `${DOCS}global-accelerator/latest/dg/using-service-linked-roles.html`,
    confirmed: 'unconfirmed',
  },
]

/** The rows on them: AWS asked for the creation, or the call can have been refused for it. */
export const LINKED_ROLE_ROWS = {
  'service-linked-role-to-be-made': {
    page: LINKED_ROLE_PAGE,
    confirmed: '2026-11-26',
    check: 'aws iam get-role --role-name {linkedRole} --output json',
  },
} as const satisfies Readonly<Record<string, KnowledgeRow>>

/** The id of the row. */
export type LinkedRoleRowId = keyof typeof LINKED_ROLE_ROWS
