import { expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { allow, policyText } from '../../testing/statements'

const ERROR =
  'InsufficientS3BucketPolicyException: Incorrect S3 bucket policy is detected for bucket: rail-audit\n\nresource "aws_cloudtrail" "this" {\n  name           = "rail"\n  s3_bucket_name = "rail-audit"\n'
const PREFIX = '  s3_key_prefix  = "live"\n}'
const TRAIL = { Principal: { Service: 'cloudtrail.amazonaws.com' } }
const onKeys = (keys: string) =>
  policyText(
    allow('s3:GetBucketAcl', 'arn:aws:s3:::rail-audit', TRAIL),
    allow('s3:PutObject', `arn:aws:s3:::rail-audit/${keys}`, TRAIL),
  )
const told = (error: string, keys: string) => pastedCase(error, { resource: onKeys(keys) }).answer

// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
it('a trail writes below the prefix that its template gives it, whatever the policy lets it write elsewhere', () => {
  expect(told(ERROR + PREFIX, 'AWSLogs/111122223333/*')).toMatchObject({ basis: 'proven', layer: 'resource' })
  expect(told(ERROR + PREFIX, 'live/AWSLogs/111122223333/*').basis).not.toBe('proven')
  expect(told(`${ERROR}}`, 'AWSLogs/111122223333/*').basis).not.toBe('proven')
})

const ORG_TRAIL = `$ aws cloudtrail create-trail --name all --s3-bucket-name rail-audit --is-organization-trail

An error occurred (InsufficientS3BucketPolicyException) when calling the CreateTrail operation: Incorrect S3 bucket policy is detected for bucket: rail-audit`

// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html#org-trail-bucket-policy
it('a trail of an organization also writes below the organization’s id, whether the text tells it or not', () => {
  const account = told(ORG_TRAIL, 'AWSLogs/111122223333/*')
  expect(account).toMatchObject({ basis: 'proven', layer: 'resource' })
  expect(told(`${ORG_TRAIL}\n\nour organization is o-a1b2c3d4e5`, 'AWSLogs/o-a1b2c3d4e5/*').basis).not.toBe('proven')
  expect(told(ORG_TRAIL, 'AWSLogs/o-a1b2c3d4e5/*').basis).not.toBe('proven')
})

it('what lies under an account’s own prefix is not doubted before a Deny that the request may meet', () => {
  const error =
    "InsufficientDeliveryPolicyException: Insufficient delivery policy to s3 bucket: rail-records, unable to write to bucket, provided s3 key prefix is 'null', provided kms key is 'null'."
  const config = { Principal: { Service: 'config.amazonaws.com' } }
  const bucket = policyText(
    allow('s3:GetBucketAcl', 'arn:aws:s3:::rail-records', config),
    allow('s3:PutObject', 'arn:aws:s3:::rail-records/AWSLogs/111122223333/Config/*', config),
    {
      Sid: 'Encrypted',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: 'arn:aws:s3:::rail-records/*',
      Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
    },
  )
  const [first] = pastedCase(error, { resource: bucket }).answer.causes
  expect(first).toMatchObject({ code: 'deny-open', layer: 'resource' })
  expect(first?.speaksAgainst).toEqual([])
})
