import type { RowSource } from '../iam/row-source'
import { DOCS } from '../iam/aws-docs'

/** What a service's page prescribes for the role that the service works with. */
export interface ServiceRole extends RowSource {
  /** The names that the page, a console or a wizard gives the role, in lower case; `*` as in a policy. */
  readonly names: readonly string[]
  /** The service that assumes it. */
  readonly principal: string
  /** The managed policies that the page attaches, without `arn:aws:iam::aws:policy/`, the first first. */
  readonly policies: readonly string[]
  /** A role of a name of one's own, in a sentence of this service, is of this kind. */
  readonly isUsual?: true
}

const role = (
  principal: string,
  names: readonly string[],
  policies: readonly string[],
  page: string,
  confirmed: RowSource['confirmed'] = 'unconfirmed',
): ServiceRole => ({ principal: `${principal}.amazonaws.com`, names, policies, page: `${DOCS}${page}`, confirmed })

const usual = (...row: Parameters<typeof role>): ServiceRole => ({ ...role(...row), isUsual: true })

/** Ordered: the first whose name fits. */
const SERVICE_ROLES: readonly ServiceRole[] = [
  usual(
    'elasticmapreduce',
    ['emr_defaultrole_v2'],
    ['service-role/AmazonEMRServicePolicy_v2'],
    'emr/latest/ManagementGuide/emr-iam-role.html',
  ),
  role(
    'elasticmapreduce',
    ['emr_defaultrole'],
    ['service-role/AmazonElasticMapReduceRole'],
    'emr/latest/ManagementGuide/emr-iam-role.html',
  ),
  role(
    'ec2',
    ['emr_ec2_defaultrole'],
    ['service-role/AmazonElasticMapReduceforEC2Role'],
    'emr/latest/ManagementGuide/emr-iam-role-for-ec2.html',
  ),
  role(
    'application-autoscaling',
    ['emr_autoscaling_defaultrole'],
    ['service-role/AmazonElasticMapReduceforAutoScalingRole'],
    'emr/latest/ManagementGuide/emr-iam-role-automatic-scaling.html',
  ),
  role('vmie', ['vmimport'], [], 'vm-import/latest/userguide/required-permissions.html'),
  usual(
    'workspaces',
    ['workspaces_defaultrole'],
    ['AmazonWorkSpacesServiceAccess', 'AmazonWorkSpacesSelfServiceAccess'],
    'workspaces/latest/adminguide/workspaces-access-control.html',
  ),
  usual(
    'appstream',
    ['amazonappstreamserviceaccess'],
    ['service-role/AmazonAppStreamServiceAccess'],
    'appstream2/latest/developerguide/roles-required-for-appstream.html',
  ),
  role(
    'application-autoscaling',
    ['applicationautoscalingforamazonappstreamaccess'],
    ['service-role/ApplicationAutoScalingForAmazonAppStreamAccess'],
    'appstream2/latest/developerguide/roles-required-for-appstream.html',
  ),
  usual(
    'backup',
    ['awsbackupdefaultservicerole'],
    ['service-role/AWSBackupServiceRolePolicyForBackup', 'service-role/AWSBackupServiceRolePolicyForRestores'],
    'aws-backup/latest/devguide/iam-service-roles.html',
  ),
  role('dms', ['dms-vpc-role'], ['service-role/AmazonDMSVPCManagementRole'], 'dms/latest/userguide/security-iam.html'),
  role(
    'dms',
    ['dms-cloudwatch-logs-role'],
    ['service-role/AmazonDMSCloudWatchLogsRole'],
    'dms/latest/userguide/security-iam.html',
  ),
  role(
    'dms',
    ['dms-access-for-endpoint'],
    ['service-role/AmazonDMSRedshiftS3Role'],
    'dms/latest/userguide/security-iam.html',
  ),
  role(
    'monitoring.rds',
    ['rds-monitoring-role', 'emaccess'],
    ['service-role/AmazonRDSEnhancedMonitoringRole'],
    'AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html',
  ),
  usual(
    'elasticbeanstalk',
    ['aws-elasticbeanstalk-service-role'],
    ['service-role/AWSElasticBeanstalkEnhancedHealth', 'AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy'],
    'elasticbeanstalk/latest/dg/iam-servicerole.html',
  ),
  role(
    'ec2',
    ['aws-elasticbeanstalk-ec2-role'],
    ['AWSElasticBeanstalkWebTier', 'AWSElasticBeanstalkWorkerTier'],
    'elasticbeanstalk/latest/dg/iam-instanceprofile.html',
  ),
  usual(
    'dlm',
    ['awsdatalifecyclemanagerdefaultrole'],
    ['service-role/AWSDataLifecycleManagerServiceRole'],
    'ebs/latest/userguide/service-role.html',
  ),
  role(
    'dlm',
    ['awsdatalifecyclemanagerdefaultroleforamimanagement'],
    ['service-role/AWSDataLifecycleManagerServiceRoleForAMIManagement'],
    'ebs/latest/userguide/service-role.html',
  ),
  role(
    'ecs-tasks',
    ['ecstaskexecutionrole'],
    ['service-role/AmazonECSTaskExecutionRolePolicy'],
    'AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  ),
  role(
    'ec2',
    ['ecsinstancerole'],
    ['service-role/AmazonEC2ContainerServiceforEC2Role'],
    'AmazonECS/latest/developerguide/instance_IAM_role.html',
  ),
  role(
    'codedeploy',
    ['ecscodedeployrole'],
    ['AWSCodeDeployRoleForECS'],
    'AmazonECS/latest/developerguide/codedeploy_IAM_role.html',
  ),
  role(
    'events',
    ['ecseventsrole'],
    ['service-role/AmazonEC2ContainerServiceEventsRole'],
    'AmazonECS/latest/developerguide/CWE_IAM_role.html',
  ),
  usual(
    'batch',
    ['awsbatchservicerole'],
    ['service-role/AWSBatchServiceRole'],
    'batch/latest/userguide/service_IAM_role.html',
  ),
  usual(
    'spotfleet',
    ['aws-ec2-spot-fleet-tagging-role', 'aws-ec2-spot-fleet-role'],
    ['service-role/AmazonEC2SpotFleetTaggingRole'],
    'AWSEC2/latest/UserGuide/spot-fleet-prerequisites.html',
  ),
  role(
    'eks',
    ['eksclusterrole', 'amazoneksclusterrole'],
    ['AmazonEKSClusterPolicy'],
    'eks/latest/userguide/cluster-iam-role.html',
  ),
  role(
    'ec2',
    ['amazoneksnoderole', 'eksnoderole'],
    ['AmazonEKSWorkerNodePolicy', 'AmazonEC2ContainerRegistryPullOnly'],
    'eks/latest/userguide/create-node-role.html',
  ),
  role(
    'eks-fargate-pods',
    ['amazoneksfargatepodexecutionrole'],
    ['AmazonEKSFargatePodExecutionRolePolicy'],
    'eks/latest/userguide/pod-execution-role.html',
  ),
  role(
    'controltower',
    ['awscontroltoweradmin'],
    ['service-role/AWSControlTowerServiceRolePolicy'],
    'controltower/latest/userguide/access-control-managing-permissions.html',
  ),
  usual(
    'greengrass',
    ['greengrass_servicerole'],
    ['service-role/AWSGreengrassResourceAccessRolePolicy'],
    'greengrass/v2/developerguide/greengrass-service-role.html',
  ),
  role('mediaconvert', ['mediaconvert_default_role'], [], 'mediaconvert/latest/ug/iam-role.html'),
  role('medialive', ['medialiveaccessrole'], [], 'medialive/latest/ug/trusted-entity-iam-role.html'),
  usual(
    'elastictranscoder',
    ['elastic_transcoder_default_role'],
    ['service-role/AmazonElasticTranscoderRole'],
    'elastictranscoder/latest/developerguide/access-control.html',
  ),
  role(
    'quicksight',
    ['aws-quicksight-service-role-v*', 'aws-quicksight-s3-consumers-role-v*'],
    [],
    'quicksight/latest/user/security_iam_service-with-iam.html',
  ),
  usual('glue', ['awsglueservicerole*'], ['service-role/AWSGlueServiceRole'], 'glue/latest/dg/create-an-iam-role.html'),
  role('sagemaker', ['amazonsagemaker-executionrole-*'], [], 'sagemaker/latest/dg/sagemaker-roles.html'),
  role(
    'ec2',
    ['amazonssmroleforinstancesquicksetup', 'ec2roleforssm'],
    ['AmazonSSMManagedInstanceCore'],
    'systems-manager/latest/userguide/setup-instance-permissions.html',
  ),
  role(
    'config',
    ['config-role', 'aws_configrole'],
    ['service-role/AWS_ConfigRole'],
    'config/latest/developerguide/iamrole-permissions.html',
  ),
  role(
    'transfer',
    ['awstransferloggingaccess'],
    ['service-role/AWSTransferLoggingAccess'],
    'transfer/latest/userguide/configure-cw-logging-role.html',
  ),
  usual(
    'codedeploy',
    ['codedeployservicerole', 'awscodedeployrole'],
    ['service-role/AWSCodeDeployRole'],
    'codedeploy/latest/userguide/getting-started-create-service-role.html',
  ),
]

/** A role as its ARN or its name names it, in lower case, without its path. */
const NAME = /(?<![\w/])[a-z][\w+=.@-]{4,64}/gi

const NAMED = SERVICE_ROLES.flatMap((one) => one.names.map((name) => [name, one] as const))

const BY_NAME: ReadonlyMap<string, ServiceRole> = new Map(NAMED)

const BY_BEGINNING = NAMED.filter(([name]) => name.endsWith('*')).map(
  ([name, one]) => [name.slice(0, -1), one] as const,
)

/** The role of a service that a text names as the service's page does, and how it is written there. */
export function prescribedRole(text: string): { readonly role: ServiceRole; readonly name: string } | null {
  for (const [written] of text.replaceAll(/role\/(?:service-role\/)?/g, ' ').matchAll(NAME)) {
    // A full stop behind it ends the sentence.
    const name = written.replace(/[.@]$/, '')
    const plain = name.toLowerCase()
    const found = BY_NAME.get(plain) ?? BY_BEGINNING.find(([begin]) => plain.startsWith(begin))?.[1]
    if (found !== undefined) return { role: found, name }
  }
  return null
}

/** What the role of a service usually is, whatever its name. */
export const usualRole = (principal: string): ServiceRole | null =>
  SERVICE_ROLES.find((one) => one.isUsual === true && one.principal === principal) ?? null
