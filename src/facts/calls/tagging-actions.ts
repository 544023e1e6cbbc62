/**
 * The action with which CloudFormation tags a new resource of a type, which gets the tags of its stack too.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const TAGGING_ACTIONS: Readonly<Record<string, string>> = {
  'AWS::S3::Bucket': 's3:PutBucketTagging',
  'AWS::SQS::Queue': 'sqs:TagQueue',
  'AWS::SNS::Topic': 'sns:TagResource',
  'AWS::Lambda::Function': 'lambda:TagResource',
  'AWS::Logs::LogGroup': 'logs:TagResource',
  'AWS::DynamoDB::Table': 'dynamodb:TagResource',
  'AWS::KMS::Key': 'kms:TagResource',
  'AWS::SecretsManager::Secret': 'secretsmanager:TagResource',
  'AWS::SSM::Parameter': 'ssm:AddTagsToResource',
  'AWS::ECR::Repository': 'ecr:TagResource',
  'AWS::ECS::Cluster': 'ecs:TagResource',
  'AWS::ECS::Service': 'ecs:TagResource',
  'AWS::ECS::TaskDefinition': 'ecs:TagResource',
  'AWS::Events::Rule': 'events:TagResource',
  'AWS::CloudWatch::Alarm': 'cloudwatch:TagResource',
  'AWS::StepFunctions::StateMachine': 'states:TagResource',
  'AWS::IAM::Role': 'iam:TagRole',
  'AWS::IAM::User': 'iam:TagUser',
  'AWS::Cognito::UserPool': 'cognito-idp:TagResource',
  'AWS::RDS::DBInstance': 'rds:AddTagsToResource',
  'AWS::RDS::DBCluster': 'rds:AddTagsToResource',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'elasticloadbalancing:AddTags',
  'AWS::ElasticLoadBalancingV2::TargetGroup': 'elasticloadbalancing:AddTags',
}
