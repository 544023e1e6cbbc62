import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'

const LIST = { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::lake' }
const PREFIX = { Condition: { StringLike: { 's3:prefix': ['ann/*'] } } }

const causesOf = (list: object, read = 'arn:aws:s3:::lake/ann/*') => {
  const identity = JSON.stringify({
    Version: '2012-10-17',
    Statement: [list, { Effect: 'Allow', Action: 's3:*', Resource: read }],
  })
  const error =
    'java.nio.file.AccessDeniedException: s3a://lake/ann/log: getFileStatus on s3a://lake/ann/log: com.amazonaws.services.s3.model.AmazonS3Exception: Forbidden (Service: Amazon S3; Status Code: 403; Error Code: 403 Forbidden)'
  return pastedCase(error, { identity }).answer.causes.map(({ code }) => code)
}

it('tests the list behind a read of a missing key without a prefix, which nobody sends', () => {
  expect(causesOf({ ...LIST, ...PREFIX })[0]).toBe('s3-key-that-does-not-exist')
  expect(causesOf(LIST)[0]).not.toBe('s3-key-that-does-not-exist')
  // Whether the read itself is allowed hangs on the caller here.
  const own = 'arn:aws:s3:::lake/${aws:PrincipalTag/team}/*'
  expect(causesOf({ ...LIST, ...PREFIX }, own)[0]).not.toBe('s3-key-that-does-not-exist')
})

describe('an upload whose header two Denies ask for', () => {
  const deny = (condition: object) => ({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: 'arn:aws:s3:::lake/*',
    Condition: condition,
  })
  const header = 's3:x-amz-server-side-encryption'
  const wrong = deny({ 'ForAllValues:StringNotEquals': { [header]: ['aws:kms'] } })
  const codesOf = (...statements: readonly object[]) =>
    pastedCase('Uploading backup to s3 bucket [lake]\nAccess Denied', {
      resource: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
    }).answer.causes.map(({ code }) => code)

  it('is not told that a Deny without the header is a mistake where the policy asks for the header', () => {
    const both = codesOf(deny({ Null: { [header]: 'true' } }), wrong)
    expect(both[0]).toBe('deny-open')
    expect(both).not.toContain('deny-for-all-values-of-nothing')
    expect(codesOf(wrong)).toContain('deny-for-all-values-of-nothing')
  })
})

describe('a service’s words for a permission that the policies here allow', () => {
  const error =
    'Access denied when writing output to url: s3://results-111122223333/team/1.csv . Please ensure you are allowed to access the S3 bucket.'
  const allow = {
    Effect: 'Allow',
    Action: ['s3:GetBucketLocation', 's3:ListBucket', 's3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
    Resource: ['arn:aws:s3:::results-111122223333', 'arn:aws:s3:::results-111122223333/*'],
  }
  const deny = {
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } },
  }
  const firstOf = (...statements: readonly object[]) =>
    pastedCase(error, { identity: JSON.stringify({ Version: '2012-10-17', Statement: statements }) }).answer.causes[0]

  it('are not for want of it where only a Deny is open: the Deny comes first', () => {
    expect(firstOf(allow, deny)?.code).toBe('deny-by-address-hits-services')
  })

  it('are for want of it where the Allow is for something else, whatever a Deny does besides', () => {
    expect(firstOf({ ...allow, Resource: 'arn:aws:s3:::other/*' }, deny)?.decision).toBe('implicitDeny')
  })
})
