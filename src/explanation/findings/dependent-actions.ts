/**
 * Calls that often need more than the action that failed, by action in lower case. The whole list of AWS stands in the
 * reference; these are the ones that it does not name, or that are wanted before it is loaded.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 */
export const DEPENDENT_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  's3:putobject': ['s3:PutObjectAcl', 's3:PutObjectTagging', 'kms:GenerateDataKey', 'kms:Decrypt'],
  's3:getobject': ['kms:Decrypt'],
  's3:abortmultipartupload': ['s3:ListMultipartUploadParts'],
  'ec2:runinstances': ['iam:PassRole', 'ec2:CreateTags', 'kms:CreateGrant'],
  'ec2:startinstances': ['kms:CreateGrant'],
  'ec2:attachvolume': ['kms:CreateGrant'],
  'lambda:createfunction': ['iam:PassRole'],
  'lambda:updatefunctionconfiguration': ['iam:PassRole'],
  'ecs:runtask': ['iam:PassRole'],
  'ecs:registertaskdefinition': ['iam:PassRole'],
  'ecs:createservice': ['iam:PassRole'],
  'cloudformation:createstack': ['iam:PassRole'],
  'glue:createjob': ['iam:PassRole'],
  'states:createstatemachine': ['iam:PassRole'],
  'sagemaker:createtrainingjob': ['iam:PassRole'],
  'events:puttargets': ['iam:PassRole'],
  'secretsmanager:getsecretvalue': ['kms:Decrypt'],
  'sqs:sendmessage': ['kms:GenerateDataKey', 'kms:Decrypt'],
  'sqs:receivemessage': ['kms:Decrypt'],
  'sns:publish': ['kms:GenerateDataKey', 'kms:Decrypt'],
  'ssm:getparameter': ['kms:Decrypt'],
  'ecr:batchgetimage': ['ecr:GetAuthorizationToken', 'ecr:GetDownloadUrlForLayer'],
}
