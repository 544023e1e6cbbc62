/** What a template names for a call: the type of a resource in Terraform and CloudFormation, and what makes and deletes it. */
export interface TemplateType {
  readonly terraform: string
  readonly cloudformation: string
  /** The IAM prefix of the service. */
  readonly service: string
  readonly creates: string
  readonly deletes: string
}

const row = (
  service: string,
  terraform: string,
  cloudformation: string,
  creates: string,
  deletes: string,
): TemplateType => ({ service, terraform, cloudformation, creates, deletes })

/** One row a type of resource. */
export const TEMPLATE_TYPES: readonly TemplateType[] = [
  row('ec2', 'aws_instance', 'AWS::EC2::Instance', 'RunInstances', 'TerminateInstances'),
  row('ec2', 'aws_launch_template', 'AWS::EC2::LaunchTemplate', 'CreateLaunchTemplate', 'DeleteLaunchTemplate'),
  row('ec2', 'aws_ebs_volume', 'AWS::EC2::Volume', 'CreateVolume', 'DeleteVolume'),
  row('ec2', 'aws_volume_attachment', 'AWS::EC2::VolumeAttachment', 'AttachVolume', 'DetachVolume'),
  row('ec2', 'aws_subnet', 'AWS::EC2::Subnet', 'CreateSubnet', 'DeleteSubnet'),
  row('ec2', 'aws_security_group', 'AWS::EC2::SecurityGroup', 'CreateSecurityGroup', 'DeleteSecurityGroup'),
  row('ec2', 'aws_vpc', 'AWS::EC2::VPC', 'CreateVpc', 'DeleteVpc'),
  row('ec2', 'aws_vpc_endpoint', 'AWS::EC2::VPCEndpoint', 'CreateVpcEndpoint', 'DeleteVpcEndpoints'),
  row('ec2', 'aws_nat_gateway', 'AWS::EC2::NatGateway', 'CreateNatGateway', 'DeleteNatGateway'),
  row('ec2', 'aws_flow_log', 'AWS::EC2::FlowLog', 'CreateFlowLogs', 'DeleteFlowLogs'),
  row('lambda', 'aws_lambda_function', 'AWS::Lambda::Function', 'CreateFunction', 'DeleteFunction'),
  row('lambda', 'aws_lambda_permission', 'AWS::Lambda::Permission', 'AddPermission', 'RemovePermission'),
  row(
    'lambda',
    'aws_lambda_event_source_mapping',
    'AWS::Lambda::EventSourceMapping',
    'CreateEventSourceMapping',
    'DeleteEventSourceMapping',
  ),
  row('iam', 'aws_iam_role', 'AWS::IAM::Role', 'CreateRole', 'DeleteRole'),
  row('iam', 'aws_iam_user', 'AWS::IAM::User', 'CreateUser', 'DeleteUser'),
  row('iam', 'aws_iam_policy', 'AWS::IAM::ManagedPolicy', 'CreatePolicy', 'DeletePolicy'),
  row('iam', 'aws_iam_instance_profile', 'AWS::IAM::InstanceProfile', 'CreateInstanceProfile', 'DeleteInstanceProfile'),
  row('s3', 'aws_s3_bucket', 'AWS::S3::Bucket', 'CreateBucket', 'DeleteBucket'),
  row('s3', 'aws_s3_bucket_policy', 'AWS::S3::BucketPolicy', 'PutBucketPolicy', 'DeleteBucketPolicy'),
  row('ecs', 'aws_ecs_service', 'AWS::ECS::Service', 'CreateService', 'DeleteService'),
  row(
    'ecs',
    'aws_ecs_task_definition',
    'AWS::ECS::TaskDefinition',
    'RegisterTaskDefinition',
    'DeregisterTaskDefinition',
  ),
  row('ecs', 'aws_ecs_cluster', 'AWS::ECS::Cluster', 'CreateCluster', 'DeleteCluster'),
  row('ecr', 'aws_ecr_repository', 'AWS::ECR::Repository', 'CreateRepository', 'DeleteRepository'),
  row('eks', 'aws_eks_cluster', 'AWS::EKS::Cluster', 'CreateCluster', 'DeleteCluster'),
  row('eks', 'aws_eks_node_group', 'AWS::EKS::Nodegroup', 'CreateNodegroup', 'DeleteNodegroup'),
  row('rds', 'aws_db_instance', 'AWS::RDS::DBInstance', 'CreateDBInstance', 'DeleteDBInstance'),
  row('rds', 'aws_rds_cluster', 'AWS::RDS::DBCluster', 'CreateDBCluster', 'DeleteDBCluster'),
  row('dynamodb', 'aws_dynamodb_table', 'AWS::DynamoDB::Table', 'CreateTable', 'DeleteTable'),
  row('sqs', 'aws_sqs_queue', 'AWS::SQS::Queue', 'CreateQueue', 'DeleteQueue'),
  row('sns', 'aws_sns_topic', 'AWS::SNS::Topic', 'CreateTopic', 'DeleteTopic'),
  row('sns', 'aws_sns_topic_subscription', 'AWS::SNS::Subscription', 'Subscribe', 'Unsubscribe'),
  row('kms', 'aws_kms_key', 'AWS::KMS::Key', 'CreateKey', 'ScheduleKeyDeletion'),
  row('kms', 'aws_kms_alias', 'AWS::KMS::Alias', 'CreateAlias', 'DeleteAlias'),
  row('secretsmanager', 'aws_secretsmanager_secret', 'AWS::SecretsManager::Secret', 'CreateSecret', 'DeleteSecret'),
  row('ssm', 'aws_ssm_parameter', 'AWS::SSM::Parameter', 'PutParameter', 'DeleteParameter'),
  row('logs', 'aws_cloudwatch_log_group', 'AWS::Logs::LogGroup', 'CreateLogGroup', 'DeleteLogGroup'),
  row('events', 'aws_cloudwatch_event_rule', 'AWS::Events::Rule', 'PutRule', 'DeleteRule'),
  row('scheduler', 'aws_scheduler_schedule', 'AWS::Scheduler::Schedule', 'CreateSchedule', 'DeleteSchedule'),
  row(
    'states',
    'aws_sfn_state_machine',
    'AWS::StepFunctions::StateMachine',
    'CreateStateMachine',
    'DeleteStateMachine',
  ),
  row('glue', 'aws_glue_job', 'AWS::Glue::Job', 'CreateJob', 'DeleteJob'),
  row('glue', 'aws_glue_crawler', 'AWS::Glue::Crawler', 'CreateCrawler', 'DeleteCrawler'),
  row('codebuild', 'aws_codebuild_project', 'AWS::CodeBuild::Project', 'CreateProject', 'DeleteProject'),
  row('codepipeline', 'aws_codepipeline', 'AWS::CodePipeline::Pipeline', 'CreatePipeline', 'DeletePipeline'),
  row(
    'firehose',
    'aws_kinesis_firehose_delivery_stream',
    'AWS::KinesisFirehose::DeliveryStream',
    'CreateDeliveryStream',
    'DeleteDeliveryStream',
  ),
  row('kinesis', 'aws_kinesis_stream', 'AWS::Kinesis::Stream', 'CreateStream', 'DeleteStream'),
  row(
    'autoscaling',
    'aws_autoscaling_group',
    'AWS::AutoScaling::AutoScalingGroup',
    'CreateAutoScalingGroup',
    'DeleteAutoScalingGroup',
  ),
  row(
    'elasticloadbalancing',
    'aws_lb',
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    'CreateLoadBalancer',
    'DeleteLoadBalancer',
  ),
  row(
    'elasticloadbalancing',
    'aws_lb_target_group',
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    'CreateTargetGroup',
    'DeleteTargetGroup',
  ),
  row('cloudtrail', 'aws_cloudtrail', 'AWS::CloudTrail::Trail', 'CreateTrail', 'DeleteTrail'),
  row('transfer', 'aws_transfer_user', 'AWS::Transfer::User', 'CreateUser', 'DeleteUser'),
  row('sagemaker', 'aws_sagemaker_model', 'AWS::SageMaker::Model', 'CreateModel', 'DeleteModel'),
  row(
    'backup',
    'aws_backup_selection',
    'AWS::Backup::BackupSelection',
    'CreateBackupSelection',
    'DeleteBackupSelection',
  ),
]

const lower = (name: string): string => name.toLowerCase()

const BY_TERRAFORM = new Map(TEMPLATE_TYPES.map((type) => [type.terraform, type]))
const BY_CLOUDFORMATION = new Map(TEMPLATE_TYPES.map((type) => [lower(type.cloudformation), type]))

/** The row of a type by its name in Terraform or CloudFormation. */
export const templateType = (name: string): TemplateType | null =>
  BY_TERRAFORM.get(name) ?? BY_CLOUDFORMATION.get(lower(name)) ?? null

/** Modules of the CDK that are not named as CloudFormation names the service. */
const CDK_MODULES = new Map([
  ['sfn', 'stepfunctions'],
  ['elbv2', 'elasticloadbalancingv2'],
])

/** The row of a construct of the CDK, by its module and class: `lambda.Function`, `ec2.CfnInstance`. */
export const constructType = (module: string, name: string): TemplateType | null => {
  const of = CDK_MODULES.get(lower(module)) ?? lower(module).replace(/^aws_?/, '')
  return BY_CLOUDFORMATION.get(`aws::${of}::${lower(name).replace(/^cfn/, '')}`) ?? null
}
