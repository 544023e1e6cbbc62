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
