import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'

const DELETE =
  'User: arn:aws:iam::111122223333:user/dana is not authorized to perform: s3:DeleteObject on resource: arn:aws:s3:::depot-one/a with an explicit deny in an identity-based policy'

const denied = (key: string) =>
  pastedCase(DELETE, {
    identity: JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Deny', Action: 's3:*', Resource: '*', Condition: { BoolIfExists: { [key]: 'false' } } },
    }),
  }).answer

describe('a condition key that AWS does not have', () => {
  it('is the cause, with the nearest that it has', () => {
    const [cause] = denied('aws:MultiFactorAuthPresence').causes
    expect(cause?.code).toBe('condition-key-misspelt')
    expect(cause?.remedy.map(({ text }) => text)).toContain('aws:MultiFactorAuthPresent')
  })

  it.each(['aws:MultiFactorAuthPresent', 'aws:RequestTag/Team', 'login.example.com:aud', 'saml:aud'])(
    '%s is none of them',
    (key) => {
      expect(denied(key).causes.map(({ code }) => code)).not.toContain('condition-key-misspelt')
    },
  )
})
