/**
 * AWS services as messages name them when they call or assume on somebody's behalf, and their service principals.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
const CALLERS: Readonly<Record<string, string>> = {
  'API Gateway': 'apigateway.amazonaws.com',
  AppSync: 'appsync.amazonaws.com',
  'Auto Scaling': 'autoscaling.amazonaws.com',
  Backup: 'backup.amazonaws.com',
  Batch: 'batch.amazonaws.com',
  Bedrock: 'bedrock.amazonaws.com',
  CloudFormation: 'cloudformation.amazonaws.com',
  CloudFront: 'cloudfront.amazonaws.com',
  CloudTrail: 'cloudtrail.amazonaws.com',
  'CloudWatch Alarms': 'lambda.alarms.cloudwatch.amazonaws.com',
  'CloudWatch Logs': 'logs.amazonaws.com',
  CloudWatch: 'cloudwatch.amazonaws.com',
  CodeBuild: 'codebuild.amazonaws.com',
  CodeDeploy: 'codedeploy.amazonaws.com',
  CodePipeline: 'codepipeline.amazonaws.com',
  Config: 'config.amazonaws.com',
  DataSync: 'datasync.amazonaws.com',
  DMS: 'dms.amazonaws.com',
  EC2: 'ec2.amazonaws.com',
  'ECS tasks': 'ecs-tasks.amazonaws.com',
  ECS: 'ecs.amazonaws.com',
  EKS: 'eks.amazonaws.com',
  EMR: 'elasticmapreduce.amazonaws.com',
  'EventBridge Pipes': 'pipes.amazonaws.com',
  'EventBridge Scheduler': 'scheduler.amazonaws.com',
  EventBridge: 'events.amazonaws.com',
  Firehose: 'firehose.amazonaws.com',
  'Kinesis Data Firehose': 'firehose.amazonaws.com',
  Glue: 'glue.amazonaws.com',
  IoT: 'iot.amazonaws.com',
  Lambda: 'lambda.amazonaws.com',
  Redshift: 'redshift.amazonaws.com',
  S3: 's3.amazonaws.com',
  SageMaker: 'sagemaker.amazonaws.com',
  SES: 'ses.amazonaws.com',
  SNS: 'sns.amazonaws.com',
  SQS: 'sqs.amazonaws.com',
  'Step Functions': 'states.amazonaws.com',
  'Systems Manager': 'ssm.amazonaws.com',
  'Transfer Family': 'transfer.amazonaws.com',
}

const names = Object.keys(CALLERS).sort((a, b) => b.length - a.length)

/** The source of a pattern that matches the name of a service, in the messages' text where one blank stands for many. */
export const CALLER = `(?:(?:Amazon|AWS)\\s?)?(?:${names.map((name) => name.replaceAll(' ', '\\s')).join('|')})`

const BY_NAME = new Map(Object.entries(CALLERS))

/** The service principal of a service as a message names it; null for any other text. */
export function servicePrincipalOf(name: string): string | null {
  const plain = name.replace(/\s/g, ' ')
  return BY_NAME.get(plain) ?? BY_NAME.get(plain.replace(/^(?:Amazon|AWS) ?/, '')) ?? null
}
