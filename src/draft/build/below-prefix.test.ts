import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { allow, policyText } from '../../testing/statements'
import { plainText } from '../../text/phrase'

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

// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
describe('logs of a load balancer', () => {
  const error = (region: string) =>
    `Error: modifying ELBv2 Load Balancer (arn:aws:elasticloadbalancing:${region}:111122223333:loadbalancer/app/shop/5f1c0a9b7d2e4c66) attributes: InvalidConfigurationRequestException: Access Denied for bucket: rail-balancer. Please check S3bucket permission\n  prefix = "live"`
  const bucket = (keys: string, account = '156460612806') =>
    policyText(
      allow('s3:PutObject', `arn:aws:s3:::rail-balancer/${keys}`, {
        Principal: { AWS: `arn:aws:iam::${account}:root` },
      }),
    )
  const first = (region: string, policy: string) => pastedCase(error(region), { resource: policy }).answer.causes[0]

  it('are written as the account of the Region too: where the policy lets it in, the bucket itself is left', () => {
    const { remedy, statements, speaksAgainst } = first('eu-west-1', bucket('live/AWSLogs/111122223333/*')) ?? {}
    expect(plainText(remedy ?? [])).toContain('SSE-KMS')
    expect([statements, speaksAgainst]).toEqual([[], []])
  })

  it('are written below the prefix that the attributes of an ingress or a call set, in whichever form', () => {
    for (const set of ['access_logs.s3.prefix=live', 'Key=access_logs.s3.prefix,Value=live']) {
      const text = error('eu-west-1').replace(/ {2}prefix = .*$/, set)
      const [cause] = pastedCase(text, { resource: bucket('live/AWSLogs/111122223333/*') }).answer.causes
      expect(cause?.statements).toEqual([])
    }
  })

  it('are not written as the account of another Region, nor below another account', () => {
    const others = [
      first('us-east-2', bucket('live/AWSLogs/111122223333/*')),
      first('eu-west-1', bucket('live/AWSLogs/222233334444/*')),
      first('eu-west-1', bucket('live/AWSLogs/111122223333/*', '111122223333')),
    ]
    for (const one of others) expect(plainText(one?.remedy ?? [])).not.toContain('SSE-KMS,')
  })
})
