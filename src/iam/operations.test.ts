import { describe, expect, it } from 'vitest'
import { actionsOfOperation, prefixOfEventSource, prefixOfServiceName, serviceOfOperation } from './operations'

describe('event source → prefix', () => {
  it.each([
    ['ec2.amazonaws.com', 'ec2'],
    ['monitoring.amazonaws.com', 'cloudwatch'],
    ['email.amazonaws.com', 'ses'],
    ['tagging.amazonaws.com', 'tag'],
    ['streams.dynamodb.amazonaws.com', 'dynamodb'],
    ['bedrock-runtime.amazonaws.com', 'bedrock'],
    ['runtime.sagemaker.amazonaws.com', 'sagemaker'],
    ['api.ecr.amazonaws.com', 'ecr'],
    ['s3-control.amazonaws.com', 's3'],
    ['S3.amazonaws.com.cn', 's3'],
    ['states.amazonaws.com', 'states'],
  ])('%s → %s', (source, prefix) => expect(prefixOfEventSource(source)).toBe(prefix))
})

describe('service name → prefix', () => {
  it.each([
    ['Amazon S3', 's3'],
    ['AWSKMS', 'kms'],
    ['AmazonIdentityManagement', 'iam'],
    ['AWSSecurityTokenService', 'sts'],
    ['Route 53', 'route53'],
    ['Secrets Manager', 'secretsmanager'],
    ['SsoOidc', 'sso-oidc'],
    ['AmazonDataCatalog', 'glue'],
    ['AWSLambdaInternal', 'lambda'],
    ['AmazonDynamoDBv2', 'dynamodb'],
    ['AWSSimpleSystemsManagement', 'ssm'],
    ['AmazonCognitoIdentity', 'cognito-identity'],
    ['Elastic Load Balancing v2', 'elasticloadbalancing'],
    ['CloudWatch Logs', 'logs'],
    ['EventBridge', 'events'],
    ['SFN', 'states'],
    ['AWSLogs', 'logs'],
    ['Ec2', 'ec2'],
  ])('%s → %s', (name, prefix) => expect(prefixOfServiceName(name)).toBe(prefix))
})

describe('operation → actions', () => {
  it.each([
    ['s3', 'ListObjectsV2', ['s3:ListBucket']],
    ['s3', 'ListBuckets', ['s3:ListAllMyBuckets']],
    ['s3', 'HeadObject', ['s3:GetObject']],
    ['s3', 'UploadPart', ['s3:PutObject']],
    ['s3', 'CopyObject', ['s3:PutObject', 's3:GetObject']],
    ['s3', 'DeleteBucketEncryption', ['s3:PutEncryptionConfiguration']],
    ['s3', 'DeleteBucketReplication', ['s3:PutReplicationConfiguration']],
    ['s3', 'CreateSession', ['s3express:CreateSession']],
    ['s3', 'GetObject', ['s3:GetObject']],
    ['lambda', 'Invoke', ['lambda:InvokeFunction']],
    ['lambda', 'CreateFunction20150331', ['lambda:CreateFunction']],
    ['lambda', 'UpdateFunctionConfiguration20150331v2', ['lambda:UpdateFunctionConfiguration']],
    ['cloudfront', 'CreateDistribution2020_05_31', ['cloudfront:CreateDistribution']],
    ['kms', 'ReEncrypt', ['kms:ReEncryptFrom', 'kms:ReEncryptTo']],
    ['dynamodb', 'TransactGetItems', ['dynamodb:GetItem']],
    ['sqs', 'SendMessageBatch', ['sqs:SendMessage']],
    ['bedrock', 'Converse', ['bedrock:InvokeModel']],
    ['apigateway', 'GetRestApis', ['apigateway:GET']],
    ['apigateway', 'UpdateStage', ['apigateway:PATCH']],
    ['budgets', 'DescribeBudget', ['budgets:ViewBudget']],
    ['ec2', 'runInstances', ['ec2:RunInstances']],
    ['autoscaling', 'RegisterScalableTarget', ['application-autoscaling:RegisterScalableTarget']],
    ['signin', 'ConsoleLogin', []],
  ])('%s %s', (prefix, operation, actions) => expect(actionsOfOperation(prefix, operation)).toEqual(actions))

  it('a digit at the end that is no version stays', () =>
    expect(actionsOfOperation('route53', 'ListTagsForResource2')).toEqual(['route53:ListTagsForResource2']))

  it('an operation of many services names none', () => expect(serviceOfOperation('TagResource')).toBeNull())
  it.each([
    ['DescribeDBClusterSnapshots', 'rds'],
    ['RestoreFromClusterSnapshot', 'redshift'],
    ['ModifyReplicationGroup', 'elasticache'],
    ['CreateNodegroup', 'eks'],
  ])('%s is of %s by the word that it alone has', (operation, service) =>
    expect(serviceOfOperation(operation)).toBe(service),
  )
  it('tags are of many services', () => expect(serviceOfOperation('ListTagsForResource')).toBeNull())
  it('HeadObject is S3', () => expect(serviceOfOperation('HeadObject')).toBe('s3'))
})
