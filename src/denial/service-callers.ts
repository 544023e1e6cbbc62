/**
 * AWS services as messages name them when they call or assume on somebody's behalf, and their service principals.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
const CALLERS: Readonly<Record<string, string>> = {
  'Amazon Connect': 'connect.amazonaws.com',
  Amplify: 'amplify.amazonaws.com',
  'API Gateway': 'apigateway.amazonaws.com',
  AppFlow: 'appflow.amazonaws.com',
  AppSync: 'appsync.amazonaws.com',
  'Auto Scaling': 'autoscaling.amazonaws.com',
  Backup: 'backup.amazonaws.com',
  Batch: 'batch.amazonaws.com',
  Bedrock: 'bedrock.amazonaws.com',
  CloudFormation: 'cloudformation.amazonaws.com',
  CloudFront: 'cloudfront.amazonaws.com',
  CloudTrail: 'cloudtrail.amazonaws.com',
  CloudWatch: 'cloudwatch.amazonaws.com',
  'CloudWatch Alarms': 'lambda.alarms.cloudwatch.amazonaws.com',
  'CloudWatch Logs': 'logs.amazonaws.com',
  CodeBuild: 'codebuild.amazonaws.com',
  CodeDeploy: 'codedeploy.amazonaws.com',
  CodePipeline: 'codepipeline.amazonaws.com',
  Cognito: 'cognito-idp.amazonaws.com',
  Comprehend: 'comprehend.amazonaws.com',
  Config: 'config.amazonaws.com',
  'Data Lifecycle Manager': 'dlm.amazonaws.com',
  DataSync: 'datasync.amazonaws.com',
  DataZone: 'datazone.amazonaws.com',
  DMS: 'dms.amazonaws.com',
  EC2: 'ec2.amazonaws.com',
  ECS: 'ecs.amazonaws.com',
  'ECS tasks': 'ecs-tasks.amazonaws.com',
  EKS: 'eks.amazonaws.com',
  'Elastic Beanstalk': 'elasticbeanstalk.amazonaws.com',
  ElastiCache: 'elasticache.amazonaws.com',
  EMR: 'elasticmapreduce.amazonaws.com',
  EventBridge: 'events.amazonaws.com',
  'EventBridge Pipes': 'pipes.amazonaws.com',
  'EventBridge Scheduler': 'scheduler.amazonaws.com',
  'Fault Injection Service': 'fis.amazonaws.com',
  Firehose: 'firehose.amazonaws.com',
  FIS: 'fis.amazonaws.com',
  Forecast: 'forecast.amazonaws.com',
  FSx: 'fsx.amazonaws.com',
  Glue: 'glue.amazonaws.com',
  Greengrass: 'greengrass.amazonaws.com',
  GuardDuty: 'guardduty.amazonaws.com',
  'Image Builder': 'imagebuilder.amazonaws.com',
  IoT: 'iot.amazonaws.com',
  'IoT Events': 'iotevents.amazonaws.com',
  Kendra: 'kendra.amazonaws.com',
  'Kinesis Data Analytics': 'kinesisanalytics.amazonaws.com',
  'Kinesis Data Firehose': 'firehose.amazonaws.com',
  'Lake Formation': 'lakeformation.amazonaws.com',
  Lambda: 'lambda.amazonaws.com',
  Lex: 'lexv2.amazonaws.com',
  Macie: 'macie.amazonaws.com',
  'Managed Service for Apache Flink': 'kinesisanalytics.amazonaws.com',
  MediaConvert: 'mediaconvert.amazonaws.com',
  'MSK Connect': 'kafkaconnect.amazonaws.com',
  Neptune: 'rds.amazonaws.com',
  'OpenSearch Ingestion': 'osis-pipelines.amazonaws.com',
  Personalize: 'personalize.amazonaws.com',
  Pinpoint: 'pinpoint.amazonaws.com',
  'Private CA': 'acm-pca.amazonaws.com',
  RDS: 'rds.amazonaws.com',
  Redshift: 'redshift.amazonaws.com',
  Rekognition: 'rekognition.amazonaws.com',
  'Route 53': 'route53.amazonaws.com',
  S3: 's3.amazonaws.com',
  SageMaker: 'sagemaker.amazonaws.com',
  'Secrets Manager': 'secretsmanager.amazonaws.com',
  'Service Catalog': 'servicecatalog.amazonaws.com',
  SES: 'ses.amazonaws.com',
  SNS: 'sns.amazonaws.com',
  SQS: 'sqs.amazonaws.com',
  'Step Functions': 'states.amazonaws.com',
  'Storage Gateway': 'storagegateway.amazonaws.com',
  'Systems Manager': 'ssm.amazonaws.com',
  Timestream: 'timestream.amazonaws.com',
  'Transfer Family': 'transfer.amazonaws.com',
  Translate: 'translate.amazonaws.com',
}

const names = Object.keys(CALLERS).sort((a, b) => b.length - a.length)

/** The source of a pattern that matches the name of a service, in the messages' text where one blank stands for many. */
export const CALLER = `(?:(?:Amazon|AWS)\\s?)?(?:${names.map((name) => name.replaceAll(' ', '\\s')).join('|')})`

const BY_NAME = new Map(Object.entries(CALLERS))

/**
 * A user of a database in Redshift, for whom Redshift assumes roles with this ARN as external ID.
 * https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service-database-users.html
 */
export const isRedshiftUser = (principal: string): boolean =>
  /^arn:aws[\w-]*:redshift:[^:]*:[^:]*:dbuser:/.test(principal)

/** The service principal of a service as a message names it, itself or by one of its users; null for any other text. */
export function servicePrincipalOf(name: string): string | null {
  if (isRedshiftUser(name)) return 'redshift.amazonaws.com'
  const plain = name.replace(/\s/g, ' ')
  return BY_NAME.get(plain) ?? BY_NAME.get(plain.replace(/^(?:Amazon|AWS) ?/, '')) ?? null
}
