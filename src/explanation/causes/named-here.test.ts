import { expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { allow, policyText } from '../../testing/statements'

const FIREHOSE = `{"destination":"arn:aws:s3:::clicks","message":"Access was denied. Ensure that the trust policy for the provided IAM role allows Firehose to assume the role, and the access policy allows access to the S3 bucket.","errorCode":"S3.AccessDenied"}\nThe bucket has default encryption aws:kms`
const WRITES = allow(['s3:PutObject', 's3:AbortMultipartUpload'], ['arn:aws:s3:::clicks', 'arn:aws:s3:::clicks/*'])
const DENY = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:PutObject',
  Resource: 'arn:aws:s3:::clicks/*',
  Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
it('what a policy names for a key of its own is less likely to be missing than what a Deny here can do', () => {
  const first = (...more: readonly object[]) =>
    pastedCase(FIREHOSE, { identity: policyText(WRITES, ...more), resource: policyText(DENY) }).answer.causes[0]?.code
  const key = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
  expect(first(allow(['kms:GenerateDataKey', 'kms:Decrypt'], key))).toBe('deny-open')
  expect(first()).not.toBe('deny-open')
})

const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:till/card-AbCdEf'
const READ = `An error occurred (AccessDeniedException) when calling the GetSecretValue operation: Access to KMS is not allowed\n\nthe secret is in 111122223333 (customer managed key), the reader is role/till in 444455556666`
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const byTests = (tests: Readonly<Record<string, string>>) =>
  policyText(allow('kms:Decrypt', '*', { Principal: { AWS: '*' }, Condition: { StringEquals: tests } }))

// https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
it('a test of the service that was called is met, so that another test of the statement is told', () => {
  const identity = policyText(allow('secretsmanager:GetSecretValue', SECRET), allow('kms:Decrypt', KEY))
  const first = (service: string) =>
    pastedCase(READ, {
      identity,
      resource: byTests({
        'kms:CallerAccount': '111122223333',
        'kms:ViaService': `${service}.eu-west-1.amazonaws.com`,
      }),
    }).answer.causes.map(({ code }) => code)
  expect(first('secretsmanager')).not.toContain('service-that-uses-the-key')
  expect(first('ssm')).toContain('service-that-uses-the-key')
})
