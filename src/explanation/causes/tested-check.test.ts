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
