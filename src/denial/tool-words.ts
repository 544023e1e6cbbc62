/** What a tool says that it was doing, as the source of a pattern, and the action that this needs. */
export type ToolWords = readonly [words: string, action: string]

type Verb = 'creating' | 'reading' | 'updating' | 'deleting'

/** What tools say that they do with a thing. */
export const VERBS: readonly Verb[] = ['creating', 'reading', 'updating', 'deleting']

/** Kinds of things as Terraform and its kin name them, with the actions in the order of VERBS; "-" where none is plain. */
const THINGS: readonly (readonly [thing: string, service: string, actions: string])[] = [
  ['IAM\\s[Rr]ole', 'iam', 'CreateRole GetRole UpdateRole DeleteRole'],
  ['IAM\\s[Pp]olicy', 'iam', 'CreatePolicy GetPolicy CreatePolicyVersion DeletePolicy'],
  ['IAM\\s[Uu]ser', 'iam', 'CreateUser GetUser UpdateUser DeleteUser'],
  ['IAM\\s[Gg]roup', 'iam', 'CreateGroup GetGroup UpdateGroup DeleteGroup'],
  ['IAM\\s[Ii]nstance\\s[Pp]rofile', 'iam', 'CreateInstanceProfile GetInstanceProfile - DeleteInstanceProfile'],
  ['S3\\s[Bb]ucket', 's3', 'CreateBucket ListBucket - DeleteBucket'],
  ['KMS\\s[Kk]ey', 'kms', 'CreateKey DescribeKey - ScheduleKeyDeletion'],
  ['KMS\\s[Aa]lias', 'kms', 'CreateAlias ListAliases UpdateAlias DeleteAlias'],
  ['SSM\\s[Pp]arameter', 'ssm', 'PutParameter GetParameter PutParameter DeleteParameter'],
  ['Secrets\\sManager\\sSecret\\sVersion', 'secretsmanager', 'PutSecretValue GetSecretValue PutSecretValue -'],
  ['Secrets\\sManager\\sSecret', 'secretsmanager', 'CreateSecret DescribeSecret UpdateSecret DeleteSecret'],
  ['Route\\s?53\\sHosted\\sZone', 'route53', 'CreateHostedZone GetHostedZone - DeleteHostedZone'],
  ['SNS\\sTopic', 'sns', 'CreateTopic GetTopicAttributes SetTopicAttributes DeleteTopic'],
  ['SQS\\sQueue', 'sqs', 'CreateQueue GetQueueAttributes SetQueueAttributes DeleteQueue'],
  ['DynamoDB\\sTable', 'dynamodb', 'CreateTable DescribeTable UpdateTable DeleteTable'],
  ['Lambda\\sFunction', 'lambda', 'CreateFunction GetFunction UpdateFunctionConfiguration DeleteFunction'],
  ['Lambda\\sPermission', 'lambda', 'AddPermission GetPolicy - RemovePermission'],
  ['ECR\\sRepository', 'ecr', 'CreateRepository DescribeRepositories - DeleteRepository'],
  ['ECS\\sCluster', 'ecs', 'CreateCluster DescribeClusters UpdateCluster DeleteCluster'],
  ['ECS\\sService', 'ecs', 'CreateService DescribeServices UpdateService DeleteService'],
  [
    'ECS\\sTask\\sDefinition',
    'ecs',
    'RegisterTaskDefinition DescribeTaskDefinition RegisterTaskDefinition DeregisterTaskDefinition',
  ],
  ['EKS\\sCluster', 'eks', 'CreateCluster DescribeCluster UpdateClusterConfig DeleteCluster'],
  ['EKS\\sNode\\sGroup', 'eks', 'CreateNodegroup DescribeNodegroup UpdateNodegroupConfig DeleteNodegroup'],
  [
    'CloudWatch\\s(?:Logs\\s)?Log\\sGroup',
    'logs',
    'CreateLogGroup DescribeLogGroups PutRetentionPolicy DeleteLogGroup',
  ],
  ['EC2\\s[Ii]nstance', 'ec2', 'RunInstances DescribeInstances ModifyInstanceAttribute TerminateInstances'],
  ['(?:VPC\\s)?Flow\\sLogs?', 'ec2', 'CreateFlowLogs DescribeFlowLogs - DeleteFlowLogs'],
  ['(?:EC2\\s)?VPC', 'ec2', 'CreateVpc DescribeVpcs ModifyVpcAttribute DeleteVpc'],
  ['(?:EC2\\s)?Subnet', 'ec2', 'CreateSubnet DescribeSubnets ModifySubnetAttribute DeleteSubnet'],
  ['(?:EC2\\s)?Security\\sGroup', 'ec2', 'CreateSecurityGroup DescribeSecurityGroups - DeleteSecurityGroup'],
  [
    '(?:EC2\\s)?Launch\\sTemplate',
    'ec2',
    'CreateLaunchTemplate DescribeLaunchTemplates ModifyLaunchTemplate DeleteLaunchTemplate',
  ],
  ['(?:RDS\\s)?DB\\sInstance', 'rds', 'CreateDBInstance DescribeDBInstances ModifyDBInstance DeleteDBInstance'],
  ['RDS\\sCluster', 'rds', 'CreateDBCluster DescribeDBClusters ModifyDBCluster DeleteDBCluster'],
  ['Backup\\sPlan', 'backup', 'CreateBackupPlan GetBackupPlan UpdateBackupPlan DeleteBackupPlan'],
  ['Backup\\sVault', 'backup', 'CreateBackupVault DescribeBackupVault - DeleteBackupVault'],
  ['Backup\\sSelection', 'backup', 'CreateBackupSelection GetBackupSelection - DeleteBackupSelection'],
  ['CodeBuild\\s[Pp]roject', 'codebuild', 'CreateProject BatchGetProjects UpdateProject DeleteProject'],
  [
    'CloudFront\\sDistribution',
    'cloudfront',
    'CreateDistribution GetDistribution UpdateDistribution DeleteDistribution',
  ],
  ['Glue\\s(?:Catalog\\s)?Database', 'glue', 'CreateDatabase GetDatabase UpdateDatabase DeleteDatabase'],
  ['IoT\\sRole\\sAlias', 'iot', 'CreateRoleAlias DescribeRoleAlias UpdateRoleAlias DeleteRoleAlias'],
  ['IoT\\sPolicy', 'iot', 'CreatePolicy GetPolicy CreatePolicyVersion DeletePolicy'],
  ['IoT\\sTopic\\sRule', 'iot', 'CreateTopicRule GetTopicRule ReplaceTopicRule DeleteTopicRule'],
  ['IoT\\sThing', 'iot', 'CreateThing DescribeThing UpdateThing DeleteThing'],
  ['Glue\\sJob', 'glue', 'CreateJob GetJob UpdateJob DeleteJob'],
  ['(?:EventBridge|CloudWatch\\sEvents?)\\sRule', 'events', 'PutRule DescribeRule PutRule DeleteRule'],
  [
    '(?:Step\\sFunctions|SFN)\\sState\\sMachine',
    'states',
    'CreateStateMachine DescribeStateMachine UpdateStateMachine DeleteStateMachine',
  ],
]

/** What is no kind of thing, or goes by words of its own; the first Terraform says of the state that it keeps in S3. */
const PHRASES: readonly ToolWords[] = [
  ['Failed\\sto\\sget\\sexisting\\sworkspaces', 's3:ListBucket'],
  ['inspecting\\sstates\\sin\\sthe\\s["\']?s3["\']?\\sbackend', 's3:ListBucket'],
  ['(?:re)?loading\\s(?:the\\s)?(?:remote\\s)?state', 's3:GetObject'],
  ['refreshing\\sstate', 's3:GetObject'],
  ['[Ff]ailed\\sto\\s(?:save|upload)\\sstate', 's3:PutObject'],
  ['putting\\sS3\\s(?:[Bb]ucket\\s)?(?:\\([^()\\n]{1,80}\\)\\s)?[Pp]olicy', 's3:PutBucketPolicy'],
  ['putting\\sS3\\s(?:[Bb]ucket\\s)?(?:ACL|acl)', 's3:PutBucketAcl'],
  ['Reading\\sthe\\smanifest', 's3:GetObject'],
  // What Thanos, Mimir and Loki call what they do with a bucket, and Velero.
  ['(?:BaseFetcher:\\s)?iter\\sbucket', 's3:ListBucket'],
  ['(?:stat|get)\\ss3\\sobject', 's3:GetObject'],
  ['listing\\sbackups\\sin\\sbackup\\sstore', 's3:ListBucket'],
  ['Retrieving\\sbucket\\sinfo', 's3:GetBucketLocation'],
  ['fetching\\squeue\\surl', 'sqs:GetQueueUrl'],
  ['[Cc]ould\\snot\\screate\\svolume\\sin\\sEC2', 'ec2:CreateVolume'],
  ['[Cc]ould\\snot\\sattach\\svolume', 'ec2:AttachVolume'],
  ['[Cc]ould\\snot\\sdetach\\svolume', 'ec2:DetachVolume'],
  ['[Cc]ould\\snot\\s(?:modify|expand)\\svolume', 'ec2:ModifyVolume'],
  ['[Cc]ould\\snot\\screate\\ssnapshot', 'ec2:CreateSnapshot'],
  ['[Ll]aunching\\s(?:source|the)\\sinstance', 'ec2:RunInstances'],
  // What Karpenter says of a fleet whose instances EC2 refused, the Cluster Autoscaler of its groups, Hive of partitions, and Fluentd of its output.
  ['creating\\sinstance,\\swith\\sfleet\\serror', 'ec2:RunInstances'],
  ['cannot\\sautodiscover\\sASGs', 'autoscaling:DescribeAutoScalingGroups'],
  ['[Ff]ailed\\sto\\sregenerate\\sASG\\scache', 'autoscaling:DescribeAutoScalingGroups'],
  ['(?:MSCK\\sREPAIR\\sTABLE|msck\\srepair\\stable)', 's3:ListBucket'],
  ['\\[?out_s3\\]?\\s[^\\n]{0,40}?failed\\sto\\sflush', 's3:PutObject'],
]

/** All rows; the words of a thing end before a further word of its name. */
export const TOOL_WORDS: readonly ToolWords[] = [
  ...PHRASES,
  ...THINGS.flatMap(([thing, service, actions]): ToolWords[] =>
    actions
      .split(' ')
      .flatMap((action, i): ToolWords[] =>
        action === '-' ? [] : [[`${VERBS[i]}\\s${thing}(?!\\s[A-Z])`, `${service}:${action}`]],
      ),
  ),
]
