/**
 * What the queries look for, as the readers of events know it; a test holds both together. It stands here once more so
 * that the page can write a query without the readers.
 */
export const REFUSAL_CODES =
  '^(?:Client\\.)?(?:(?:KMS|Kms|Vpce|S3)?AccessDenied(?:Exception|Fault|Error)?|ACCESS_DENIED|Unauthorized(?:Operation\\w*|Access|AccessException|Exception)|ForbiddenException|AuthorizationError(?:Exception)?|NotAuthorized(?:Error)?|AuthFailure\\.ServiceLinked\\w+|States\\.Permission|NO_PERMISSIONS|InsufficientPermissions\\w*)$'

/** The parameters of requests that tell of a resource. */
export const QUERIED_PARAMETERS: readonly string[] = [
  'bucketName',
  'bucket',
  'key',
  'queueUrl',
  'roleArn',
  'topicArn',
  'targetArn',
  'keyId',
  'secretId',
  'name',
  'tableName',
  'streamName',
  'deliveryStreamName',
  'functionName',
  'stateMachineArn',
  'repositoryName',
  'taskDefinition',
  'logGroupName',
  'roleName',
  'userName',
  'groupName',
  'policyArn',
  'stackName',
]
