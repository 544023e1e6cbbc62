import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCarried } from '../testing/arbitrary-carried'
import { CARRIERS, ENCODINGS, secretsOf } from '../testing/secret-wrappers'
import { surelyNoCredentials } from './surely-no-credentials'

describe('surelyNoCredentials', () => {
  it('is never said of a text with a secret, whatever it is written in', () => {
    fc.assert(
      fc.property(anyCarried, ({ seed, carrier, encoding }) => {
        expect(surelyNoCredentials(ENCODINGS[encoding]!(CARRIERS[carrier]!(secretsOf(seed))))).toBe(false)
      }),
      { numRuns: Number(process.env.LAWS_RUNS ?? 1500) },
    )
  })

  it.each(['user: bob / pw: Rain-Spoke-5533', 'psk="Rain-Spoke-8050"', 'new PDO("a", "b", "Rain-Spoke-8968")'])(
    'is not said of %s',
    (text) => {
      expect(surelyNoCredentials(text)).toBe(false)
    },
  )

  it.each([
    'An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::data/a" because no identity-based policy allows the s3:PutObject action',
    'arn:aws:sts::111122223333:assumed-role/deploy/session is not authorized to perform: ec2:RunInstances',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::my-bucket/*"}]}',
    '',
  ])('is said of %s', (text) => {
    expect(surelyNoCredentials(text)).toBe(true)
  })
})
