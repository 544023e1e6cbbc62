import { describe, expect, it } from 'vitest'
import { pastedFacts } from './pasted-facts'

describe('who manages a key, as a text shows it', () => {
  it.each([
    ['{"KeyMetadata": {"KeyManager": "AWS", "KeyState": "Enabled"}}', 'aws'],
    ['{"KeyMetadata": {"KeyManager": "CUSTOMER"}}', 'customer'],
    ['$ aws kms describe-key --key-id k --query KeyMetadata.KeyManager\n"AWS"', 'aws'],
    ['$ aws kms describe-key --key-id k --query KeyMetadata.KeyManager --output text\nCUSTOMER', 'customer'],
  ])('%s', (text, kmsKeyManager) => expect(pastedFacts(text)).toEqual({ kmsKeyManager }))

  it.each([
    '{"KeyManager": "AWS"} and {"KeyManager": "CUSTOMER"}',
    'run describe-key --query KeyMetadata.KeyManager and look for AWS',
    'the key is managed by AWS KMS',
  ])('is not known of two keys, nor by other words: %s', (text) => expect(pastedFacts(text)).toEqual({}))
})
