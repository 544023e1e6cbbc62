import { describe, expect, it } from 'vitest'
import { wordsOfWhen } from './when'

describe('what people write of something that is encrypted', () => {
  it.each([
    'the objects are encrypted with a KMS key of the other account',
    'the bucket uses SSE-KMS',
    'encrypted by our own customer managed key',
    'its default encryption is a key of ours',
    '"SSEAlgorithm": "aws:kms"',
    'kms_master_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1d2e3f40-1111-4222-8333-944445555666"',
    'repo1-s3-kms-key-id=1d2e3f40-1111-4222-8333-944445555666',
    'bucket default encryption CMK key/1d2e3f40-1111-4222-8333-944445555666',
  ])('is found in: %s', (text) => {
    expect(wordsOfWhen('object-encrypted', text)).not.toBeNull()
  })

  it.each([
    ['it is denied', 'object-encrypted', 'the object is not encrypted with a KMS key'],
    ['it is another encryption', 'object-encrypted', 'default encryption is not a KMS key'],
    ['nothing is said of a key', 'object-encrypted', 'the connection is encrypted with TLS'],
    ['it is the name of an option', 'object-encrypted', 'aws s3 cp a s3://maps/ --sse-kms-key-id 1234'],
    ['CloudFront reads it', 'object-encrypted', 'cloudfront 403, "SSEAlgorithm": "aws:kms"'],
    ['the check is of something else', 'sets-acl', 'the objects are encrypted with a KMS key'],
  ] as const)('is not found where %s', (_, when, text) => {
    expect(wordsOfWhen(when, text)).toBeNull()
  })
})

describe('what a text says of an object that is read by its version', () => {
  const error = 'Error: Failed getting S3 object: AccessDenied\n  with data.aws_s3_object.shared,\n'

  it('is Terraform’s read of a bucket with versions', () => {
    expect(wordsOfWhen('names-version', `${error}the bucket is versioned`)).toBe('data.aws_s3_object')
  })

  it.each([`${error}the bucket is not versioned`, `${error}versioning is off`, 'aws s3 cp from a versioned bucket'])(
    'is nothing in: %s',
    (text) => {
      expect(wordsOfWhen('names-version', text)).toBeNull()
    },
  )
})
