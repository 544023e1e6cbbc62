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

  it('is found by an issuer of tokens whose name is a few letters off', () => {
    const [cause] = denied('cognito-identity.amazon.com:amr').causes
    expect(cause?.code).toBe('condition-key-misspelt')
    expect(cause?.remedy.map(({ text }) => text)).toContain('cognito-identity.amazonaws.com:amr')
  })

  it.each([
    ...['aws:MultiFactorAuthPresent', 'aws:RequestTag/Team', 'login.example.com:aud', 'saml:aud'],
    ...['cognito-identity.amazonaws.com:amr', 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a1B2:aud'],
    ...['token.actions.githubusercontent.com:sub', 'login.cognito-users.example.com:aud'],
  ])('%s is none of them', (key) => {
    expect(denied(key).causes.map(({ code }) => code)).not.toContain('condition-key-misspelt')
  })
})
