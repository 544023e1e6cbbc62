import { expect, it } from 'vitest'
import { isDestination } from './destination-account'

const ACCOUNT = '444455556666'

it.each([
  [true, 'the destination bucket is in account 444455556666'],
  [true, 'Target: s3://reports (account id 444455556666)'],
  [true, 'bucket is in the log archive account 444455556666'],
  [false, 'the bucket is in account 444455556666'],
  [false, 'destination in account 111122223333; the rule is in account 444455556666'],
  [false, 'the target bucket tests the source account 444455556666'],
])('that an account is the one that is written to: %s by “%s”', (isWritten, text) => {
  expect(isDestination(text, ACCOUNT)).toBe(isWritten)
})
