import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'

const READ =
  'User: arn:aws:iam::111122223333:user/dana is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::depot-one/a with an explicit deny in a resource-based policy'

const denyIf = (Condition: Readonly<Record<string, unknown>>) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::depot-one/*', Condition },
  })

const answerOf = (condition: Readonly<Record<string, unknown>>) =>
  pastedCase(READ, { resource: denyIf(condition) }).answer

describe('a value that is taken for granted', () => {
  it('gives way to AWS’s word: the Deny that tests it is what can have denied', () => {
    const { causes, fact } = answerOf({ Bool: { 'aws:SecureTransport': 'false' } })
    expect(causes[0]).toMatchObject({ code: 'deny-open', layer: 'resource', basis: 'claimed' })
    expect(plainText(fact?.sentence ?? [])).toContain('aws:SecureTransport is false')
  })

  it('is no reason where another test keeps the Deny from matching', () => {
    const { causes } = answerOf({
      Bool: { 'aws:SecureTransport': 'false' },
      ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' },
    })
    expect(causes[0]?.code).toBe('deny-elsewhere')
  })
})
