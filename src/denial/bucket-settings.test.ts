import { describe, expect, it } from 'vitest'
import { parseDenials } from './parse-denials'

const actionOf = (words: string) =>
  parseDenials(
    `Error: error ${words}: AccessDenied: Access Denied\n\tstatus code: 403, request id: 84C0WQ1TBEXAMPLE`,
  )[0]!.inferred.action

describe('a setting of a bucket that a tool reads or sets', () => {
  it.each([
    ['getting S3 Bucket Object Lock configuration', 's3:GetBucketObjectLockConfiguration'],
    ['reading S3 Bucket (depot) server-side encryption', 's3:GetEncryptionConfiguration'],
    ['putting S3 Bucket ACL', 's3:PutBucketAcl'],
    ['reading S3 Bucket (depot)', 's3:ListBucket'],
    ['putting S3 policy', 's3:PutBucketPolicy'],
  ])('%s', (words, action) => {
    expect(actionOf(words)).toBe(action)
  })
})
