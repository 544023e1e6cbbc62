import { expect, it } from 'vitest'
import { signInText } from './sign-in-text'

it('finds the kind of an encryption, and not the service in the ARN of a key', () => {
  expect(signInText('key arn:aws:kms:eu-west-1:111122223333:key/1', 'aws:kms')).toBe(-1)
  expect(signInText('arn:aws:kms:eu-west-1:1:key/1, "ssealgorithm": "aws:kms"', 'aws:kms')).toBe(48)
  expect(signInText('aws:kms', 'aws:kms')).toBe(0)
})

it('finds other signs wherever they stand', () => {
  expect(signInText('arn:aws:kms', 'arn:aws')).toBe(0)
  expect(signInText('a bucket', 'key')).toBe(-1)
})
